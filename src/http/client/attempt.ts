import { abortable, abortedError, throwIfAborted, wait } from '../../contract/abort';
import { CustomerError, isCustomerError } from '../../contract/errors';
import { noAnswer } from '../../contract/noAnswer';

const retriedStatuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);
const retries = 2;

/** After this long, in milliseconds, an attempt is given up; the handler's own deadline comes well before. */
const attemptMs = 30_000;

/**
 * One attempt: ends with the caller's signal, or by itself when nothing comes back.
 * @throws `aborted`, `timeout`, the `CustomerError` of `send`, and `unreachable` or `offline` for whatever else it rejects with
 */
export async function attempt<T>(send: (signal: AbortSignal) => Promise<T>, caller: AbortSignal | undefined): Promise<T> {
	throwIfAborted(caller);
	const controller = new AbortController();
	const { signal } = controller;
	const abort = () => controller.abort(caller?.reason);
	let late = false;
	const timer = setTimeout(() => {
		late = true;
		controller.abort();
	}, attemptMs);
	caller?.addEventListener('abort', abort, { once: true });
	try {
		return await abortable(send(signal), signal);
	} catch (cause) {
		if (late) throw new CustomerError('timeout', { message: `The server did not respond within ${attemptMs} ms.` });
		if (caller?.aborted) throw abortedError(caller.reason);
		if (isCustomerError(cause)) throw cause;
		// The browser's own doing, or that of the host's `fetch`.
		if ((cause as Error | undefined)?.name === 'AbortError') throw abortedError(cause);
		throw noAnswer(
			cause,
			'The server could not be reached. Is it running? Outside of a page `url` must be absolute, and another origin must be listed in the handler’s `origins`.',
		);
	} finally {
		clearTimeout(timer);
		caller?.removeEventListener('abort', abort);
	}
}

/** Up to three attempts where the failure may pass, waiting as long as `Retry-After` says: for reads, as a write is its caller's to repeat. */
export async function attemptRead<T>(send: (signal: AbortSignal) => Promise<T>, caller: AbortSignal | undefined): Promise<T> {
	for (let failures = 0; ; failures++) {
		try {
			return await attempt(send, caller);
		} catch (error) {
			const passing = isCustomerError(error) && (error.status === undefined ? error.retryable : retriedStatuses.has(error.status));
			if (!passing || failures === retries) throw error;
			await wait(error.retryAfterMs ?? 150 * 2 ** failures * (1 + Math.random()), caller);
		}
	}
}
