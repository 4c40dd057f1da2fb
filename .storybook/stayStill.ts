/** Where a page of documentation has a story in a frame, the story plays there and moves the focus: the page is not to scroll along. */
export function stayStill(): void {
	if (!window.frameElement?.id.startsWith('iframe--')) return;
	const { focus, scrollIntoView } = HTMLElement.prototype;
	let isRead = false;
	HTMLElement.prototype.focus = function (options) {
		focus.call(this, isRead ? options : { ...options, preventScroll: true });
	};
	Element.prototype.scrollIntoView = function (options) {
		const { scrollX, scrollY } = window.parent;
		scrollIntoView.call(this, options);
		if (!isRead) window.parent.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
	};
	// From the first key or click on, whoever reads it has the frame in view.
	const handOver = ({ isTrusted }: Event) => {
		isRead ||= isTrusted;
	};
	for (const event of ['keydown', 'pointerdown']) addEventListener(event, handOver, { capture: true });
}
