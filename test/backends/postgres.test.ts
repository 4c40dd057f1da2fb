import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { importCustomers, postgresBackend, postgresSchema } from '../../src/backends/postgres';
import type { Customer, CustomerBackend, ListCustomersRequest } from '../../src/server';
import { openPglite } from '../pglite';

let database: PGlite;
let query: (text: string, params: unknown[]) => Promise<{ rows: unknown[] }>;
let backend: CustomerBackend;

beforeAll(async () => {
	database = await openPglite();
	query = database.query.bind(database);
	backend = postgresBackend({ query });
}, 60_000);
beforeEach(() => database.exec('TRUNCATE proyecta_customers, proyecta_customer_keys'));
afterAll(() => database.close());

function customer(id: string, values: Partial<Customer> = {}): Customer {
	const email = `${id}@example.com`;
	return { id: `cus_${id}`, email, name: null, phone: null, address: null, created: '2026-03-01T10:00:00Z', version: null, ...values };
}

/** Takes the secret of cursors away for the test; those that are there already keep it in mind. */
async function withoutSecret(): Promise<void> {
	await backend.list({});
	const { rows } = await database.query<{ value: string }>('DELETE FROM proyecta_customer_secrets RETURNING value');
	onTestFinished(async () => {
		await database.query(`UPDATE proyecta_customer_secrets SET value = $1`, [rows[0]!.value]);
	});
}

async function walk(request: ListCustomersRequest, direction: 'after' | 'before' = 'after', from?: string | null): Promise<string[]> {
	const ids: string[] = [];
	let cursor = from;
	do {
		const page = await backend.list({ ...request, ...(cursor ? { [direction]: cursor } : {}) });
		const found = page.data.map(({ id }) => id);
		ids.push(...(direction === 'after' ? found : found.reverse()));
		cursor = direction === 'after' ? page.next : page.previous;
	} while (cursor);
	return ids;
}

describe('the tables', () => {
	it('may be made again at every start without touching what they hold', async () => {
		await importCustomers(query, [customer('a')]);
		await database.query(postgresSchema);
		expect((await backend.list({})).data).toHaveLength(1);
	});
});

describe('a statement that hangs', () => {
	it.each([1, 2, 3])('as the %s. of all, holds up no list after it', async (hung) => {
		await withoutSecret();
		let sent = 0;
		const flaky = postgresBackend({ query: (text, params) => (++sent === hung ? new Promise(() => {}) : query(text, params)) });
		const left = new AbortController();
		const first = flaky.list({}, { signal: left.signal });
		while (sent < hung) await new Promise(setImmediate);
		expect((await flaky.list({})).data).toEqual([]);
		left.abort();
		await expect(first).rejects.toMatchObject({ code: 'aborted' });
	});
});

describe('the secret of cursors', () => {
	/** Reads that go to a copy of the database, which has nothing that was written meanwhile. */
	const withReplica = () =>
		postgresBackend({ query: async (text, params) => (/^SELECT value/.test(text) ? { rows: [] } : query(text, params)) });

	it('is the one that all servers have, also where reads come from a replica that does not have it yet', async () => {
		await withoutSecret();
		await importCustomers(query, [customer('a'), customer('b')]);
		const [one, other] = [withReplica(), withReplica()];
		const { next } = await one.list({ limit: 1 });
		for (const server of [other, postgresBackend({ query })])
			expect((await server.list({ limit: 1, after: next! })).data.map(({ id }) => id)).toEqual(['cus_a']);
	});

	it('is written once, so that a database that takes no writes can be read', async () => {
		await backend.list({});
		const written: string[] = [];
		const reader = postgresBackend({
			query: (text, params) => {
				if (/INSERT|UPDATE/.test(text)) written.push(text);
				return query(text, params);
			},
		});
		await reader.list({});
		expect(written).toEqual([]);
	});
});

describe('a list that is given up where nothing can cancel it', () => {
	it('is the only one of its scope that runs, however often one is given up, and holds up nothing else', async () => {
		const running: string[] = [];
		const finish: (() => void)[] = [];
		const slow = postgresBackend({
			query: async (text, params) => {
				if (text.includes('ORDER BY')) {
					running.push(String(params[0]));
					await new Promise<void>((resolve) => finish.push(resolve));
				}
				return query(text, params);
			},
		});
		const began = (count: number) => vi.waitUntil(() => running.length === count, { interval: 1 });
		const list = (scope: string) => {
			const caller = new AbortController();
			const answer = slow.list({}, { scope, signal: caller.signal });
			const giveUp = () => {
				caller.abort();
				return expect(answer).rejects.toMatchObject({ code: 'aborted' });
			};
			return { answer, giveUp };
		};
		const first = list('a');
		await began(1);
		await first.giveUp();
		for (let n = 0; n < 9; n++) {
			const next = list('a');
			await expect(slow.get('cus_none', { scope: 'a' })).rejects.toMatchObject({ code: 'not_found' });
			await next.giveUp();
		}
		const other = list('b');
		await began(2);
		expect(running).toEqual(['a', 'b']);
		const last = list('a');
		finish.splice(0).forEach((end) => void end());
		expect((await other.answer).data).toEqual([]);
		await began(3);
		finish.splice(0).forEach((end) => void end());
		expect((await last.answer).data).toEqual([]);
	});
});

