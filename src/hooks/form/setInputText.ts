/**
 * Gives an input another text. Where the focus is in it, this is done as if typed, so that the browser's own undo still works; `input`
 * listeners hear nothing of it.
 *
 * @param caret where the caret shall be, in UTF-16 units
 */
export function setInputText(input: HTMLInputElement, text: string, caret: number): void {
	const focused = hasFocus(input);
	if (text !== input.value) {
		if (focused) typeOver(input, text);
		// Changes nothing after typing, except that React knows the value; does it all where typing is not possible.
		input.value = text;
	}
	if (focused && input.selectionStart !== caret) input.setSelectionRange(caret, caret);
}

function hasFocus(input: HTMLInputElement): boolean {
	return (input.getRootNode() as Document | ShadowRoot).activeElement === input;
}

/** Replaces no more than what differs: putting a space in costs half of what it costs to type the digits after it again. */
function typeOver(input: HTMLInputElement, text: string): void {
	const { value, ownerDocument } = input;
	const shorter = Math.min(value.length, text.length);
	let start = 0;
	while (start < shorter && value[start] === text[start]) start++;
	let same = 0;
	while (same < shorter - start && value.at(-1 - same) === text.at(-1 - same)) same++;
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
