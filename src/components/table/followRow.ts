import type { MouseEvent } from 'react';

/** What has a use of its own within a row. */
const ownUse = 'a, button, input, select, textarea, label, summary, [role="button"], [contenteditable], [data-slot="pc-check-cell"]';

/** A click anywhere in the row is a click on its link, unless it was meant for something else in the row. */
export function followRow(event: MouseEvent): void {
	const target = event.target as Element;
	if (event.defaultPrevented || target.closest(ownUse)) return;
	if (window.getSelection()?.type === 'Range') return;
	const link = target.closest('[data-slot="pc-row"]')?.querySelector<HTMLElement>('[data-pc-row-link]');
	const newTab = event.button === 1 || (event.button === 0 && (event.metaKey || event.ctrlKey || event.shiftKey));
	if (link instanceof HTMLAnchorElement && newTab) window.open(link.href, '_blank', 'noopener');
	else if (event.button === 0) link?.click();
}
