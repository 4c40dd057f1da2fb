/** An entry of the browser's, as it is: TypeScript does not know it. */
interface LayoutShift extends PerformanceEntry {
	value: number;
	hadRecentInput: boolean;
	sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** As many frames as it takes until what was drawn has been compared with what was there before. */
export async function nextFrames(count = 3): Promise<void> {
	for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
}

/**
 * Hears of all that moves on the page by itself, also soon after a key or a click: the browser leaves that out of its sum, people do not.
 *
 * @returns ends it; answers each move in words, none where nothing moved
 */
export function watchShifts(): () => Promise<string[]> {
	const told: string[] = [];
	const hear = (entries: PerformanceEntry[]) => {
		for (const { value, hadRecentInput, sources } of entries as LayoutShift[])
			told.push(`${value.toFixed(4)}${hadRecentInput ? ' after input' : ''}: ${sources.map(wordsOf).join(', ')}`);
	};
	const observer = new PerformanceObserver((list) => hear(list.getEntries()));
	observer.observe({ type: 'layout-shift' });
	return async () => {
		await nextFrames();
		hear(observer.takeRecords());
		observer.disconnect();
		return told;
	};
}

function wordsOf({ node, previousRect: from, currentRect: to }: LayoutShift['sources'][number]): string {
	const element = node instanceof Element ? node : node?.parentElement;
	const name = element?.getAttribute('data-slot') ?? element?.localName ?? 'what is gone';
	const place = ({ x, y, width, height }: DOMRectReadOnly) => `${[x, y].map(Math.round)} ${Math.round(width)}×${Math.round(height)}`;
	return `${name} “${node?.textContent?.trim().slice(0, 24) ?? ''}” from ${place(from)} to ${place(to)}`;
}
