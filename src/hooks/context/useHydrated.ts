'use client';
import { useSyncExternalStore } from 'react';
import { neverChanges } from './neverChanges';

/** Whether a page may show what only the browser knows: not on the server, nor while its page comes to life and has to agree with it. */
export function useHydrated(): boolean {
	return useSyncExternalStore(neverChanges, yes, no);
}

const yes = () => true;
const no = () => false;
