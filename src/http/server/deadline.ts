import { CustomerError } from '../../contract/errors';
import { ProblemError } from './problemError';

/** The time a request has, and the signal that ends its work: at the deadline, or when the caller went away. */
export interface Deadline {
	readonly signal: AbortSignal;
	/** Waits for work, but never past the deadline; what comes later is dropped. */
	run<T>(work: () => Promise<T> | T, late?: 'upstream_timeout' | 'request_timeout'): Promise<T>;
	/** Starts the time anew: an export has it for every chunk. */
	restart(): void;
	/** Stops the clock while nobody waits. */
	pause(): void;
	/** Stops the clock and lets go of the caller's signal. */
	stop(): void;
	/** Aborts the work at once. */
	abort(): void;
}

/** Starts the clock of one request. */
export function startDeadline(ms: number, caller: AbortSignal): Deadline {
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
		caller.removeEventListener('abort', abort);
	};
	const restart = () => {
		pause();
		timer = setTimeout(() => {
			expired = true;
			controller.abort();
		}, ms);
	};
	if (caller.aborted) abort();
	else caller.addEventListener('abort', abort, { once: true });
	restart();

	return {
		signal,
		restart,
		pause,
		stop,
		abort,
		run(work, late = 'upstream_timeout') {
			return new Promise((resolve, reject) => {
				const onAbort = () =>
					reject(
						expired
							? new ProblemError(late, { message: `The request was not done within ${ms} ms (deadlineMs).` })
							: new ProblemError('request_timeout', { cause: new CustomerError('aborted', { message: 'The caller went away.' }) }),
					);
				if (signal.aborted) return onAbort();
				waiting.add(onAbort);
				new Promise<Awaited<ReturnType<typeof work>>>((settle) => settle(work() as Awaited<ReturnType<typeof work>>))
					.then(resolve, reject)
					.finally(() => waiting.delete(onAbort));
			});
		},
	};
}
