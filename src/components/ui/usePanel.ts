'use client';
import { type FocusEvent, useId, useRef, useState } from 'react';
import { usePanelClosing } from './usePanelClosing';

/**
 * A button, or what else has the focus, and a panel that it opens. Escape, a press elsewhere, and leaving it with Tab close it.
 *
 * @param onLeave called when the focus leaves both
 */
export function usePanel<Opener extends HTMLElement = HTMLButtonElement>(onLeave?: () => void) {
	const [open, setOpen] = useState(false);
	const ref = useRef<HTMLDivElement>(null);
	const button = useRef<Opener>(null);
	const id = useId();
	/** Gives the focus back to the button. */
	const close = () => {
		setOpen(false);
		button.current?.focus();
	};
	usePanelClosing(ref, open, close, () => setOpen(false));
	return {
		open,
		setOpen,
		close,
		/** For the panel. */
		id,
		/** For the element around both. Safari gives the focus of a button that is pressed to what is around it: that has to be inside. */
		root: {
			ref,
			tabIndex: -1,
			onBlur: ({ relatedTarget }: FocusEvent) => {
				if (ref.current?.contains(relatedTarget)) return;
				// Once the focus is there: what goes before makes a dialog around it take the focus.
				if (relatedTarget) setTimeout(setOpen, 0, false);
				onLeave?.();
			},
		},
		/** For the button. */
		opener: { ref: button, 'aria-expanded': open, 'aria-controls': open ? id : undefined },
	};
}
