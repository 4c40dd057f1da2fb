'use client';
import { useEffect, useState } from 'react';
import { whenIdle } from '../ui/whenIdle';

/** How long a form is on the page before it draws what nobody has reached yet: others may have something to show first. */
const restMs = 500;

/**
 * Whether a list needs all its options, or a button what it opens: when it is reached, before the browser opens it, and else once the page
 * rests, because autofill asks the lists of a form without going there.
 */
export function useReached() {
	const [reached, setReached] = useState(false);
	const reach = () => setReached(true);
	useEffect(() => {
		const rest = () => setReached(true);
		const timer = setTimeout(() => whenIdle(rest, { timeout: 500 }), restMs);
		return () => clearTimeout(timer);
	}, []);
	return { reached, ways: { onFocus: reach, onPointerEnter: reach, onPointerDown: reach, onKeyDown: reach } };
}
