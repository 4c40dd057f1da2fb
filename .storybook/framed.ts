/** What a page of documentation and the stories that it has in frames tell each other. */
type Told = Record<'theme' | 'locale' | 'faults', string>;
type Release = () => void;
type Page = Window & { takeTurn?: () => Promise<Release> };

/** Says to the frames what the toolbar and the panel say, which reach the page around them alone. */
export function tellFrames(told: Told): void {
	const { dataset } = document.documentElement;
	const isNew = dataset.told !== undefined && dataset.told !== JSON.stringify(told);
	dataset.theme = told.theme;
	dataset.told = JSON.stringify(told);
	(window as Page).takeTurn ??= turns();
	if (!isNew) return;
	for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[id^="iframe--"]')) frame.contentWindow?.location.reload();
}

/** One after the other, since a page has one focus; one that never ends, or is gone, is waited for ten seconds. */
function turns(): () => Promise<Release> {
	let last = Promise.resolve();
	return () => {
		let release: Release = () => {};
		const mine = last;
		last = mine.then(
			() =>
				new Promise<void>((resolve) => {
					release = resolve;
					setTimeout(resolve, 10_000);
				}),
		);
		return mine.then(() => release);
	};
}

const page = () => (window.frameElement?.id.startsWith('iframe--') ? (window.parent as Page) : null);

/** What a story in a frame was told; nothing elsewhere. */
export const framedGlobals = (): Partial<Told> => JSON.parse(page()?.document.documentElement.dataset.told ?? '{}');

/** Lets a story in a frame play in its turn; nothing elsewhere. */
export function playInTurn() {
	if (!page()) return {};
	let release: Release | undefined;
	return {
		beforeEach: async () => {
			release = await page()?.takeTurn?.();
		},
		afterEach: () => release?.(),
	};
}
