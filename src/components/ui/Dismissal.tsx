'use client';
import { useEffect } from 'react';
import { useEscape } from './useEscape';
import type { Panel } from './usePanelState';

/** Closes an open panel by Escape and by a press elsewhere. */
export function useDismissal({ open, setOpen, close, root: { ref } }: Panel): void {
	useEscape(open, close);
	useEffect(() => {
		if (!open) return;
		const press = (event: Event) => {
			// The target may be in a shadow root, of which the document sees the host.
			if (!event.composedPath().includes(ref.current as Element)) setOpen(false);
		};
		document.addEventListener('pointerdown', press, true);
		return () => document.removeEventListener('pointerdown', press, true);
	}, [open, setOpen, ref]);
}

/** The same for a panel whose content is loaded late: it comes along. */
export function Dismissal({ panel }: { panel: Panel }) {
	useDismissal(panel);
	return null;
}
