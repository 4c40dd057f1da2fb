'use client';
import { slot } from '../ui/slot';

/** Names a part of a panel to those who see it; others hear the group's own name. */
export function PanelTitle({ text }: { text: string }) {
	return (
		<div aria-hidden="true" {...slot('pc-menu-head')}>
			<p>{text}</p>
		</div>
	);
}
