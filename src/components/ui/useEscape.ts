'use client';
import { useEffect } from 'react';
import { useEventCallback } from '../../hooks/context/useEventCallback';

/** Who wants Escape, the innermost last. */
const takers: (() => void)[] = [];

function hear(event: KeyboardEvent): void {
	if (event.key !== 'Escape' || event.isComposing) return;
	// A dialog around it, of whatever make, must not close as well: some hear keys at the document, the browser's own what nobody prevents.
	event.preventDefault();
	event.stopPropagation();
	takers.at(-1)?.();
}

/** Takes Escape while something is open that it closes: the innermost of those, and nothing around it. */
export function useEscape(open: boolean, onEscape: () => void): void {
	const take = useEventCallback(onEscape);
	useEffect(() => {
		if (!open) return;
		const taker = () => take();
		takers.push(taker);
		window.addEventListener('keydown', hear, true);
		return () => {
			takers.splice(takers.indexOf(taker), 1);
			if (takers.length === 0) window.removeEventListener('keydown', hear, true);
		};
	}, [open, take]);
}
