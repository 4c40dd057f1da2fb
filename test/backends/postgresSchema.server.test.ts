import { Pool, type PoolClient } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postgresSchema } from '../../src/backends/postgres';
import { findPostgres, type PostgresServer } from '../postgresServer';
import { insertAsOlder, olderSchema } from './olderSchema';

const startServer = findPostgres();

describe.runIf(startServer)('the schema, run while somebody is in the middle of a transaction', () => {
	let server: PostgresServer;
	let pool: Pool;
	/** Waits for no lock longer than a second. */
	let hasty: Pool;
	let open: PoolClient;

	beforeAll(async () => {
		server = await startServer!();
		pool = new Pool({ connectionString: server.connectionString, max: 5 });
		hasty = new Pool({ connectionString: server.connectionString, max: 1, options: '-c lock_timeout=1000' });
	}, 60_000);
	beforeEach(async () => {
		await pool.query(
			'DROP TABLE IF EXISTS proyecta_customers, proyecta_customer_keys, proyecta_customer_secrets, proyecta_customer_answers, proyecta_customer_rates',
		);
		open = await pool.connect();
	});
	afterEach(async () => {
		await open.query('ROLLBACK');
		open.release();
	});
	afterAll(async () => {
		await Promise.all([pool?.end(), hasty?.end()]);
		await server?.stop();
	});

	const write = (on: Pool | PoolClient, id: string) => insertAsOlder(on.query.bind(on) as Pool['query'], id, 'Céline');
	const waiting = async () => {
		const { rows } = await pool.query(`SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event IN ('PgSleep', 'relation')`);
		return (rows[0] as { count: number }).count > 0;
	};

	const steps: Record<string, () => Promise<unknown>> = {
		'an index is missing': async () => {
			await pool.query(postgresSchema);
			return pool.query('DROP INDEX proyecta_customers_country');
		},
		'the table is of an older version': () => pool.query(olderSchema),
		'the columns of a newer one are there, and its indexes are not': async () => {
			await pool.query(olderSchema);
			return pool.query('ALTER TABLE proyecta_customers ADD name_sort text, ADD search_text text, ADD folded_from text');
		},
	};
	it.each(Object.entries(steps))('lets others write where %s, and adds it afterwards', async (_, before) => {
		await before();
		await open.query('BEGIN');
		await write(open, 'open');
		const start = pool.query(postgresSchema);
		while (!(await waiting()));
		for (let n = 0; n < 20; n++) await write(hasty, `n${n}`);
		await open.query('COMMIT');
		await start;
		const { rows } = await pool.query(
			`SELECT indexname FROM pg_indexes WHERE indexname IN ('proyecta_customers_country', 'proyecta_customers_stale')`,
		);
		expect(rows).toHaveLength(2);
		expect((await pool.query('SELECT count(*)::int FROM proyecta_customers')).rows).toEqual([{ count: 21 }]);
	});

	it('waits for nobody where everything is in place, not even for a table that is locked', async () => {
		await pool.query(postgresSchema);
		await open.query('BEGIN');
		for (const table of ['s', '_keys', '_secrets', '_answers', '_rates'].map((name) => `proyecta_customer${name}`))
			await open.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
		await hasty.query(postgresSchema);
		expect((await hasty.query('SHOW lock_timeout')).rows).toEqual([{ lock_timeout: '1s' }]);
	});

	it('waits for nobody who runs it in a transaction of migrations that goes on, and needs no right to make tables, where everything is in place', async () => {
		await pool.query(postgresSchema);
		await open.query('BEGIN');
		await open.query(postgresSchema);
		await open.query(`SELECT pg_advisory_xact_lock(hashtext('proyecta_customers'))`);
		await hasty.query(postgresSchema);
		await pool.query('DROP ROLE IF EXISTS proyecta_customers_reader');
		await pool.query('CREATE ROLE proyecta_customers_reader');
		const reader = await pool.connect();
		try {
			await reader.query('SET ROLE proyecta_customers_reader');
			await reader.query(postgresSchema);
		} finally {
			reader.release(true);
			await pool.query('DROP ROLE proyecta_customers_reader');
		}
	});

	it('waits a tenth of a second at a time for another who makes what is missing', async () => {
		await pool.query(postgresSchema);
		await pool.query('DROP INDEX proyecta_customers_country');
		await open.query('BEGIN');
		await open.query(postgresSchema);
		const start = pool.query(postgresSchema);
		while (!(await waiting()));
		await open.query('COMMIT');
		await start;
	});
});
