import { guardHistory } from './guardHistory';
import { guardLinks } from './guardLinks';
import { warnBeforeUnload } from './warnBeforeUnload';

/** Asked before the page moves on. Returns whether it may. If not, the guard keeps `go` for when the user agrees. */
export type LeaveGuard = (go: () => void) => boolean;

/** Of the whole page, because it is the page that moves. */
const guards = new Set<LeaveGuard>();
let stopPage: (() => void) | undefined;

/** Whether someone on the page has something to lose and asks first; `go` then waits for the user. */
function asksFirst(go: () => void): boolean {
	for (const guard of guards) if (!guard(go)) return true;
	return false;
}

/** Makes a move, at once or once the user agrees. */
export function leavePage(go: () => void): void {
	if (!asksFirst(go)) go();
}

/**
 * Guards against every way off the page that can be seen: links of whatever router, the kit's `navigate`, Back and Forward, and closing or
 * reloading the tab, where the browser asks in its own words.
 *
 * @returns how to end that
 */
export function guardPage(guard: LeaveGuard): () => void {
	const stopWarning = warnBeforeUnload();
	guards.add(guard);
	stopPage ??= guardMoves();
	return () => {
		guards.delete(guard);
		stopWarning();
		if (guards.size > 0) return;
		stopPage?.();
		stopPage = undefined;
	};
}

function guardMoves(): () => void {
	const stops = [guardHistory(asksFirst), guardLinks(asksFirst)];
	return () => {
		for (const stop of stops) stop();
	};
}
