/** What people may do next that asks for the outcome. */
const urgent = ['keydown', 'keyup', 'pointerdown', 'click', 'compositionstart', 'focusout', 'submit', 'visibilitychange'] as const;

const waiting = new Set<() => void>();
const listening = new WeakSet<EventTarget>();

/**
 * Runs something once the frame that is due has been shown: what a key means must not hold up its letter. Whoever does anything before then
 * finds it done. Returns what does it at once.
 *
 * @param near what the key was for: of a shadow root, the window neither hears where the focus moves in it, nor of a submit
 */
export function afterFrame(run: () => void, near: Node): () => void {
	let frame = 0;
	const now = () => {
		if (!waiting.delete(now)) return;
		cancelAnimationFrame(frame);
		run();
	};
	waiting.add(now);
	listen(window);
	listen(near.getRootNode());
	// A page that nobody sees has no frames.
	if (document.hidden) setTimeout(now);
	else frame = requestAnimationFrame(() => setTimeout(now));
	return now;
}

/** Does what waits, for whoever asks about it without an event. */
export function flushAfterFrame(): void {
	for (const now of waiting) now();
}

/** Once and for good: doing it again for each key would take longer than what is put off. */
function listen(at: EventTarget): void {
	if (listening.has(at)) return;
	listening.add(at);
	for (const type of urgent) at.addEventListener(type, flushAfterFrame, true);
}
