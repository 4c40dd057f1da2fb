'use client';
import { useEffect } from 'react';
import type { LeaveGuardState } from './leaveQuestion';
import { useLeaveQuestion } from './useLeaveQuestion';

/**
 * Keeps typing from getting lost, without markup: while `dirty`, every link of the page, the kit's `navigate`, Back and Forward ask first,
 * and so does the browser before the tab closes. Moves by a host's own code do not: ask before those, or let the router do all the asking.
 *
 * @returns the question, while there is one to ask
 * @example
 * const guard = useLeaveGuard(true);
 */
export function useLeaveGuard(dirty: boolean): LeaveGuardState {
	const { setDirty, ...state } = useLeaveQuestion();
	useEffect(() => setDirty(dirty), [setDirty, dirty]);
	return state;
}
