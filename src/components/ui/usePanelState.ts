'use client';
import { type FocusEvent, useId, useRef, useState } from 'react';

export type Panel = ReturnType<typeof usePanelState>;

/** A button and a panel that it opens. Leaving it with Tab closes it. */
export function usePanelState() {
	const [open, setOpen] = useState(false);
	const ref = useRef<HTMLDivElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const id = useId();
	return {
		open,
		setOpen,
		/** Gives the focus back to the button. */
		close() {
			setOpen(false);
			button.current?.focus();
		},
		/** For the panel. */
		id,
		/** For the element around both. Safari gives the focus of a button that is pressed to what is around it: that has to be inside. */
		root: {
			ref,
			tabIndex: -1,
			onBlur: ({ relatedTarget }: FocusEvent) => {
				if (relatedTarget && !ref.current?.contains(relatedTarget)) setOpen(false);
			},
		},
		/** For the button. */
		opener: { ref: button, 'aria-expanded': open, 'aria-controls': open ? id : undefined },
	};
}
