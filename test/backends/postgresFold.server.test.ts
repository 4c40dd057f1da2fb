import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postgresBackend, postgresSchema } from '../../src/backends/postgres';
import { findPostgres, type PostgresServer } from '../postgresServer';
import { insertAsOlder, olderSchema, renameAsOlder } from './olderSchema';

const startServer = findPostgres();

describe.runIf(startServer)('a table of an older version on a real server', () => {
	let server: PostgresServer;
	let pool: Pool;
	let query: Pool['query'];

	beforeAll(async () => {
		server = await startServer!();
		pool = new Pool({ connectionString: server.connectionString, max: 20 });
		query = pool.query.bind(pool) as Pool['query'];
	}, 60_000);
	beforeEach(async () => {
		await pool.query('DROP TABLE IF EXISTS proyecta_customers, proyecta_customer_keys, proyecta_customer_secrets');
		await pool.query(olderSchema);
	});
	afterAll(async () => {
		await pool?.end();
		await server?.stop();
	});

	const process = () => postgresBackend({ query: pool.query.bind(pool) });
	const found = async (text: string) => (await process().list({ query: text })).data.map(({ id }) => id).sort();

	it('is brought along by many processes at once, while older and newer ones write and search', async () => {
		for (let n = 0; n < 200; n++) await insertAsOlder(query, `old${n}`, `Zoë ${n}`);
		const starts = Array.from({ length: 5 }, () => pool.query(postgresSchema));
		const older = Array.from({ length: 50 }, (_, n) => insertAsOlder(query, `beside${n}`, `Łukasz ${n}`));
		const renamed = Array.from({ length: 50 }, (_, n) => renameAsOlder(query, `old${n}`, `Đurić ${n}`));
		await Promise.all(starts);
		const searches = Array.from({ length: 10 }, () => process().list({ query: 'zoe', limit: 100 }));
		const created = Array.from({ length: 20 }, (_, n) => process().create({ email: `new${n}@example.com`, name: `Émile ${n}` }));
		await Promise.all([...older, ...renamed, ...searches, ...created]);
		const total = async (text: string) => (await process().list({ query: text, limit: 1, total: 'exact' })).total?.value;
		expect([await total('zoe'), await total('lukasz'), await total('duric'), await total('emile')]).toEqual([150, 50, 50, 20]);
	}, 60_000);

	it('that somebody else reads for long is not locked for the others meanwhile', async () => {
		await insertAsOlder(query, 'a', 'Céline');
		const reader = await pool.connect();
		await reader.query('BEGIN');
		await reader.query('SELECT * FROM proyecta_customers');
		const start = pool.query(postgresSchema);
		const hasty = new Pool({ connectionString: server.connectionString, max: 1 });
		await hasty.query('SET statement_timeout = 1000');
		for (let n = 0; n < 5; n++) await hasty.query('SELECT count(*) FROM proyecta_customers');
		await hasty.end();
		await reader.query('COMMIT');
		reader.release();
		await start;
		expect(await found('celine')).toEqual(['cus_a']);
	}, 30_000);

	it('is searched while somebody is writing a row of it, and finds that row once it is written', async () => {
		await insertAsOlder(query, 'a', 'Céline');
		await insertAsOlder(query, 'b', 'Zoë');
		await pool.query(postgresSchema);
		const writer = await pool.connect();
		await writer.query('BEGIN');
		await renameAsOlder(writer.query.bind(writer) as Pool['query'], 'a', 'Łukasz');
		expect(await found('zoe')).toEqual(['cus_b']);
		expect(await found('céline')).toEqual(['cus_a']);
		await writer.query('COMMIT');
		writer.release();
		expect(await found('lukasz')).toEqual(['cus_a']);
	}, 30_000);

	it('takes no lock at a start that finds everything in place', async () => {
		await pool.query(postgresSchema);
		const writer = await pool.connect();
		await writer.query('BEGIN');
		await insertAsOlder(writer.query.bind(writer) as Pool['query'], 'a', 'Céline');
		const hasty = new Pool({ connectionString: server.connectionString, max: 1 });
		await hasty.query('SET lock_timeout = 500');
		await hasty.query(postgresSchema);
		expect((await hasty.query('SHOW lock_timeout')).rows).toEqual([{ lock_timeout: '500ms' }]);
		await hasty.end();
		await writer.query('COMMIT');
		writer.release();
	}, 30_000);
});
