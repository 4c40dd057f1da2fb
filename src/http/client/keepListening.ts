import type { EndedStream, StreamListener } from './changeStream';
import { readChangeStream } from './changeStream';
import type { FetchResponse } from './exportCsv';

/** In milliseconds: after the first failure, and at most. */
const [soon, late] = [500, 30_000];

/** Whoever refuses is asked again after this long, in milliseconds: people sign in again, servers are put right. */
const refusedFor = 60_000;

/** Connects again and again until the signal fires: at once where that may help, else ever later, and never all browsers at one moment. */
export async function keepListening(fetchResponse: FetchResponse, listener: StreamListener, signal: AbortSignal): Promise<void> {
	for (let failures = 0; !signal.aborted; failures++) {
		const ended = await readChangeStream(fetchResponse, listener, signal);
		if (ended.opened) failures = 0;
		await pause(waitAfter(ended, failures), signal);
	}
}

/** @param failures how many came before this one in a row */
export function waitAfter({ refused, retryAfterMs }: EndedStream, failures: number): number {
	const wait = refused ? refusedFor : Math.min(late, soon * 2 ** failures);
	return Math.max(retryAfterMs ?? 0, wait * (0.5 + Math.random() / 2));
}

/** Waits, or until there is a connection again, or somebody looks at the page. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const page = typeof document === 'undefined' ? null : document;
		const done = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', done);
			page?.removeEventListener('visibilitychange', seen);
			page?.defaultView?.removeEventListener('online', done);
			resolve();
		};
		const seen = () => {
			if (!page?.hidden) done();
		};
		const timer = setTimeout(done, ms);
		if (signal.aborted) return done();
		signal.addEventListener('abort', done);
		page?.addEventListener('visibilitychange', seen);
		page?.defaultView?.addEventListener('online', done);
	});
}
