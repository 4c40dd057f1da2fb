import { CustomerError } from './errors';

/** The error that every aborted call rejects with. */
export function abortedError(cause?: unknown): CustomerError {
	return new CustomerError('aborted', { message: 'The call was aborted by its signal.', cause });
}

/**
 * Ends a call whose signal has fired.
 *
 * @throws `aborted`
 * @example
 * throwIfAborted(call.signal);
 */
export function throwIfAborted(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw abortedError(signal.reason);
}

/** Waits some milliseconds; an abort rejects with `aborted` at once and leaves no timer behind. `Infinity` waits for the abort. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		if (signal?.aborted) {
			reject(abortedError(signal.reason));
			return;
		}
		let timer: ReturnType<typeof setTimeout> | undefined;
		const onAbort = () => {
			clearTimeout(timer);
			reject(abortedError(signal?.reason));
		};
		if (Number.isFinite(ms)) {
			timer = setTimeout(() => {
				signal?.removeEventListener('abort', onAbort);
				resolve();
			}, ms);
		}
		signal?.addEventListener('abort', onAbort, { once: true });
	});
}

/**
 * Settles as the promise does, or rejects as soon as the signal fires, whatever the promise does then.
 *
 * @returns what the promise brings
 * @throws `aborted`, and what the promise rejects with
 * @example
 * const { rows } = await abortable(pool.query('SELECT 1', []), call.signal);
 */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (!signal) return promise;
	return new Promise<T>((resolve, reject) => {
		const onAbort = () => reject(abortedError(signal.reason));
		if (signal.aborted) onAbort();
		else signal.addEventListener('abort', onAbort, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
	});
}
