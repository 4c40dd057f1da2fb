import { connect, createServer, type Socket } from 'node:net';
import type { Pool } from 'pg';
import type { PostgresQuery } from '../src/backends/postgres';

/** What becomes of the next statement that is meant, and of its connection. */
export type Fault =
	/** It never arrives: the connection is reset. */
	| 'before'
	/** It arrives, and is under way when `reset` is called. */
	| 'during'
	/** It is done, and the connection is reset in place of its answer. */
	| 'after'
	/** Its answer comes a few bytes at a time. */
	| 'trickle'
	/** Nothing comes back, ever, and nothing ends. */
	| 'silence';

/** A way to Postgres that breaks where it is told to. */
export interface FaultProxy {
	port: number;
	/** Does this to the next statement whose text has these words. Resolves once it has come. */
	next(fault: Fault, words: string): Promise<void>;
	/** Whether such a statement is still to come. */
	readonly armed: boolean;
	/** Asks through it. Only the answer that never comes is given up, and soon: any other may take as long as a busy machine needs. */
	asking(pool: Pool): PostgresQuery;
	/** Resets every connection; while `down`, each new one too. */
	reset(down?: boolean): void;
	stop(): Promise<void>;
}

/** How Postgres ends an answer: ready for the next statement, in no transaction. */
const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** Listens on this machine, and passes everything on to a Postgres on it. */
export async function startFaultProxy(port: number): Promise<FaultProxy> {
	const pairs = new Set<readonly [Socket, Socket]>();
	let armed: { fault: Fault; words: string; met: () => void } | null = null;
	let down = false;

	function join(client: Socket): void {
		if (down) return void client.resetAndDestroy();
		const server = connect(port, '127.0.0.1');
		const pair = [client, server] as const;
		pairs.add(pair);
		let fault: Fault | null = null;
		const cut = () => {
			pairs.delete(pair);
			for (const side of pair) side.resetAndDestroy();
		};
		client.on('data', (bytes) => {
			if (armed !== null && bytes.includes(armed.words)) {
				fault = armed.fault;
				armed.met();
				armed = null;
			}
			if (fault === 'before') cut();
			else if (fault !== 'silence') server.write(bytes);
		});
		server.on('data', async (bytes) => {
			if (fault === 'after') {
				if (bytes.subarray(-ready.length).equals(ready)) cut();
			} else if (fault === 'trickle') {
				server.pause();
				for (let at = 0; at < bytes.length; at += 13) {
					client.write(bytes.subarray(at, at + 13));
					await new Promise(setImmediate);
				}
				server.resume();
			} else client.write(bytes);
		});
		for (const side of pair) side.setNoDelay(true).on('error', () => {});
		client.on('close', () => server.destroy());
		server.on('close', () => client.destroy());
	}

	const proxy = createServer(join);
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	const reset = (stays = false) => {
		down = stays;
		for (const pair of pairs) for (const side of pair) side.resetAndDestroy();
		pairs.clear();
	};
	return {
		port: (proxy.address() as { port: number }).port,
		get armed() {
			return armed !== null;
		},
		asking: (pool) => (text, values) => {
			const hangs = armed?.fault === 'silence' && text.includes(armed.words);
			const statement = { text, values, query_timeout: hangs ? 200 : 30_000 };
			return pool.query(statement);
		},
		next: (fault, words) =>
			new Promise((met) => {
				armed = { fault, words, met };
			}),
		reset,
		async stop() {
			reset(true);
			await new Promise((resolve) => proxy.close(resolve));
		},
	};
}
