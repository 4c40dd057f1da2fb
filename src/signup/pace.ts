import { wait } from '../contract/abort';

/** When calls may be made, for all who make them together. */
export interface Pace {
	/** Waits until the next call may be made. @throws `aborted` */
	ready(signal: AbortSignal | undefined): Promise<void>;
	/** Lets nobody make a call for so many milliseconds. */
	holdOff(ms: number): void;
}

/** A server that says when to come back says so to everybody. */
export function createPace(): Pace {
	// Unlike the time of day, this clock is never put back.
	let until = performance.now();
	return {
		async ready(signal) {
			for (let left = until - performance.now(); left > 0; left = until - performance.now()) await wait(left, signal);
		},
		holdOff(ms) {
			until = Math.max(until, performance.now() + ms);
		},
	};
}
