import type { QueryClient } from '@tanstack/react-query';

interface Line {
	waiting: number;
	tail: Promise<unknown>;
	/** Versions that writes of this line have replaced, and by what. */
	replaced: Map<string, string | null>;
}

const linesByClient = new WeakMap<QueryClient, Map<string, Line>>();

/**
 * Runs the writes to one customer one after another. A write that was begun on a version which an earlier write of the same line has
 * replaced is sent with the new version: one's own edits do not conflict with each other.
 */
export async function inLine<T extends { version: string | null }>(
	client: QueryClient,
	customer: string,
	ifVersion: string | undefined,
	write: (ifVersion: string | undefined) => Promise<T>,
): Promise<T> {
	const lines = linesByClient.get(client) ?? new Map<string, Line>();
	linesByClient.set(client, lines);
	const line = lines.get(customer) ?? { waiting: 0, tail: Promise.resolve(), replaced: new Map() };
	lines.set(customer, line);
	line.waiting += 1;
	const turn = line.tail.then(async () => {
		let version = ifVersion;
		while (version !== undefined && line.replaced.has(version)) version = line.replaced.get(version) ?? undefined;
		const written = await write(version);
		if (version !== undefined && written.version !== version) line.replaced.set(version, written.version);
		return written;
	});
	line.tail = turn.catch(() => undefined);
	try {
		return await turn;
	} finally {
		line.waiting -= 1;
		if (line.waiting === 0) lines.delete(customer);
	}
}