describe('lists that one caller begins side by side where nothing can cancel them', () => {
	/** A backend whose lists take until they are finished, and what is sent to the database. */
	function slowLists() {
		const sent: string[] = [];
		const finish: (() => void)[] = [];
		const slow = postgresBackend({
			query: async (text, params) => {
				if (text.includes('ORDER BY')) {
					sent.push(String(params[0]));
					await new Promise<void>((resolve) => finish.push(resolve));
				}
				return query(text, params);
			},
		});
		const began = (count: number) => vi.waitUntil(() => sent.length === count, { interval: 1 });
		const end = () => finish.splice(0).forEach((one) => void one());
		return { slow, sent, began, end };
	}
	const ten = Array.from({ length: 10 });

	it('take two connections, and what is given up before its turn never runs', async () => {
		const { slow, sent, began, end } = slowLists();
		const callers = ten.map(() => new AbortController());
		const lists = callers.map(({ signal }) => slow.list({}, { scope: 'a', signal }));
		await began(2);
		const other = slow.list({}, { scope: 'b' });
		await began(3);
		for (const caller of callers) caller.abort();
		for (const list of await Promise.allSettled(lists)) expect(list).toMatchObject({ reason: { code: 'aborted' } });
		const last = slow.list({}, { scope: 'a' });
		end();
		await began(4);
		end();
		expect([await other, await last]).toMatchObject([{ data: [] }, { data: [] }]);
		expect(sent).toEqual(['a', 'a', 'b', 'a']);
	});

	it('are all answered where nobody gives up, two at a time', async () => {
		const { slow, began, end } = slowLists();
		const lists = ten.map(() => slow.list({}, { scope: 'a' }));
		for (let count = 2; count <= 10; count += 2) {
			await began(count);
			end();
		}
		for (const list of await Promise.all(lists)) expect(list.data).toEqual([]);
	});

	it('keep the next one waiting for ten seconds, should they hang', async () => {
		const { slow, sent, began, end } = slowLists();
		await slow.list({}, { scope: 'a', signal: AbortSignal.abort() }).catch(() => {});
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		onTestFinished(() => void vi.useRealTimers());
		const hung = [slow.list({}, { scope: 'a' }), slow.list({}, { scope: 'a' })];
		const until = async (count: number) => {
			while (sent.length < count) await new Promise((resolve) => setImmediate(resolve));
		};
		await until(2);
		const next = slow.list({}, { scope: 'a' });
		await vi.advanceTimersByTimeAsync(9_999);
		expect(sent).toHaveLength(2);
		await vi.advanceTimersByTimeAsync(1);
		await until(3);
		end();
		vi.useRealTimers();
		await began(3);
		for (const { data } of await Promise.all([...hung, next])) expect(data).toEqual([]);
	});
});

