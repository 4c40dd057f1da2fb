import type { QueryClient } from '@tanstack/react-query';

interface WriteQueue {
	/** All that whoever is written to was known to go by when the first write began. */
	names: readonly string[];
	/** When the writes so far are through, whatever became of them. */
	tail?: Promise<void>;
	/** Versions that writes of this queue have replaced, and by what. */
	replaced: Map<string, string | null | undefined>;
}

const queues = new WeakMap<QueryClient, Set<WriteQueue>>();

/**
 * Runs the writes to one customer, or one subscription, one after another. A write that was begun on a version which an earlier write of the same queue has
 * replaced is sent with the new version: one's own edits do not conflict with each other.
 *
 * @param ids all that whoever is written to goes by; `me` alone may be anyone, waits for all and is waited for by all, or the later of two answers would undo the other
 */
export function queueWrite<T extends object>(
	client: QueryClient,
	scope: string,
	ids: readonly string[],
	ifVersion: string | null | undefined,
	write: (ifVersion: string | null | undefined) => Promise<T & { version?: string | null }>,
): Promise<T> {
	const ofClient = queues.get(client) ?? new Set();
	queues.set(client, ofClient);
	const names = ids.map((id) => `${scope} ${id}`);
	const isOfSame = (queue: WriteQueue) => queue.names.some((name) => names.includes(name));
	const mayBeAnyone = (of: readonly string[]) => of.join() === `${scope} me`;
	const earlier = [...ofClient].filter((queue) => isOfSame(queue) || mayBeAnyone(queue.names) || mayBeAnyone(names));
	const queue: WriteQueue = earlier.find(isOfSame) ?? { names, replaced: new Map() };
	ofClient.add(queue);
	const turn = Promise.all(earlier.map(({ tail }) => tail)).then(async () => {
		let version = ifVersion;
		while (version != null && queue.replaced.has(version)) version = queue.replaced.get(version);
		const written = await write(version);
		if (version != null && written.version !== version) queue.replaced.set(version, written.version);
		return written;
	});
	const leave = () => {
		if (queue.tail === tail) ofClient.delete(queue);
	};
	const tail = turn.then(leave, leave);
	queue.tail = tail;
	return turn;
}
