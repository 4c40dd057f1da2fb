/** Does what can wait once the page rests; in Safari, which does not tell when that is, half a second later. */
export function whenIdle(task: () => void, options?: IdleRequestOptions): void {
	if ('requestIdleCallback' in window) requestIdleCallback(task, options);
	else setTimeout(task, 500);
}
