import type { QueryClient } from '@tanstack/react-query';

interface WriteQueue {
	/** When the writes so far are through, whatever became of them. */
	tail: Promise<void>;
	/** Versions that writes of this queue have replaced, and by what. */
	replaced: Map<string, string | null | undefined>;
}

const queues = new WeakMap<QueryClient, Map<string, WriteQueue>>();

/**
 * Runs the writes to one customer, or one subscription, one after another. A write that was begun on a version which an earlier write of the same queue has
 * replaced is sent with the new version: one's own edits do not conflict with each other.
 *
 * @param ids all that whoever is written to goes by
 */
export function queueWrite<T extends object>(
	client: QueryClient,
	scope: string,
	ids: readonly [string, ...string[]],
	ifVersion: string | null | undefined,
	write: (ifVersion: string | null | undefined) => Promise<T & { version?: string | null }>,
): Promise<T> {
	const ofClient = queues.get(client) ?? new Map<string, WriteQueue>();
	queues.set(client, ofClient);
	const nameOf = (id: string) => `${scope} ${id}`;
	const of = nameOf(ids.find((id) => ofClient.has(nameOf(id))) ?? ids[0]);
	const queue = ofClient.get(of) ?? { tail: Promise.resolve(), replaced: new Map() };
	ofClient.set(of, queue);
	const turn = queue.tail.then(async () => {
		let version = ifVersion;
		while (version != null && queue.replaced.has(version)) version = queue.replaced.get(version);
		const written = await write(version);
		if (version != null && written.version !== version) queue.replaced.set(version, written.version);
		return written;
	});
	const leave = () => {
		if (queue.tail === tail) ofClient.delete(of);
	};
	const tail = turn.then(leave, leave);
	queue.tail = tail;
	return turn;
}
