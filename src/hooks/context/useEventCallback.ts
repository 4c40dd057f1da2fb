'use client';
import { useEventCallbacks } from './useEventCallbacks';

/** A function that stays the same while it always calls the latest: what is memoised need not render again for it. For events only. */
export function useEventCallback<Args extends unknown[]>(callback: (...args: Args) => void): (...args: Args) => void {
	return useEventCallbacks({ callback }).callback;
}
