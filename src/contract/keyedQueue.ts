/** Runs a task after all earlier ones of its key. */
export type RunInQueue = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/**
 * A queue for each key: its tasks run one after another, those of different keys side by side. It keeps a create from racing another
 * of the same email where the store itself cannot, but in this process only (`createByEmail: 'best-effort'`).
 *
 * @returns what runs a task in its queue. It throws what the task throws
 * @example
 * const runInQueue = createKeyedQueue();
 * const result = await runInQueue(emailKey(input.email), () => backend.create(input));
 */
export function createKeyedQueue(): RunInQueue {
	const tails = new Map<string, Promise<unknown>>();
	return (key, task) => {
		const run = (tails.get(key) ?? Promise.resolve()).then(task, task);
		const tail = run.catch(() => {}).then(() => void (tails.get(key) === tail && tails.delete(key)));
		tails.set(key, tail);
		return run;
	};
}
