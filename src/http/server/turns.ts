import { abortedError } from '../../contract/abort';

/** Runs work when its owner's turn has come. @throws `aborted`, if the signal fires before that, and what the work throws */
export type TakeTurns = <T>(owner: string, signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

/** Lets some works run at a time. The others wait, and each owner is next in turn, however many of another's are waiting. */
export function createTurns(atOnce: number): TakeTurns {
	/** The owner at the front is next, and goes to the back then. */
	const waiting = new Map<string, (() => void)[]>();
	let running = 0;

	function startNext(): void {
		const [next] = waiting;
		if (!next || running >= atOnce) return;
		const [owner, [start, ...others]] = next;
		waiting.delete(owner);
		if (others.length > 0) waiting.set(owner, others);
		running++;
		start?.();
	}

	function turn(owner: string, signal: AbortSignal): Promise<void> {
		return new Promise((resolve, reject) => {
			const start = () => {
				signal.removeEventListener('abort', leave);
				resolve();
			};
			const leave = () => {
				const others = waiting.get(owner)!.filter((one) => one !== start);
				if (others.length > 0) waiting.set(owner, others);
				else waiting.delete(owner);
				reject(abortedError(signal.reason));
			};
			if (signal.aborted) return reject(abortedError(signal.reason));
			signal.addEventListener('abort', leave);
			const own = waiting.get(owner);
			if (own) own.push(start);
			else waiting.set(owner, [start]);
			startNext();
		});
	}

	return async (owner, signal, work) => {
		await turn(owner, signal);
		try {
			return await work();
		} finally {
			running--;
			startNext();
		}
	};
}
