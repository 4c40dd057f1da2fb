'use client';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { menuWords } from '../../locales/english/table/tableWords';
import { Button, type ButtonProps } from './Button';
import { Skeleton } from './Skeleton';
import { slot } from './slot';
import { usePanel } from './usePanel';

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
	const locale = useWords(menuWords);
	const { open, setOpen, close, id, root, opener } = usePanel();
	const [wanted, want] = useState(0);
	const part = usePart(wanted);
	const fetch = () => want(wanted + 1);
	return (
		<div {...root} {...slot('pc-menu')} data-state={open ? 'open' : 'closed'}>
			<Button
				{...opener}
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
			{open && (
				<section id={id} {...slot('pc-menu-panel')} aria-label={label} aria-busy={part === undefined}>
					{part ? panel(part, close) : part === null ? <p role="alert">{locale.menus.failed}</p> : <Skeleton size="full" />}
				</section>
			)}
		</div>
	);
}
