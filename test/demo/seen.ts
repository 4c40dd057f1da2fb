import type { Page } from 'playwright';

/** What WCAG 1.4.12 lets a reader set. */
export const widerText = `*:not(#none) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p:not(#none) { margin-block-end: 2em !important }`;

/** Texts that something cuts off without an ellipsis, or that other text lies on; the page, where it is wider than what shows it. */
export function textsCutOff(): string[] {
	const found = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
	const texts: { within: Element; layer: Element | undefined; box: DOMRect }[] = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let text = walker.nextNode(); text; text = walker.nextNode()) {
		const within = text.parentElement!;
		const around: Element[] = [];
		for (let element: Element | null = within; element; element = element.parentElement) around.push(element);
		const styles = around.map((element) => getComputedStyle(element));
		const heard = styles.some(({ clipPath }) => clipPath !== 'none');
		if (heard || !text.textContent?.trim() || !within.checkVisibility({ visibilityProperty: true }) || within.closest('option')) continue;
		const layer = around.find((_, at) => ['fixed', 'sticky', 'absolute'].includes(styles[at]!.position));
		const range = document.createRange();
		range.selectNodeContents(text);
		for (const line of range.getClientRects()) {
			let [left, right, top, bottom] = [line.left, line.right, line.top, line.bottom];
			for (const [at, element] of around.entries()) {
				const { overflowX, overflowY, textOverflow, display } = styles[at]!;
				if (overflowX === 'visible' || display === 'inline') continue;
				const box = element.getBoundingClientRect();
				const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
				const aside = left < box.left - 2 || right > box.right + 2;
				const below = top < box.top - 3 || bottom > box.bottom + 3;
				const cut = (aside && clips(overflowX) && textOverflow !== 'ellipsis') || (below && clips(overflowY));
				if (cut) found.push(`${within.className}: ${text.textContent}`);
				[left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
				[top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
				if (aside || below) break;
			}
			if (right - left > 1 && bottom - top > 1) texts.push({ within, layer, box: new DOMRect(left, top, right - left, bottom - top) });
		}
	}
	for (const [at, one] of texts.entries())
		for (const other of texts.slice(at + 1)) {
			if (one.within === other.within || one.layer !== other.layer) continue;
			const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
			const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
			if (wide > 2 && high > 5) found.push(`${one.within.textContent} on ${other.within.textContent}`);
		}
	return found;
}

/** One stop of the Tab key. */
export interface Stop {
	name: string;
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** Whether anything of it can be seen. */
	seen: boolean;
	/** Whether it is drawn that it has the focus. */
	marked: boolean;
}

/** What has the focus; `null` where nothing of the page has. */
export function stop(): Stop | null {
	const focused = document.activeElement;
	if (!focused || focused === document.body) return null;
	const { left, right, top, bottom, width, height } = focused.getBoundingClientRect();
	const places = [0.1, 0.5, 0.9].flatMap((x) => [0.15, 0.5, 0.85].map((y) => [left + width * x, top + height * y] as const));
	const seen = places.some(([x, y]) => {
		const there = document.elementFromPoint(x, y);
		return there !== null && (focused.contains(there) || there.contains(focused));
	});
	const outlined = (style: CSSStyleDeclaration) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
	const marked = [getComputedStyle(focused), getComputedStyle(focused, '::after')].some(outlined);
	const name = focused.getAttribute('aria-label') ?? (focused.textContent?.trim() || focused.className);
	return { name, left, right, top: top + scrollY, bottom: bottom + scrollY, seen, marked };
}

/** Presses Tab until it leaves the page, or as often as is said. */
export async function tabThrough(page: Page, times: number): Promise<Stop[]> {
	const stops: Stop[] = [];
	for (let time = 0; time < times; time++) {
		await page.keyboard.press('Tab');
		// Once the page has scrolled to it, and what lies on it has made room.
		await page.evaluate(async () => {
			for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
		});
		const at = await page.evaluate(stop);
		if (!at) break;
		stops.push(at);
	}
	return stops;
}

/** Stops that come before what stands above them or, in their line, before them; what stands beside a column may be higher. */
export function outOfOrder(stops: Stop[]): string[] {
	return stops.slice(1).flatMap((stop, at) => {
		const before = stops[at]!;
		const above = stop.bottom <= before.top && stop.left < before.right;
		const sameLine = Math.abs(stop.top + stop.bottom - before.top - before.bottom) < 8;
		return above || (sameLine && stop.left < before.left) ? [`${stop.name} after ${before.name}`] : [];
	});
}

/** What goes on moving. */
export function moving(): string[] {
	const running = document.getAnimations().filter(({ playState }) => playState === 'running');
	return running.flatMap(({ effect }) => {
		const { iterations, duration } = effect!.getComputedTiming();
		const { target } = effect as KeyframeEffect;
		return iterations === Number.POSITIVE_INFINITY || Number(duration) > 100 ? [target?.className ?? ''] : [];
	});
}

/** Before a page begins: remembers each text that a live region of it comes to hold. */
export function listen(): void {
	const heard: string[] = [];
	Object.assign(window, { heard });
	const last = new WeakMap<Element, string>();
	const look = () => {
		for (const region of document.querySelectorAll<HTMLElement>('[role="status"], [role="alert"], [aria-live]')) {
			const text = region.textContent?.trim() ?? '';
			if (text && text !== last.get(region)) heard.push(text);
			last.set(region, text);
		}
	};
	new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** What `listen` has heard since it was last asked. */
export function said(): string[] {
	return (window as unknown as { heard: string[] }).heard.splice(0);
}
