'use client';
import { useEffect, useState } from 'react';
import { useHydrated } from './useHydrated';

/**
 * A hook for what is loaded only where it is wanted: `undefined` until it has come, `null` where it cannot be loaded. It tries again with
 * each other value that is wanted. Whoever asks next has it at once, except on a page of a server that comes to life: the server had none.
 */
export function lazyPart<Part extends object>(load: () => Promise<Part>): (wanted: number | boolean) => Part | null | undefined {
	let known: Part | undefined;
	return function usePart(wanted) {
		const hydrated = useHydrated();
		const [part, setPart] = useState<Part | null | undefined>(known);
		useEffect(() => {
			if (!wanted || known) return;
			setPart(undefined);
			load().then(
				(loaded) => {
					known = loaded;
					setPart(loaded);
				},
				() => setPart(null),
			);
		}, [wanted]);
		return wanted && hydrated ? (known ?? part) : undefined;
	};
}
