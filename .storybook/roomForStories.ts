import heights from './storyHeights.json';

/** How high what a story shows will be: on a phone, in a window of 1280 pixels beside the sidebar, and in a wide one. */
type Heights = Record<string, number[]>;

/** Keeps room on this page for each story, in a frame or without, before it is there. */
export function keepRoomForStories(): void {
	const sheet = new CSSStyleSheet();
	const frames = rules(heights.frames, (id) => `[data-fits="${id}"] .sb-story`);
	const inline = rules(heights.inline, (id) => `[id="story--${id}"], [id="story--${id}--primary"]`);
	sheet.replaceSync([...inline, ...frames].join('\n'));
	document.adoptedStyleSheets.push(sheet);
}

const rules = (all: Heights, placeOf: (id: string) => string) =>
	Object.entries(all).map(
		([id, [phone, middle, wide]]) => `${placeOf(id)} { --phone: ${phone}px; --middle: ${middle}px; --wide: ${wide}px }`,
	);
