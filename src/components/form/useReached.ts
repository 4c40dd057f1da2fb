'use client';
import { type RefObject, useEffect, useState } from 'react';

/** What comes before a list opens, or before a browser fills in the form that it is in. */
const ways = ['focusin', 'pointerdown', 'touchstart', 'keydown'] as const;

/** How long a form is on the page before it draws what nobody has reached yet: others may have something to show first. */
const restMs = 500;

/**
 * Whether a list needs its options: once anything of the form around it was reached, since autofill asks all lists of a form, or once the
 * page rests, for whoever fills in forms without going there.
 */
export function useReached(ref: RefObject<HTMLSelectElement | null>): boolean {
	const [reached, setReached] = useState(false);
	useEffect(() => {
		const around = ref.current?.form ?? ref.current;
		if (reached || !around) return;
		let live = true;
		const reach = () => live && setReached(true);
		for (const way of ways) around.addEventListener(way, reach, { capture: true, passive: true });
		// Safari has no idle callback.
		const rest = setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(reach) : reach()), restMs);
		return () => {
			live = false;
			for (const way of ways) around.removeEventListener(way, reach, { capture: true });
			clearTimeout(rest);
		};
	}, [reached, ref]);
	return reached;
}
