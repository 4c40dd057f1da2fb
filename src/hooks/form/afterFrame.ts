/** What people may do next that asks for the outcome. */
const urgent = ['keydown', 'keyup', 'pointerdown', 'click', 'compositionstart', 'focusout', 'submit', 'visibilitychange'] as const;

const waiting = new Set<() => void>();
let listening = false;

/**
 * Runs something once the frame that is due has been shown: what a key means must not hold up its letter. Whoever does anything before then
 * finds it done. Returns what does it at once.
 */
export function afterFrame(run: () => void): () => void {
	const now = () => {
		if (!waiting.delete(now)) return;
		run();
	};
	waiting.add(now);
	listen();
	// A page that nobody sees has no frames.
	if (document.hidden) setTimeout(now);
	else requestAnimationFrame(() => setTimeout(now));
	return now;
}

/** Does what waits, for whoever asks about it without an event. */
export function flushAfterFrame(): void {
	for (const now of waiting) now();
}

/** Once and for good: doing it again for each key would take longer than what is put off. */
function listen(): void {
	if (listening) return;
	listening = true;
	for (const type of urgent) window.addEventListener(type, flushAfterFrame, true);
}
