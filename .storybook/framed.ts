/** What a page of documentation and the stories that it has in frames tell each other. */
type Told = Record<'theme' | 'locale' | 'faults', string>;
type Release = () => void;
type PreviewWindow = Window & { __STORYBOOK_PREVIEW__?: Record<'onUpdateArgs' | 'onResetArgs', (said: { storyId: string }) => unknown> };
type Page = Window & { takeTurn?: (frame: Element) => Promise<Release> };

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

/** Says to the frames of a story what the controls say, as `onUpdateArgs` and `onResetArgs` of a preview take it. */
export const tellArgs =
	(method: 'onUpdateArgs' | 'onResetArgs') =>
	(said: { storyId: string }): void => {
		for (const frame of document.querySelectorAll<HTMLIFrameElement>(`iframe[id="iframe--${said.storyId}"]`)) {
			const preview = (frame.contentWindow as PreviewWindow | null)?.__STORYBOOK_PREVIEW__;
			void preview?.[method](said);
		}
	};

/** One after the other, what is in view first, since a page has one focus; one that never ends is waited for ten seconds. */
function turns(): (frame: Element) => Promise<Release> {
	const waiting = new Map<Element, (release: Release) => void>();
	let playing: { frame: Element; end: Release } | undefined;
	const next = () => {
		const [frame] = [...waiting.keys()].filter(({ isConnected }) => isConnected).sort((one, other) => awayFrom(one) - awayFrom(other));
		if (playing?.frame.isConnected || !frame) return;
		const turn = {
			frame,
			end: () => {
				if (playing === turn) playing = undefined;
				next();
			},
		};
		playing = turn;
		setTimeout(turn.end, 10_000);
		waiting.get(frame)!(turn.end);
		waiting.delete(frame);
	};
	return (frame) =>
		new Promise((resolve) => {
			// One that was loaded anew begins again.
			if (playing?.frame === frame) playing = undefined;
			waiting.set(frame, resolve);
			next();
		});
}

/** How many pixels are between it and what is in view. */
function awayFrom(frame: Element): number {
	const { top, bottom } = frame.getBoundingClientRect();
	return Math.max(0, top - innerHeight, -bottom);
}

const ownFrame = () => (window.frameElement?.id.startsWith('iframe--') ? window.frameElement : null);

/** What a story in a frame was told; nothing elsewhere. */
export const framedGlobals = (): Partial<Told> => JSON.parse((ownFrame() && window.parent.document.documentElement.dataset.told) ?? '{}');

/** Lets a story in a frame play in its turn, and says when it has; nothing elsewhere. */
export function playInTurn() {
	const frame = ownFrame();
	if (!frame) return {};
	let release: Release | undefined;
	return {
		beforeEach: async () => {
			release = await (window.parent as Page).takeTurn?.(frame);
		},
		afterEach: () => {
			document.body.dataset.played = '';
			release?.();
		},
	};
}
