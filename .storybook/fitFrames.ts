/** Keeps the frames of a place that are marked so as high as what they show, what lies over their page included; returns how to stop. */
export function fitFrames(place: HTMLElement): () => void {
	const stop = new AbortController();
	const follow = ({ target: frame }: Event) => {
		const page = frame instanceof HTMLIFrameElement && frame.closest('[data-fits]') && frame.contentDocument;
		if (page) stop.signal.addEventListener('abort', followPage(frame, page));
	};
	// Loads do not bubble.
	place.addEventListener('load', follow, { capture: true, signal: stop.signal });
	return () => stop.abort();
}

function followPage(frame: HTMLIFrameElement, page: Document): () => void {
	const { style } = frame.parentElement!;
	let asked = 0;
	const measure = () => {
		asked = 0;
		const story = page.querySelector<HTMLElement>('#storybook-root');
		if (!story || !page.body.classList.contains('sb-show-main')) return;
		style.height = `${story.offsetHeight}px`;
		// A list that hangs over the end of it makes the page scroll, now that it is laid out anew.
		if (page.documentElement.scrollHeight > frame.offsetHeight) style.height = `${page.documentElement.scrollHeight}px`;
	};
	const changes = new MutationObserver(() => {
		asked ||= requestAnimationFrame(measure);
	});
	// The attributes of the body say once the story is there.
	changes.observe(page.body, { subtree: true, childList: true, attributes: true });
	measure();
	return () => {
		changes.disconnect();
		cancelAnimationFrame(asked);
	};
}
