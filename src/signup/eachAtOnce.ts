import { abortable, abortedError } from '../contract/abort';

/** How many items at a time, and until when. */
export interface AtOnce {
	atOnce: number;
	/** Whether one more may begin; asked again when one has ended. */
	hasRoom(): boolean;
	signal?: AbortSignal | undefined;
}

/**
 * Works through items, several at a time. The first error ends it all, as the signal does, and is thrown once nothing is under way any more.
 *
 * @throws `aborted`, and what `items` and `work` throw
 */
export async function eachAtOnce<T>(
	items: AsyncIterable<T>,
	{ atOnce, hasRoom, signal }: AtOnce,
	work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
	const errors: unknown[] = [];
	const reading = new AbortController();
	// One for each item: Node warns of a leak when one signal has more than ten listeners.
	const running = new Set<AbortController>();
	let wake = () => {};
	const change = () =>
		new Promise<void>((resolve) => {
			wake = resolve;
		});
	const end = (error: unknown) => {
		errors.push(error);
		for (const each of [reading, ...running]) each.abort();
		wake();
	};
	const start = async (item: T) => {
		const controller = new AbortController();
		running.add(controller);
		await work(item, controller.signal).catch(end);
		running.delete(controller);
		wake();
	};
	const onAbort = () => end(abortedError(signal?.reason));
	signal?.addEventListener('abort', onAbort, { once: true });
	if (signal?.aborted) onAbort();

	const iterator = items[Symbol.asyncIterator]();
	try {
		while (errors.length === 0) {
			if (running.size >= atOnce || !hasRoom()) {
				await change();
				continue;
			}
			const next = await abortable(iterator.next(), reading.signal);
			if (next.done) break;
			void start(next.value);
		}
	} catch (error) {
		end(error);
	}
	while (running.size > 0) await change();
	signal?.removeEventListener('abort', onAbort);
	if (errors.length === 0) return;
	// Not waited for: who reads may hang where it is.
	void iterator.return?.()?.catch(() => {});
	throw errors[0];
}
