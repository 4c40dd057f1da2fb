/** Runs a task after all earlier ones of its key. */
export type RunInQueue = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** How long a task may keep the next one of its key waiting, in milliseconds. */
const patienceMs = 10_000;

/**
 * A queue for each key: its tasks run one after another, those of different keys side by side. It keeps a create from racing another
 * of the same email where the store itself cannot, but in this process only (`createByEmail: 'best-effort'`). A task that hangs does not
 * close its queue for good: after ten seconds the next one runs beside it.
 *
 * @returns what runs a task in its queue. It throws what the task throws
 * @example
 * const runInQueue = createKeyedQueue();
 * const result = await runInQueue(emailKey(input.email), () => backend.create(input));
 */
export function createKeyedQueue(): RunInQueue {
	const tails = new Map<string, Promise<unknown>>();
	return (key, task) => {
		const former = tails.get(key) ?? Promise.resolve();
		const run = former.then(task);
		const tail = former
			.then(() => settled(run))
			.then(() => {
				if (tails.get(key) === tail) tails.delete(key);
			});
		tails.set(key, tail);
		return run;
	};
}

/** Waits for the end of a task, however it turns out, as long as there is patience. */
function settled(task: Promise<unknown>): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, patienceMs);
		const end = () => {
			clearTimeout(timer);
			resolve();
		};
		task.then(end, end);
	});
}
