'use client';
import { useEffect } from 'react';
import { lazyPart } from '../../hooks/context/lazyPart';
import { whenIdle } from '../ui/whenIdle';

/** What a table says besides its rows; `undefined` while there is nothing to say, and until it has come; `null` where it cannot be loaded. */
export type StateParts = typeof import('./stateParts') | null | undefined;

const load = () => import('./stateParts');
const useParts = lazyPart(load);

/** Loaded while the page rests, for a network that goes away, and else once there is something to say. */
export function useStateParts(wanted: number | false): StateParts {
	useEffect(() => whenIdle(() => void load().catch(() => null)), []);
	return useParts(wanted);
}
