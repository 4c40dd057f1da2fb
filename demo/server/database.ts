import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { Client, Pool } from 'pg';
import { type PostgresListen, type PostgresQuery, pgListen, postgresSchema } from '../../src/backends/postgres';
import { lockFolder } from './folderLock';
import type { Settings } from './settings';
import { usersSchema } from './users';

export interface Database {
	query: PostgresQuery;
	/** Reaches a server beside `query`, to cancel what nobody waits for. */
	cancel?: PostgresQuery;
	/** Hears of what others change. */
	listen: PostgresListen;
	/** How it is called on the console. */
	name: string;
	close(): Promise<void>;
}

/** Opens the database that the settings name, with every table in place. */
export async function openDatabase(settings: Settings): Promise<Database> {
	const database = settings.databaseUrl ? openServer(settings.databaseUrl) : await openFolder(settings.dataFolder);
	try {
		for (const schema of [postgresSchema, ...usersSchema]) await database.query(schema, []);
		return database;
	} catch (error) {
		await database.close();
		throw new Error(`The tables could not be made in ${database.name}.`, { cause: error });
	}
}

function openServer(connectionString: string): Database {
	const limits = { connectionString, connectionTimeoutMillis: 5_000, query_timeout: 12_000 };
	const pool = new Pool({ ...limits, max: 10, statement_timeout: 8_000 });
	const canceller = new Pool({ ...limits, max: 1 });
	const pools = [pool, canceller];
	// Without a listener, an idle connection that breaks would end the process.
	for (const each of pools) each.on('error', (error) => console.error(`A connection to Postgres was lost: ${error.message}`));
	return {
		query: pool.query.bind(pool),
		cancel: canceller.query.bind(canceller),
		listen: pgListen(() => new Client(limits)),
		name: 'the Postgres of DATABASE_URL',
		close: async () => void (await Promise.all(pools.map((each) => each.end()))),
	};
}

async function openFolder(folder: string): Promise<Database> {
	const unlock = lockFolder(folder);
	try {
		const database = await PGlite.create({ dataDir: join(folder, 'postgres'), extensions: { pg_trgm } });
		const close = () => database.close().finally(unlock);
		const [query, listen] = [database.query.bind(database), database.listen.bind(database)];
		return { query, listen, name: `an embedded Postgres in ${folder}`, close };
	} catch (error) {
		unlock();
		throw new Error(`The embedded Postgres in ${folder} did not open. If it is damaged, delete the folder: it is seeded anew.`, {
			cause: error,
		});
	}
}
