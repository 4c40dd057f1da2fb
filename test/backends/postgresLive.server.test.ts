import { Client, Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importCustomers, pgListen, postgresBackend, postgresSchema } from '../../src/backends/postgres';
import type { CustomerChange } from '../../src/server';
import { backendContract } from '../../src/testing';
import { people } from '../people';
import { findPostgres, type PostgresServer } from '../postgresServer';
import { olderSchema } from './olderSchema';

const startServer = findPostgres();

describe.runIf(startServer)('live changes on a real Postgres server', () => {
	let server: PostgresServer;
	let pool: Pool;
	let witness: Client;
	const payloads: string[] = [];
	const listen = pgListen(() => new Client({ connectionString: server.connectionString, application_name: 'listener' }));
	const backendOf = () => postgresBackend({ query: pool.query.bind(pool), listen });

	beforeAll(async () => {
		server = await startServer!();
		pool = new Pool({ connectionString: server.connectionString, max: 10 });
		pool.on('error', () => {});
		await pool.query(olderSchema);
		await pool.query(postgresSchema);
		await pool.query(postgresSchema);
		witness = new Client({ connectionString: server.connectionString });
		await witness.connect();
		witness.on('notification', ({ payload = '' }) => payloads.push(payload));
		await witness.query('LISTEN proyecta_customers');
	}, 60_000);
	beforeEach(async () => {
		await pool.query('TRUNCATE proyecta_customers');
		await witness.query('SELECT 1');
		payloads.length = 0;
	});
	afterAll(async () => {
		await witness?.end();
		await pool?.end();
		await server?.stop();
	});

	/** What was told by now: notifications come before the answer of the next statement. */
	async function told() {
		await witness.query('SELECT 1');
		return payloads.splice(0);
	}

	async function listening(scope: string) {
		const heard: CustomerChange[] = [];
		const stop = backendOf().subscribe!((change) => heard.push(change), { scope });
		await vi.waitFor(() => expect(heard).toContainEqual({ type: 'resync' }), 10_000);
		heard.length = 0;
		return { heard, stop };
	}

	for (const { name, check } of backendContract.filter(({ name }) => name.startsWith('live:')))
		it(name, () => check(async () => backendOf()));

	it('say a digest of the scope and an id, and no word of a customer', async () => {
		const { customer } = await backendOf().create({ email: 'asha@example.com', name: 'Asha Rao' }, { scope: 'acme' });
		await backendOf().update(customer.id, { name: 'Asha Khan' }, { scope: 'acme' });
		const [created, updated] = await told();
		expect(created).toMatch(new RegExp(`^[0-9a-f]{64} created ${customer.id}$`));
		expect(updated).toBe(created!.replace('created', 'updated'));
	});

	it('are not told of what the backend keeps beside a customer, nor of what changes nothing, nor of what is rolled back', async () => {
		await pool.query(
			`INSERT INTO proyecta_customers (scope, id, email, email_key, name_key) VALUES ('', 'cus_1', 'a@b.example', 'a@b.example', '')`,
		);
		expect(await told()).toHaveLength(1);
		await backendOf().list({ query: 'example' });
		await pool.query(`UPDATE proyecta_customers SET name = name`);
		await pool.query(`UPDATE proyecta_customers SET name = 'x' WHERE false`);
		await pool.query(`DO $$ BEGIN UPDATE proyecta_customers SET name = 'Gone'; RAISE EXCEPTION 'no'; END $$`).catch(() => {});
		expect(await told()).toEqual([]);
		await pool.query(`UPDATE proyecta_customers SET name = 'By hand'`);
		await pool.query('DELETE FROM proyecta_customers');
		expect((await told()).map((line) => line.slice(65))).toEqual(['updated cus_1', 'updated cus_1']);
	});

	it('are told in both scopes where SQL gives a customer to another, and of both ids where it gives one another', async () => {
		const { customer } = await backendOf().create({ email: 'moved@example.com' }, { scope: 'acme' });
		const { heard: left, stop } = await listening('acme');
		const { heard: came, stop: stopOther } = await listening('other');
		await pool.query(`UPDATE proyecta_customers SET scope = 'other'`);
		await vi.waitFor(
			() => expect([left, came]).toEqual([[{ type: 'updated', id: customer.id }], [{ type: 'created', id: customer.id }]]),
			10_000,
		);
		await pool.query(`UPDATE proyecta_customers SET id = 'cus_renamed'`);
		const renamed = [
			{ type: 'created', id: 'cus_renamed' },
			{ type: 'updated', id: customer.id },
		];
		await vi.waitFor(() => expect(came.slice(1)).toEqual(renamed), 10_000);
		expect(left).toHaveLength(1);
		stop();
		stopOther();
	});

	it('are one gap of the scope where a statement changes more than a hundred', async () => {
		const { heard, stop } = await listening('');
		await importCustomers(pool.query.bind(pool), people(500));
		expect((await told()).map((line) => line.slice(64))).toEqual(['']);
		await vi.waitFor(() => expect(heard).toEqual([{ type: 'resync' }]), 10_000);
		stop();
	});

	it('are a gap of every scope where all are gone at once', async () => {
		const heard = await Promise.all(['acme', ''].map(listening));
		await pool.query('TRUNCATE proyecta_customers');
		expect(await told()).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
		for (const { heard: changes, stop } of heard) {
			await vi.waitFor(() => expect(changes).toEqual([{ type: 'resync' }]), 10_000);
			stop();
		}
	});

	it('go on after the connection was lost, with the gap told', async () => {
		const { heard, stop } = await listening('acme');
		const { rowCount } = await pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'listener'`);
		expect(rowCount).toBeGreaterThan(0);
		await vi.waitFor(() => expect(heard).toEqual([{ type: 'resync' }]), 10_000);
		const { customer } = await backendOf().create({ email: 'b@example.com' }, { scope: 'acme' });
		await vi.waitFor(() => expect(heard.at(-1)).toEqual({ type: 'created', id: customer.id }), 10_000);
		stop();
	});

	it('begin once the database is there', async () => {
		let down = true;
		const late = pgListen(() => new Client({ connectionString: down ? 'postgres://nobody@127.0.0.1:1/none' : server.connectionString }));
		const heard: CustomerChange[] = [];
		const stop = postgresBackend({ query: pool.query.bind(pool), listen: late }).subscribe!((change) => heard.push(change));
		await new Promise((resolve) => setTimeout(resolve, 50));
		down = false;
		heard.length = 0;
		await vi.waitFor(() => expect(heard).toContainEqual({ type: 'resync' }), 10_000);
		const { customer } = await backendOf().create({ email: 'c@example.com' });
		await vi.waitFor(() => expect(heard.at(-1)).toEqual({ type: 'created', id: customer.id }), 10_000);
		stop();
	});

	it('are not offered without a way to listen', async () => {
		const backend = postgresBackend({ query: pool.query.bind(pool) });
		expect([(await backend.capabilities()).live, backend.subscribe]).toEqual([false, undefined]);
	});
});
