/**
 * Gives an input another text. Where the focus is in it, this is done as if typed, so that the browser's own undo still works; `input`
 * listeners hear nothing of it.
 *
 * @param caret where the caret shall be, in UTF-16 units
 */
export function typeInto(input: HTMLInputElement, text: string, caret: number): void {
	if (text === input.value) return;
	if (hasFocus(input)) typeOver(input, text, caret);
	// Changes nothing after typing, except that React knows the value; does it all where typing is not possible.
	input.value = text;
}

export function hasFocus(input: HTMLInputElement): boolean {
	return (input.getRootNode() as Document | ShadowRoot).activeElement === input;
}

/** Replaces what differs, up to the caret: it is where it belongs then, and the undo step is that of the change. */
function typeOver(input: HTMLInputElement, text: string, caret: number): void {
	const { value, ownerDocument } = input;
	let start = 0;
	while (start < value.length && value[start] === text[start]) start++;
	let same = 0;
	while (same < Math.min(value.length - start, text.length - Math.max(start, caret)) && value.at(-1 - same) === text.at(-1 - same)) same++;
	const typed = text.slice(start, text.length - same);
	const hush = (event: Event) => event.stopImmediatePropagation();
	window.addEventListener('input', hush, true);
	try {
		input.setSelectionRange(start, value.length - same);
		// The only way to keep the undo history of an input, and everywhere supported though deprecated.
		ownerDocument.execCommand?.(typed ? 'insertText' : 'delete', false, typed);
	} finally {
		window.removeEventListener('input', hush, true);
	}
}
