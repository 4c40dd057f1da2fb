'use client';
import { useEffect, useState } from 'react';

/** Whether `active` has lasted long enough that one wonders. */
export function useSlow(active: boolean, afterMs = 5000): boolean {
	const [slow, setSlow] = useState(false);
	useEffect(() => {
		if (!active) return;
		const timer = setTimeout(() => setSlow(true), afterMs);
		return () => {
			clearTimeout(timer);
			setSlow(false);
		};
	}, [active, afterMs]);
	return slow;
}
