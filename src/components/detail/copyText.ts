/**
 * Puts a text on the clipboard. Pages without https have none, and hosts or browsers may refuse it: the browser's older way does it then,
 * from the element that shows the text, and leaves that selected where it is refused, too.
 *
 * @returns whether it is on the clipboard
 */
export async function copyText(text: string, shown: Element | null): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copySelected(text, shown);
	}
}

function copySelected(text: string, shown: Element | null): boolean {
	const selection = document.getSelection();
	if (!shown || !selection) return false;
	const before = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
	selection.selectAllChildren(shown);
	// Of the text alone, without the look that it has on the page; and in its own words where the page is translated.
	const write = (event: ClipboardEvent) => {
		event.preventDefault();
		event.stopImmediatePropagation();
		event.clipboardData?.setData('text/plain', text);
	};
	document.addEventListener('copy', write, true);
	try {
		if (!document.execCommand('copy')) return false;
	} catch {
		return false;
	} finally {
		document.removeEventListener('copy', write, true);
	}
	selection.removeAllRanges();
	for (const range of before) selection.addRange(range);
	return true;
}
