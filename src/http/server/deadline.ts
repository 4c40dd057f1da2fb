import { wait } from '../../contract/abort';
import { callerLeft, ProblemError } from './problemError';

/** The time a request has, and the signal that ends its work: at the deadline, or when the caller went away. */
export interface Deadline {
	readonly signal: AbortSignal;
	/** Waits for work, but never past the deadline; what comes later is dropped. */
	run<T>(work: () => Promise<T> | T, late?: 'upstream_timeout' | 'request_timeout'): Promise<T>;
	/** Waits for what ends the request, however that turns out: while there is time, and a second at most when there is none left. */
	settle(work: () => Promise<unknown>): Promise<void>;
	/** Starts the time anew: an export has it for every chunk. */
	restart(): void;
	/** Stops the clock while nobody waits. */
	pause(): void;
	/** Stops the clock and lets go of the caller's signal. */
	stop(): void;
	/** Aborts the work at once. */
	abort(): void;
}

/** How long what ends a request may still take once its time is up, in milliseconds. */
export const graceMs = 1000;

/** Starts the clock of one request. */
export function startDeadline(ms: number, caller: AbortSignal | undefined): Deadline {
	const controller = new AbortController();
	const { signal } = controller;
	// One listener for all that waits: Node warns of a leak when one signal has more than ten.
	const waiting = new Set<() => void>();
	signal.addEventListener('abort', () => {
		for (const giveUp of waiting) giveUp();
	});
	let expired = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const abort = () => controller.abort();
	const pause = () => clearTimeout(timer);
	const stop = () => {
		pause();
		caller?.removeEventListener('abort', abort);
	};
	const restart = () => {
		pause();
		timer = setTimeout(() => {
			expired = true;
			controller.abort(new DOMException(`The request was not done within ${ms} ms.`, 'TimeoutError'));
		}, ms);
	};
	if (caller?.aborted) abort();
	else caller?.addEventListener('abort', abort);
	restart();

	const run: Deadline['run'] = (work, late = 'upstream_timeout') =>
		new Promise((resolve, reject) => {
			const onAbort = () =>
				reject(expired ? new ProblemError(late, { message: `The request was not done within ${ms} ms (deadlineMs).` }) : callerLeft());
			if (signal.aborted) return onAbort();
			waiting.add(onAbort);
			new Promise<Awaited<ReturnType<typeof work>>>((settle) => settle(work() as Awaited<ReturnType<typeof work>>))
				.then(resolve, reject)
				.finally(() => waiting.delete(onAbort));
		});
	const settle: Deadline['settle'] = async (work) => {
		const ignored = () => {};
		const settled = work().then(ignored, ignored);
		if (!signal.aborted) return run(() => settled).catch(ignored);
		const done = new AbortController();
		await Promise.race([settled, wait(Math.min(ms, graceMs), done.signal)]);
		done.abort();
	};
	return { signal, run, settle, restart, pause, stop, abort };
}
