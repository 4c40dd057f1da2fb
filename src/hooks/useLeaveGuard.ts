'use client';
import { useEffect, useRef, useState } from 'react';
import { guardPage, leavePage } from './leaveGuards';

export interface LeaveGuardState {
	/** Someone wants to leave: ask whether what was typed may be thrown away, then call `keep` or `discard`. */
	asking: boolean;
	/** Does something that throws typing away, such as closing a dialog: at once, or after asking where there is some. */
	leave: (go: () => void) => void;
	/** Stay. */
	keep: () => void;
	/** Leave as was asked for. */
	discard: () => void;
	/** Lets the next move pass unasked: call it when everything is saved, before moving on. */
	release: () => void;
}

/**
 * Keeps typing from getting lost, without markup: while `dirty`, the kit's links and `navigate`, Back and Forward ask first, and so
 * does the browser before the tab closes. A host's own router asks in its own way (React Router: `useBlocker(dirty)`).
 */
export function useLeaveGuard(dirty: boolean): LeaveGuardState {
	const [move, setMove] = useState<(() => void) | null>(null);
	const [round, setRound] = useState(0);
	const stop = useRef<() => void>(() => undefined);

	// biome-ignore lint/correctness/useExhaustiveDependencies: a release lets one move pass; what is still dirty after it is guarded again
	useEffect(() => {
		if (!dirty) return setMove(null);
		stop.current = guardPage((go) => {
			setMove(() => () => leavePage(go));
			return false;
		});
		return () => stop.current();
	}, [dirty, round]);

	const release = () => {
		stop.current();
		setMove(null);
		setRound(round + 1);
	};
	return {
		asking: move !== null,
		leave: (go) => (dirty ? setMove(() => go) : go()),
		keep: () => setMove(null),
		discard: () => {
			release();
			move?.();
		},
		release,
	};
}
