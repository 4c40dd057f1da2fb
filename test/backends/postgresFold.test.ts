import type { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postgresBackend, postgresSchema } from '../../src/backends/postgres';
import type { CustomerBackend } from '../../src/server';
import { emptyPglite } from '../pglite';
import { findPostgres } from '../postgresServer';
import { insertAsOlder, olderSchema, olderSearch, renameAsOlder } from './olderSchema';

let database: PGlite;
let query: (text: string, params: unknown[]) => Promise<{ rows: unknown[] }>;
let backend: CustomerBackend;

beforeAll(async () => {
	database = await emptyPglite();
	query = database.query.bind(database);
	backend = postgresBackend({ query });
}, 60_000);
beforeEach(async () => {
	await database.exec('DROP TABLE IF EXISTS proyecta_customers, proyecta_customer_keys, proyecta_customer_secrets');
	await query(olderSchema, []);
});
afterAll(() => database.close());

/** A server, where there is one, with the older table: it is done with many rows in a tenth of the time. */
async function fastest(): Promise<{ query: typeof query; close: () => Promise<void> }> {
	const server = await findPostgres()?.();
	if (!server) return { query, close: async () => {} };
	const pool = new Pool({ connectionString: server.connectionString });
	await pool.query(olderSchema);
	return { query: pool.query.bind(pool), close: () => pool.end().then(server.stop) };
}

async function found(text: string, from = backend): Promise<string[]> {
	return (await from.list({ query: text })).data.map(({ id }) => id).sort();
}

async function names(sort: 'name' | '-name', limit = 2): Promise<(string | null)[]> {
	const all: (string | null)[] = [];
	let after: string | undefined;
	do {
		const page = await backend.list({ sort, limit, ...(after && { after }) });
		all.push(...page.data.map(({ name }) => name));
		after = page.next ?? undefined;
	} while (after);
	return all;
}

describe('a table of an older version', () => {
	it('is found and sorted by folded text once the schema has run, also when it runs again', async () => {
		for (const [id, name] of [
			['a', 'Céline'],
			['b', 'Zoe'],
			['c', 'Ärger'],
			['d', null],
			['e', 'Łukasz'],
		] as const)
			await insertAsOlder(query, id, name);
		await query(postgresSchema, []);
		await query(postgresSchema, []);
		expect(await found('celine')).toEqual(['cus_a']);
		expect(await names('name')).toEqual(['Ärger', 'Céline', 'Łukasz', 'Zoe', null]);
		expect(await names('-name')).toEqual(['Zoe', 'Łukasz', 'Céline', 'Ärger', null]);
	});

	it('keeps versions and creation times while it is folded', async () => {
		await insertAsOlder(query, 'a', 'Céline');
		await query(postgresSchema, []);
		const before = await backend.get('cus_a');
		await found('celine');
		expect(await backend.get('cus_a')).toEqual(before);
	});

	it('may be written by older processes and by SQL of the host’s own beside this one', async () => {
		await query(postgresSchema, []);
		await insertAsOlder(query, 'a', 'Céline', '+79261234567');
		expect(await found('celine')).toEqual(['cus_a']);
		await renameAsOlder(query, 'a', 'Łukasz');
		expect(await found('lukasz')).toEqual(['cus_a']);
		expect(await found('celine')).toEqual([]);
		await query(`UPDATE proyecta_customers SET email = 'x@bücher.example', email_key = 'x@xn--bcher-kva.example' WHERE id = 'cus_a'`, []);
		expect(await found('bucher')).toEqual(['cus_a']);
		expect(await found('8 (926) 123-45-67')).toEqual(['cus_a']);
	});

	it('is read by older processes as they wrote it, whoever writes', async () => {
		await query(postgresSchema, []);
		const { customer } = await backend.create({ email: 'a@example.com', name: 'Céline' });
		const older = async (text: string) => (await query(olderSearch, [`%${text}%`])).rows;
		expect(await older('céline')).toEqual([{ id: customer.id }]);
		await backend.update(customer.id, { name: 'Łukasz' });
		expect(await older('łukasz')).toEqual([{ id: customer.id }]);
	});

	it('is folded anew where two writes crossed: a name by one who had read the former email', async () => {
		await query(postgresSchema, []);
		const { customer } = await backend.create({ email: 'a@example.com', name: 'Asha' });
		const crossed = postgresBackend({
			async query(text, params) {
				if (text.includes('UPDATE')) await backend.update(customer.id, { email: 'a@bücher.example' });
				return query(text, params);
			},
		});
		await crossed.update(customer.id, { name: 'Céline' });
		expect(await found('celine')).toEqual([customer.id]);
		expect(await found('bucher')).toEqual([customer.id]);
	});

	it('of very many rows answers at once as before, walks on in the order that the walk began in, and folds the rest meanwhile', async () => {
		const { query, close } = await fastest();
		const backend = postgresBackend({ query });
		await query(
			`INSERT INTO proyecta_customers (scope, id, email, email_key, name, name_key)
			SELECT '', 'cus_' || n, n || '@example.com', n || '@example.com', 'Zoë ' || n, 'zoë ' || n FROM generate_series(1, 20100) AS n`,
			[],
		);
		await insertAsOlder(query, 'first', 'Ärger');
		await insertAsOlder(query, 'last', 'Zz');
		await query(postgresSchema, []);
		const first = await backend.list({ sort: '-name', limit: 1 });
		expect(first.data[0]?.name).toBe('Ärger');
		expect(await found('zoë 20099', backend)).toEqual(['cus_20099']);
		const settled = async () => {
			const { rows } = await query('SELECT count(*)::int AS stale FROM proyecta_customers WHERE folded_from IS NULL', []);
			return (rows[0] as { stale: number }).stale;
		};
		while ((await settled()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
		expect((await backend.list({ sort: '-name', limit: 1, after: first.next! })).data[0]?.name).toBe('Zz');
		expect((await backend.list({ sort: 'name', limit: 1 })).data[0]?.name).toBe('Ärger');
		expect(await found('zoe 20099', backend)).toEqual(['cus_20099']);
		await close();
	}, 120_000);
});