describe('walking a list', () => {
	const tied = Array.from({ length: 120 }, (_, n) => customer(`t${n}`, { name: n % 3 ? `Name ${n % 4}` : null }));
	const close = Array.from({ length: 120 }, (_, n) =>
		customer(`m${n}`, { created: `2026-03-01T10:00:01.${String(500 + n).padStart(6, '0')}Z` }),
	);
	const sorts = ['created', '-created', 'name', '-name', 'email', '-email'] as const;

	it.each(sorts)(
		'by %s visits customers with equal keys or a microsecond between them once, both ways',
		async (sort) => {
			await importCustomers(query, [...tied, ...close]);
			const { rows } = await database.query<{ id: string }>(
				{
					created: 'SELECT id FROM proyecta_customers ORDER BY created, id',
					'-created': 'SELECT id FROM proyecta_customers ORDER BY created DESC, id DESC',
					name: `SELECT id FROM proyecta_customers ORDER BY name_sort = '', name_sort, id`,
					'-name': `SELECT id FROM proyecta_customers ORDER BY name_sort = '', name_sort DESC, id DESC`,
					email: 'SELECT id FROM proyecta_customers ORDER BY email_key',
					'-email': 'SELECT id FROM proyecta_customers ORDER BY email_key DESC',
				}[sort],
			);
			const expected = rows.map(({ id }) => id);
			for (const limit of [1, 7, 100]) expect(await walk({ sort, limit })).toEqual(expected);

			const last = await backend.list({ sort, limit: 100, after: (await backend.list({ sort, limit: 100 })).next! });
			const end = await backend.list({ sort, limit: 100, after: last.next! });
			expect(end.next).toBeNull();
			expect(await walk({ sort, limit: 7 }, 'before', end.previous)).toEqual(expected.slice(0, 200).reverse());
		},
		30_000,
	);

	it('leads back from a page whose customers were all deleted', async () => {
		await importCustomers(
			query,
			['a', 'b', 'c'].map((id) => customer(id)),
		);
		const first = await backend.list({ sort: 'email', limit: 2 });
		await database.exec(`DELETE FROM proyecta_customers WHERE id = 'cus_c'`);
		const gone = await backend.list({ sort: 'email', limit: 2, after: first.next! });
		expect(gone).toMatchObject({ data: [], next: null });
		const back = await backend.list({ sort: 'email', limit: 2, before: gone.previous! });
		expect(back.data.map(({ id }) => id)).toEqual(['cus_a', 'cus_b']);
		expect(back.previous).toBeNull();
	});

	it('keeps the microseconds that the database keeps', async () => {
		await importCustomers(query, [customer('a', { created: '2026-03-01T10:00:00.123456Z' })]);
		expect((await backend.get('cus_a')).created).toBe('2026-03-01T10:00:00.123456Z');
	});

	it('continues on another server and after a restart, since the database keeps the key of the cursors', async () => {
		await importCustomers(
			query,
			['a', 'b', 'c'].map((id) => customer(id)),
		);
		const first = await backend.list({ limit: 2, sort: 'email' });
		const second = await postgresBackend({ query }).list({ limit: 2, sort: 'email', after: first.next! });
		expect(second.data.map(({ id }) => id)).toEqual(['cus_c']);
	});
});

describe('search', () => {
	beforeEach(() =>
		importCustomers(query, [
			customer('priya', { name: 'Zoé 100%_Sharma', phone: '+919876543210', email: 'Priya.S@Example.com' }),
			customer('other', { name: 'Someone', phone: '+14155552671' }),
		]),
	);

	it.each(['98765 43210', '+91 98765-43210', '098765 43210', '(98765) 43210', 'ZOE\u0301', 'zoé', '100%_', 'PRIYA.s@', 'CUS_PRI'])(
		'finds a customer by %s',
		async (text) => {
			expect((await backend.list({ query: text })).data.map(({ id }) => id)).toEqual(['cus_priya']);
		},
	);

	it.each([['_%'], ['%a%'], ['\\'], ['98765\u000043210'], [`' OR true --`]])('takes %s for nothing but text', async (text) => {
		expect((await backend.list({ query: text })).data).toEqual([]);
	});
});

describe('writing', () => {
	it('answers the customer that a key made before, also when its email was changed since', async () => {
		const made = await backend.create({ email: 'a@example.com' }, { idempotencyKey: 'k' });
		await backend.update(made.customer.id, { email: 'b@example.com' });
		const again = await backend.create({ email: 'a@example.com' }, { idempotencyKey: 'k' });
		expect(again).toMatchObject({ outcome: 'created', customer: { id: made.customer.id } });
	});

	it('remembers under a key that the customer had been there', async () => {
		const made = await backend.create({ email: 'a@example.com' });
		expect(await backend.create({ email: 'a@example.com' }, { idempotencyKey: 'k' })).toMatchObject({ outcome: 'existing' });
		await backend.update(made.customer.id, { email: 'b@example.com' });
		const again = await backend.create({ email: 'a@example.com' }, { idempotencyKey: 'k' });
		expect(again).toMatchObject({ outcome: 'existing', customer: { id: made.customer.id } });
	});

	it('repeats an update under its key without a second effect, whatever version is named', async () => {
		const { customer: made } = await backend.create({ email: 'a@example.com' });
		const options = { idempotencyKey: 'k', ifVersion: made.version! };
		const once = await backend.update(made.id, { name: 'A' }, options);
		expect(await backend.update(made.id, { name: 'A' }, options)).toEqual(once);
		expect(await backend.update(made.id, { name: 'A' }, { idempotencyKey: 'k' })).toEqual(once);
		await expect(backend.update(made.id, { name: 'B' }, options)).rejects.toMatchObject({ code: 'idempotency_key_reused' });
	});

	it('keeps no key of a write that was refused', async () => {
		const { customer: made } = await backend.create({ email: 'a@example.com' });
		await expect(backend.update(made.id, { name: 'A' }, { idempotencyKey: 'k', ifVersion: '7' })).rejects.toMatchObject({
			code: 'version_conflict',
		});
		expect(await backend.update(made.id, { name: 'B' }, { idempotencyKey: 'k' })).toMatchObject({ name: 'B' });
	});

	it('forgets keys after a day', async () => {
		await backend.create({ email: 'a@example.com' }, { idempotencyKey: 'old' });
		await database.exec(`UPDATE proyecta_customer_keys SET used = now() - interval '25 hours'`);
		await backend.create({ email: 'b@example.com' }, { idempotencyKey: 'new' });
		const { rows } = await database.query('SELECT key FROM proyecta_customer_keys');
		expect(rows).toEqual([{ key: 'new' }]);
	});

	it('refuses an id that another customer has', async () => {
		await backend.create({ id: 'cus_mine', email: 'a@example.com' }, { idempotencyKey: 'a' });
		const taken = backend.create({ id: 'cus_mine', email: 'b@example.com' }, { idempotencyKey: 'b' });
		await expect(taken).rejects.toMatchObject({ code: 'validation_failed', issues: [{ path: 'id', code: 'invalid_id' }] });
	});

	it('imports customers as they are and leaves out those that are there', async () => {
		const address = { line1: '1 Road', line2: null, city: 'Pune', state: 'MH', postal_code: '411001', country: 'IN' };
		const rows = [customer('a', { address, name: 'A', phone: '+919876543210' }), customer('b', { email: 'A@example.com' })];
		expect(await importCustomers(query, rows, { scope: 'one' })).toBe(1);
		expect(await importCustomers(query, rows, { scope: 'one' })).toBe(0);
		expect(await backend.get('cus_a', { scope: 'one' })).toEqual({ ...rows[0], created: '2026-03-01T10:00:00.000000Z', version: '1' });
		await expect(backend.get('cus_a')).rejects.toMatchObject({ code: 'not_found' });
	});
});

