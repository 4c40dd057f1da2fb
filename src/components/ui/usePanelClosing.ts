'use client';
import { type RefObject, useEffect } from 'react';
import { useEscape } from './useEscape';

/**
 * What closes a panel: Escape, and a press elsewhere.
 *
 * @param around the element around the panel and what opens it
 * @param close closes it, and gives the focus back
 * @param leave closes it
 */
export function usePanelClosing(around: RefObject<HTMLElement | null>, open: boolean, close: () => void, leave: () => void): void {
	useEscape(open, close);
	// biome-ignore lint/correctness/useExhaustiveDependencies: it always does the same
	useEffect(() => {
		if (!open) return;
		const press = (event: Event) => {
			// The target may be in a shadow root, of which the document sees the host.
			if (!event.composedPath().includes(around.current as Element)) leave();
		};
		document.addEventListener('pointerdown', press, true);
		return () => document.removeEventListener('pointerdown', press, true);
	}, [open]);
}
