/** What may be pressed to close a dialog is no part of it. */
const stays = '[inert], [data-slot="pc-overlay"]';

/**
 * Leaves nothing of a page to be reached or read but one element, until the function that it returns is called. Radix does so for dialogs
 * of the page itself, not for those in a shadow root.
 */
export function holdOthers(element: Element): () => void {
	const held: Element[] = [];
	for (let at: Node = element; at !== document.body; ) {
		const around = at.parentNode as Element | ShadowRoot;
		held.push(...[...around.children].filter((other) => other !== at && !other.matches(stays)));
		at = around instanceof ShadowRoot ? around.host : around;
	}
	for (const other of held) other.setAttribute('inert', '');
	return () => {
		for (const other of held) other.removeAttribute('inert');
	};
}
