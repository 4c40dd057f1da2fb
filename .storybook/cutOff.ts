const controls = 'a, button, input, select, textarea, [role], img, progress';

/** What of the page cannot be seen because it reaches beyond its sides, or beyond what clips it; an ellipsis says so itself. */
export function cutOff(): string[] {
	const { scrollWidth } = document.scrollingElement!;
	const found = scrollWidth > innerWidth ? [`the page, which is ${scrollWidth} px wide`] : [];
	for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
		const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim());
		const isControl = element.matches(controls);
		if ((!text.length && !isControl) || !element.checkVisibility({ visibilityProperty: true })) continue;
		const boxes = isControl ? [element.getBoundingClientRect()] : text.flatMap(lines);
		if (boxes.some((box) => box.width > 0 && reachesOut(element, box, isControl))) found.push(nameOf(element));
	}
	return found;
}

function lines(text: Node): DOMRect[] {
	const range = document.createRange();
	range.selectNodeContents(text);
	return [...range.getClientRects()];
}

function reachesOut(element: HTMLElement, box: DOMRect, isControl: boolean): boolean {
	for (let around: HTMLElement | null = element; around; around = around.parentElement) {
		const { overflowX, textOverflow, clipPath, position } = getComputedStyle(around);
		// Meant for those who hear the page.
		if (clipPath !== 'none') return false;
		if (overflowX === 'auto' || overflowX === 'scroll') return false;
		if (overflowX === 'hidden' || overflowX === 'clip') {
			if (textOverflow === 'ellipsis' && !isControl) return false;
			const { left, right } = around.getBoundingClientRect();
			if (box.left < left - 1 || box.right > right + 1) return true;
		}
		if (position === 'fixed') break;
	}
	return box.left < -1 || box.right > innerWidth + 1;
}

function nameOf(element: HTMLElement): string {
	return `${element.localName}[${element.dataset.slot ?? element.getAttribute('name') ?? element.className}] ${element.textContent!.trim().slice(0, 40)}`;
}
