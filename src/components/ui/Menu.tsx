'use client';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { menuWords } from '../../locales/english/table/tableWords';
import { Button, type ButtonProps } from './Button';
import { Skeleton } from './Skeleton';
import { slot } from './slot';

interface MenuProps<Part> {
	icon: ButtonProps['icon'];
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
	const locale = useWords(menuWords);
	const [open, setOpen] = useState(false);
	const [wanted, want] = useState(0);
	const part = usePart(wanted);
	const root = useRef<HTMLDivElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const id = useId();
	const fetch = () => want(wanted + 1);
	useEffect(() => {
		if (!open) return;
		const onPointerDown = (event: PointerEvent) => {
			if (!root.current?.contains(event.target as Node)) setOpen(false);
		};
		document.addEventListener('pointerdown', onPointerDown);
		return () => document.removeEventListener('pointerdown', onPointerDown);
	}, [open]);
	const close = () => {
		setOpen(false);
		button.current?.focus();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key !== 'Escape' || !open) return;
		// Of a dialog around it only this closes.
		event.stopPropagation();
		close();
	};
	const onBlur = ({ relatedTarget }: FocusEvent) => {
		if (relatedTarget && !root.current?.contains(relatedTarget)) setOpen(false);
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: hears what bubbles up from its button and its panel
		<div ref={root} {...slot('pc-menu')} data-state={open ? 'open' : 'closed'} onKeyDown={onKeyDown} onBlur={onBlur}>
			<Button
				ref={button}
				icon={icon}
				aria-label={children ? undefined : label}
				title={children ? undefined : label}
				aria-expanded={open}
				aria-controls={open ? id : undefined}
				onPointerEnter={fetch}
				onFocus={fetch}
				onClick={() => {
					fetch();
					setOpen(!open);
				}}
			>
				{children}
			</Button>
			{open && (
				<section id={id} {...slot('pc-menu-panel')} aria-label={label} aria-busy={part === undefined}>
					{part ? panel(part, close) : part === null ? <p role="alert">{locale.menus.failed}</p> : <Skeleton size="full" />}
				</section>
			)}
		</div>
	);
}
