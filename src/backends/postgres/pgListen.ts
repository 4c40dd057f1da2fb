import type { PostgresListen } from './changes';

/** What `pgListen` needs of a `Client` of node-postgres. */
export interface PgClient {
	/**
	 * Opens the connection.
	 * @throws anything, taken as `upstream_unavailable`: it is tried again, with another client
	 */
	connect(): Promise<unknown>;
	/**
	 * Runs a statement.
	 * @throws anything, taken as `upstream_unavailable`: the connection is given up then
	 */
	query(text: string): Promise<unknown>;
	/**
	 * Closes the connection.
	 * @throws anything, `upstream_unavailable` or not: nobody hears of it
	 */
	end(): Promise<unknown>;
	/** Hears of notifications, and of the connection's end. */
	on(event: 'notification', listener: (message: { channel: string; payload?: string | undefined }) => void): unknown;
	on(event: 'error' | 'end', listener: () => void): unknown;
}

/** In milliseconds, between two tries to connect: at first, and at most. */
const [soon, late] = [250, 5_000];

/** In milliseconds: so often a connection is asked whether it lives, and so long it may take to say so, or to open. */
const [beat, silence] = [30_000, 10_000];

/**
 * Listens by a connection of its own, and by a new one where that breaks, as when the database restarts. It needs the server itself or a
 * pooler in session mode: behind one in transaction mode nothing is heard.
 *
 * @param connect makes a client each time: never one of a pool, which closes what is idle
 * @returns the `listen` of `postgresBackend`
 * @example
 * import { Client } from 'pg';
 *
 * const listen = pgListen(() => new Client({ connectionString: process.env.DATABASE_URL }));
 * const backend = postgresBackend({ query: pool.query.bind(pool), listen });
 */
export function pgListen(connect: () => PgClient): PostgresListen {
	return async (channel, onNotify) => {
		let stopped = false;
		let failures = 0;
		let close = () => {};
		let timer: ReturnType<typeof setTimeout> | undefined;

		/** Resolves once this connection listens, or is given up. */
		const open = () =>
			new Promise<void>((tried) => {
				let client: PgClient | undefined;
				let over = false;
				const lost = () => {
					if (over) return;
					over = true;
					clearTimeout(timer);
					client?.end().catch(() => {});
					if (!stopped) timer = setTimeout(open, Math.min(late, soon * 2 ** failures++));
					tried();
				};
				const waitForAnswer = () => {
					timer = setTimeout(lost, silence);
				};
				const ask = async () => {
					await client!.query('SELECT 1');
					if (over) return;
					clearTimeout(timer);
					timer = setTimeout(() => {
						waitForAnswer();
						ask().catch(lost);
					}, beat);
				};
				const begin = async () => {
					client = connect();
					client.on('error', lost);
					client.on('end', lost);
					client.on('notification', ({ channel: from, payload = '' }) => {
						if (!over && from === channel) onNotify(payload);
					});
					await client.connect();
					await client.query(`LISTEN ${channel}`);
					await ask();
					if (over) return;
					failures = 0;
					tried();
					// Nobody told this connection of what happened before it.
					onNotify('');
				};
				close = lost;
				waitForAnswer();
				begin().catch(lost);
			});
		await open();
		return () => {
			stopped = true;
			clearTimeout(timer);
			close();
		};
	};
}
