'use client';
import { useSyncExternalStore } from 'react';

/** Whether a page may show what only the browser knows: not on the server, nor while its page comes to life and has to agree with it. */
export function useHydrated(): boolean {
	return useSyncExternalStore(never, yes, no);
}

const never = () => () => undefined;
const yes = () => true;
const no = () => false;
