'use client';
import { useEffect, useState } from 'react';

/**
 * A hook that answers what is loaded only where it is wanted: `undefined` until it has come, and where it cannot be loaded. Whoever asks
 * next has it at once.
 */
export function later<Part extends object>(load: () => Promise<Part>): (wanted: boolean) => Part | undefined {
	let known: Part | undefined;
	return function usePart(wanted) {
		const [part, setPart] = useState(known);
		useEffect(() => {
			if (!wanted || part) return;
			load().then(
				(loaded) => {
					known = loaded;
					setPart(loaded);
				},
				() => undefined,
			);
		}, [wanted, part]);
		return wanted ? part : undefined;
	};
}
