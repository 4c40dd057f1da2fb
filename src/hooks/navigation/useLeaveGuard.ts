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
	/** Lets moves pass unasked for a second: call it when everything is saved, before moving on. */
	release: () => void;
}

/** How long moves pass after a release: Back and routers take a moment. What is still dirty then is guarded again. */
const releaseMs = 1_000;

/**
 * Keeps typing from getting lost, without markup: while `dirty`, every link of the page, the kit's `navigate`, Back and Forward ask first,
 * and so does the browser before the tab closes. Moves by a host's own code do not: ask before those, or let the router do all the asking.
 */
export function useLeaveGuard(dirty: boolean): LeaveGuardState {
	const [move, setMove] = useState<(() => void) | null>(null);
	const [released, setReleased] = useState(false);
	const stop = useRef<() => void>(() => undefined);

	useEffect(() => {
		if (!released) return;
		const timer = setTimeout(() => setReleased(false), releaseMs);
		return () => clearTimeout(timer);
	}, [released]);

	useEffect(() => {
		if (!dirty) setMove(null);
		if (!dirty || released) return;
		stop.current = guardPage((go) => {
			setMove(() => () => leavePage(go));
			return false;
		});
		return () => stop.current();
	}, [dirty, released]);

	const release = () => {
		stop.current();
		setMove(null);
		setReleased(true);
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