describe('failures of the database', () => {
	const failing = (failure: object) =>
		postgresBackend({ query: () => Promise.reject(Object.assign(new Error('password=hunter2'), failure)) });

	it.each([
		[{ code: '57014' }, 'upstream_timeout'],
		[{ message: 'timeout exceeded when trying to connect' }, 'upstream_timeout'],
		[{ code: 'ECONNREFUSED' }, 'upstream_unavailable'],
		[{ code: '53300' }, 'upstream_unavailable'],
		[{ code: '40P01' }, 'upstream_unavailable'],
		[{ code: '42P01' }, 'misconfigured'],
		[{ code: '28P01' }, 'misconfigured'],
		[{ code: '42601' }, 'internal_error'],
	])('%o is told as %s, without the database’s own text', async (failure, code) => {
		const error = await failing(failure)
			.get('cus_a')
			.catch((thrown) => thrown);
		expect(error).toMatchObject({ code });
		expect(error.message).not.toMatch(/hunter2|timeout exceeded/);
	});

	it('are not remembered: the next list tries again', async () => {
		let down = true;
		const flaky = postgresBackend({ query: (...call) => (down ? Promise.reject(new Error('down')) : query(...call)) });
		await expect(flaky.list({})).rejects.toMatchObject({ code: 'upstream_unavailable', retryable: true });
		down = false;
		expect(await flaky.list({})).toMatchObject({ data: [] });
	});

	it('a read that is aborted while the database works rejects at once', async () => {
		const controller = new AbortController();
		const slow = postgresBackend({ query: () => new Promise(() => {}) });
		const read = slow.get('cus_a', { signal: controller.signal });
		controller.abort();
		await expect(read).rejects.toMatchObject({ code: 'aborted' });
	});
});

// As node-postgres and PGlite, postgres.js, Neon, Drizzle, Prisma 6 and Prisma 7 tell it; all but Prisma 6 are tried for real in test/clients.
describe('what a client wraps around an error of the database', () => {
	const said = 'duplicate key value violates unique constraint "proyecta_customers_email"';
	it.each([
		['itself', { code: '23505', constraint: 'proyecta_customers_email', message: said }],
		['constraint_name', { code: '23505', constraint_name: 'proyecta_customers_email', message: said }],
		['cause', new Error('Failed query', { cause: { code: '23505', constraint: 'proyecta_customers_email' } })],
		['meta', Object.assign(new Error('Raw query failed'), { code: 'P2010', meta: { code: '23505', message: `ERROR: ${said}` } })],
		[
			'meta.driverAdapterError',
			Object.assign(new Error('Raw query failed'), {
				code: 'P2010',
				meta: { driverAdapterError: { cause: { kind: 'UniqueConstraintViolation', originalCode: '23505', originalMessage: said } } },
			}),
		],
	])('is seen through: %s', async (_where, failure) => {
		const { customer } = await backend.create({ email: 'asha@example.com' });
		const wrapping = postgresBackend({
			query: (text, params) => (text.includes('UPDATE proyecta_customers') ? Promise.reject(failure) : query(text, params)),
		});
		await expect(wrapping.update(customer.id, { email: 'ravi@example.com' })).rejects.toMatchObject({ code: 'email_exists' });
	});
});
