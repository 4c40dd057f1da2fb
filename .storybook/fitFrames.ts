/** Less than this too high is left so: what stands below stays where it is. */
const slack = 24;

/**
 * Makes the frames of a place that are marked so as high as what they show once their story has played, what lies over their page included,
 * and higher where that grows; returns how to stop. Until then they are as high as the file of their heights says.
 */
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
	let width = 0;
	const measure = () => {
		asked = 0;
		const story = page.querySelector<HTMLElement>('#storybook-root');
		if (!story || page.body.dataset.played === undefined || !page.body.classList.contains('sb-show-main')) return;
		const former = frame.offsetHeight;
		style.minBlockSize = '0';
		style.height = `${story.offsetHeight}px`;
		// A list that hangs over the end of it makes the page scroll, now that it is laid out anew.
		const needed = Math.max(frame.offsetHeight, page.documentElement.scrollHeight);
		frame.dataset.needs = `${needed}`;
		const grows = needed > former || (width === 0 ? former - needed > slack : width !== frame.offsetWidth);
		style.height = `${grows ? needed : former}px`;
		width = frame.offsetWidth;
	};
	const ask = () => {
		asked ||= requestAnimationFrame(measure);
	};
	const changes = new MutationObserver(ask);
	// The attributes of the body say once the story is there, and once it has played.
	changes.observe(page.body, { subtree: true, childList: true, attributes: true });
	addEventListener('resize', ask);
	measure();
	return () => {
		changes.disconnect();
		removeEventListener('resize', ask);
		cancelAnimationFrame(asked);
	};
}
