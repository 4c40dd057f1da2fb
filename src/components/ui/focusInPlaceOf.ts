/** What a reader may be put on: what is worked with, and headings and the like that are there for it. */
const targets = 'a[href], :enabled:not(fieldset), [tabindex]:not(:empty)';

/**
 * Remembers where an element stands that has the focus and is about to go.
 *
 * @returns gives the focus to what has come in its place, the first of it that takes it
 */
export function focusInPlaceOf(element: Element): () => void {
	const { children } = element.parentNode as ParentNode;
	const before = [...children].indexOf(element);
	const others = children.length - 1;
	return () => {
		const came = [...children].slice(before, before + children.length - others) as HTMLElement[];
		const found = came.flatMap((one) => [one, ...one.querySelectorAll<HTMLElement>('*')]).find((one) => one.matches(targets));
		// As where it is still loading.
		if (!found && came[0]) came[0].tabIndex = -1;
		(found ?? came[0])?.focus();
	};
}
