/** What a reader may be put on: what is worked with, and headings and the like that are there for it. */
const targets = 'a[href], button, input, select, textarea, [tabindex]:not(:empty)';

/**
 * Remembers where an element stands that has the focus and is about to go.
 *
 * @returns gives the focus to what has come in its place, the first of it that takes it
 */
export function focusInPlaceOf(element: Element): () => void {
	const { children } = element.parentNode as ParentNode;
	const before = [...children].indexOf(element);
	const after = children.length - before - 1;
	return () => {
		const came = [...children].slice(before, children.length - after) as HTMLElement[];
		const takes = (one: HTMLElement) => {
			one.focus();
			return (one.getRootNode() as Document | ShadowRoot).activeElement === one;
		};
		if (came.some((one) => [one, ...one.querySelectorAll<HTMLElement>(targets)].some(takes))) return;
		// As where it is still loading.
		if (came[0]) {
			came[0].tabIndex = -1;
			came[0].focus();
		}
	};
}
