import { guardPage, leavePage } from './leaveGuards';

/** How long moves pass after a release: Back and routers take a moment. What is still dirty then is guarded again. */
const releaseMs = 1_000;

/** A question to ask before something is lost. */
export interface LeaveGuardState {
	/** Someone wants to leave: ask whether what was typed may be thrown away, then call `keep` or `discard`. */
	asking: boolean;
	/** Does something that throws typing away, such as closing a dialog: at once, or after asking where there is some. */
	leave: (go: () => void) => void;
	/** Stay. */
	keep: () => void;
	/** Leave as was asked for. */
	discard: () => void;
	/** Lets moves pass unasked for a second: call it when everything is saved, before moving on. */
	release: () => void;
	/** Says whether there is something to lose from now on; a form that has the guard does so itself. */
	setDirty: (dirty: boolean) => void;
}

export type LeaveQuestion = Omit<LeaveGuardState, 'asking'>;

/**
 * Asks before typing gets lost.
 *
 * @param show whether to ask now
 */
export function createLeaveQuestion(show: (asking: boolean) => void): LeaveQuestion {
	let dirty = false;
	let move: (() => void) | null = null;
	let released: ReturnType<typeof setTimeout> | undefined;
	let unguard: (() => void) | undefined;

	const ask = (next: (() => void) | null) => {
		move = next;
		show(next !== null);
	};
	const guard = () => {
		unguard?.();
		unguard = undefined;
		if (!dirty || released !== undefined) return;
		unguard = guardPage((go) => {
			ask(() => leavePage(go));
			return false;
		});
	};
	const release = () => {
		clearTimeout(released);
		released = setTimeout(() => {
			released = undefined;
			guard();
		}, releaseMs);
		ask(null);
		guard();
	};
	return {
		setDirty: (next) => {
			if (next === dirty) return;
			dirty = next;
			if (!dirty) ask(null);
			// Typing after a release is not what was released.
			else if (released !== undefined) {
				clearTimeout(released);
				released = undefined;
			}
			guard();
		},
		leave: (go) => (dirty && released === undefined ? ask(go) : go()),
		keep: () => ask(null),
		discard: () => {
			const go = move;
			release();
			go?.();
		},
		release,
	};
}
