'use client';
import { type FocusEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { tableWords } from '../../locales/english/table/tableWords';
import { Button, type ButtonProps } from '../ui/Button';
import { Skeleton } from '../ui/Skeleton';
import { slot } from '../ui/slot';
import { useReachedParts } from './useReachedParts';

interface MenuProps<Part> {
	icon?: ButtonProps['icon'];
	/** Names the menu, and its button unless that has other words. */
	label: string;
	children?: ReactNode;
	/** Loads the content, when it is first opened or seems about to be. */
	usePart: (wanted: number) => Part | null | undefined;
	/** `close` closes the menu and gives the focus back to its button. */
	panel: (part: Part, close: () => void) => ReactNode;
}

/** A button that opens a small panel below it. Esc, a click elsewhere, or leaving it with Tab closes it. */
export function Menu<Part>({ icon, label, children, usePart, panel }: MenuProps<Part>) {
	const locale = useWords(tableWords);
	const [open, setOpen] = useState(false);
	const around = useRef<HTMLDivElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const id = useId();
	const leave = () => setOpen(false);
	const close = () => {
		leave();
		button.current?.focus();
	};
	const [wanted, want] = useState(0);
	const part = usePart(wanted);
	const reached = useReachedParts(wanted);
	const fetch = () => want(wanted + 1);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: Escape is meant for whatever in it has the focus
		<div
			ref={around}
			// Safari gives the focus of a button that is pressed to what is around it: that has to be inside.
			tabIndex={-1}
			onBlur={({ currentTarget, relatedTarget }: FocusEvent) => {
				if ((relatedTarget || !reached) && !currentTarget.contains(relatedTarget)) leave();
			}}
			// Only until what closes it has come, or where that cannot be loaded.
			onKeyDown={(event) => {
				if (reached || !open || event.key !== 'Escape') return;
				event.preventDefault();
				close();
			}}
			{...slot('pc-menu')}
			data-state={open ? 'open' : 'closed'}
		>
			<Button
				ref={button}
				aria-expanded={open}
				aria-controls={open ? id : undefined}
				icon={icon}
				aria-label={children ? undefined : label}
				title={icon ? label : undefined}
				onPointerEnter={fetch}
				onFocus={fetch}
				onClick={() => {
					fetch();
					setOpen(!open);
				}}
			>
				{children}
			</Button>
			{open && reached && <reached.MenuClosing around={around} close={close} leave={leave} />}
			{open && (
				<section id={id} {...slot('pc-menu-panel')} aria-label={label} aria-busy={part === undefined}>
					{part ? panel(part, close) : part === null ? <p role="alert">{locale.menus.failed}</p> : <Skeleton size="full" />}
				</section>
			)}
		</div>
	);
}
