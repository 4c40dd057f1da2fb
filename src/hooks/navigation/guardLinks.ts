/**
 * Holds a click on any link of the page, be it the kit's, the host's or its router's, until the user agrees; then clicks it again. Hears
 * it before the router does. Links within the page, to another tab or to a file lose nothing.
 *
 * @param ask returns whether someone has something to lose; `go` then waits for the user
 * @returns how to end that
 */
export function guardLinks(ask: (go: () => void) => boolean): () => void {
	const hearClick = (event: MouseEvent) => {
		// A web component shows its links to nobody but the path; and what is clicked by a script need not be an element.
		const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
		if (!link || !isPlain(event) || !leadsAway(link) || !ask(() => link.click())) return;
		event.preventDefault();
		event.stopPropagation();
	};
	window.addEventListener('click', hearClick, true);
	return () => window.removeEventListener('click', hearClick, true);
}

/** A click that means here and now, not another tab. */
export function isPlain(event: Pick<MouseEvent, 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'>): boolean {
	return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;
}

function leadsAway(link: HTMLAnchorElement): boolean {
	const { href, target } = link;
	if (!/^https?:/.test(href) || (target !== '' && target !== '_self') || link.hasAttribute('download')) return false;
	return withoutHash(href) !== withoutHash(window.location.href);
}

/** Without what points into the page; `#/customers` is a page of its own to a hash router. */
function withoutHash(href: string): string {
	return href.replace(/#(?!\/).*$/, '');
}
