'use client';
import { useEffect, useState } from 'react';

/** Whether `active` has lasted so many milliseconds: what is done before is shown by nothing, which would flicker, and cost more than the answer. */
export function useSlow(active: boolean, afterMs: number): boolean {
	const [slow, setSlow] = useState(false);
	if (slow && !active) setSlow(false);
	useEffect(() => {
		if (!active) return;
		const timer = setTimeout(() => setSlow(true), afterMs);
		return () => clearTimeout(timer);
	}, [active, afterMs]);
	return slow && active;
}
