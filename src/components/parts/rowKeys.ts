import type { KeyboardEvent } from 'react';

/** How many rows Page Up and Page Down pass. */
const pageStep = 10;

/** Moves between the links of a table's rows by the arrow keys, Home, End, Page Up and Page Down. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
	if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
	const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-slot="pc-row-link"]')];
	const at = links.indexOf(event.target as HTMLElement);
	if (at < 0) return;
	const last = links.length - 1;
	const target = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + pageStep, PageUp: at - pageStep, Home: 0, End: last }[event.key];
	if (target === undefined) return;
	event.preventDefault();
	links[Math.min(Math.max(target, 0), last)]?.focus();
}
