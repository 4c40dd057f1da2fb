/** What has the focus, the body where nothing has. `document.activeElement` knows of a shadow root no more than its host. */
export function focusedElement(): Element {
	let element = document.activeElement ?? document.body;
	while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
	return element;
}
