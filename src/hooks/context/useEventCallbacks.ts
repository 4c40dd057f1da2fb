'use client';
import { useInsertionEffect, useRef, useState } from 'react';

type Callback = (...args: unknown[]) => unknown;

/**
 * The same, with functions that stay the same while they always call the latest: who is given one need not render again. For events only.
 *
 * @param given always with the same functions in it
 */
export function useEventCallbacks<Given extends object>(given: Given): Given {
	const latest = useRef(given as Record<string, unknown>);
	useInsertionEffect(() => {
		latest.current = given as Record<string, unknown>;
	});
	const [stable] = useState(() => {
		const names = Object.keys(given).filter((name) => typeof latest.current[name] === 'function');
		return Object.fromEntries(names.map((name) => [name, (...args: unknown[]) => (latest.current[name] as Callback)(...args)]));
	});
	return { ...given, ...stable };
}
