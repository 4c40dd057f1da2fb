import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCustomers, postgresBackend, postgresSchema } from '../../src/backends/postgres';
import { sampleCustomers } from '../../src/testing';
import { findPgBouncer, type PgBouncer } from '../pgBouncer';
import { findPostgres, type PostgresServer } from '../postgresServer';

const startPooler = findPgBouncer();
const startServer = findPostgres();

describe.runIf(startServer && startPooler)('behind PgBouncer in transaction mode, on two connections', () => {
	let server: PostgresServer;
	let pooler: PgBouncer;
	let pool: Pool;

	beforeAll(async () => {
		server = await startServer!();
		const straight = new Client({ connectionString: server.connectionString });
		await straight.connect();
		await straight.query(postgresSchema);
		await straight.end();
		pooler = await startPooler!(server.connectionString);
		pool = new Pool({ connectionString: pooler.connectionString, max: 16 });
		pool.on('error', () => {});
	}, 60_000);
	afterAll(async () => {
		await pool?.end();
		await pooler?.stop();
		await server?.stop();
	});

	it('lists, searches, counts and writes for many callers at once', async () => {
		const query = pool.query.bind(pool);
		const customers = sampleCustomers(300);
		await importCustomers(query, customers);
		const backend = postgresBackend({ query });
		const known = customers.slice(0, 40);
		const found = await Promise.all(known.map(({ email }) => backend.list({ query: email!, total: 'estimate' })));
		expect(found.map(({ data }) => data[0]?.id)).toEqual(known.map(({ id }) => id));
		const edits = known.map(({ id }, n) => backend.update(id, { name: `Renamed ${n}` }, { idempotencyKey: `key-${n}` }));
		const races = Array.from({ length: 20 }, () => backend.create({ email: 'one@example.com' }));
		expect((await Promise.all(edits)).map(({ name }) => name)).toEqual(known.map((_, n) => `Renamed ${n}`));
		expect(new Set((await Promise.all(races)).map(({ customer }) => customer.id)).size).toBe(1);
		const ids = new Set<string>();
		for (let after: string | undefined, more = true; more; ) {
			const page = await backend.list({ sort: 'name', limit: 50, ...(after && { after }) });
			for (const { id } of page.data) ids.add(id);
			after = page.next ?? undefined;
			more = after !== undefined;
		}
		expect(ids.size).toBe(301);
	});
});
