'use client';
import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same while it always calls the latest: what is memoised need not render again for it. For events only. */
export function useEventCallback<Args extends unknown[]>(callback: (...args: Args) => void): (...args: Args) => void {
	const latest = useRef(callback);
	useLayoutEffect(() => {
		latest.current = callback;
	});
	return useCallback((...args: Args) => latest.current(...args), []);
}
