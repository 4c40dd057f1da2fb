import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PostgresQuery, postgresBackend, postgresIdempotency, postgresRateLimit, postgresSchema } from '../../src/backends/postgres';
import type { CustomersHandlerOptions } from '../../src/server';
import { type Ask, base, mount, refusal } from '../http/request';
import { openPglite } from '../pglite';
import { findPostgres } from '../postgresServer';
import { runScript } from '../runScript';

const startServer = findPostgres();

let query: PostgresQuery;
let connectionString = '';
let stop: () => Promise<void>;

beforeAll(async () => {
	if (startServer) {
		const server = await startServer();
		connectionString = server.connectionString;
		const pool = new Pool({ connectionString, max: 20 });
		await pool.query(postgresSchema);
		query = pool.query.bind(pool) as PostgresQuery;
		stop = async () => {
			await pool.end();
			await server.stop();
		};
	} else {
		const database = await openPglite();
		query = database.query.bind(database);
		stop = () => database.close();
	}
});
beforeEach(() =>
	query('TRUNCATE proyecta_customers, proyecta_customer_keys, proyecta_customer_answers, proyecta_customer_rates', []).then(() => {}),
);
afterAll(() => stop());

/** A server process: what it remembers by itself, no other one knows. */
function start(options: Partial<CustomersHandlerOptions> & { query?: PostgresQuery } = {}) {
	const { query: own = query, ...rest } = options;
	return mount({
		backend: postgresBackend({ query: own }),
		authorize: (request) => ({ allow: true, scope: 'a', actor: request.headers.get('x-actor') ?? 'one' }),
		...rest,
	});
}

type Server = ReturnType<typeof start>;

const create = (key: string, email = 'a@example.com'): Ask => ({ json: { email }, headers: { 'Idempotency-Key': key } });
const edit = (key: string, version: string, name = 'Asha'): Ask => ({
	method: 'PATCH',
	json: { name },
	headers: { 'Idempotency-Key': key, 'If-Match': version },
});

/** A new customer's path and version. */
async function customer({ ask }: Server, email = 'a@example.com'): Promise<[path: string, version: string]> {
	const response = await ask('/', { json: { email } });
	const { customer: made } = (await response.json()) as { customer: { id: string } };
	return [`/${made.id}`, response.headers.get('etag')!];
}

async function told(response: Response) {
	return {
		status: response.status,
		etag: response.headers.get('etag'),
		location: response.headers.get('location'),
		body: await response.json(),
	};
}

describe('two servers on one database, set up as docs/server.md says', () => {
	it('answer a key as the first did, whichever is asked again', async () => {
		const [one, two] = [start(), start()];
		const first = await told(await one.ask('/', create('k')));
		expect(first.status).toBe(201);
		expect(await told(await two.ask('/', create('k')))).toEqual(first);
		expect(await refusal(await two.ask('/', create('k', 'b@example.com')))).toBe('422 idempotency_key_reused');
		expect((await two.ask('/', { ...create('k'), headers: { 'Idempotency-Key': 'k', 'X-Actor': 'two' } })).status).toBe(200);
	});

	it('answer an edit that was done as the first did, though its version is an old one by now', async () => {
		const [one, two] = [start(), start()];
		const [path, version] = await customer(one);
		const first = await told(await one.ask(path, edit('k', version)));
		expect(first.status).toBe(200);
		expect((await one.ask(path, edit('other', first.etag!, 'Someone else'))).status).toBe(200);
		expect(await told(await two.ask(path, edit('k', version)))).toEqual(first);
		expect(await refusal(await two.ask(path, edit('new', version)))).toBe('412 version_conflict');
	});

	it('run a key that both are asked for at once a single time', async () => {
		const servers = Array.from({ length: 4 }, () => start());
		const answers = await Promise.all(servers.flatMap(({ ask }) => [1, 2, 3].map(() => ask('/', create('k')))));
		const statuses = new Set(answers.map(({ status }) => status));
		expect([...statuses].filter((status) => status !== 201 && status !== 409)).toEqual([]);
		expect(statuses).toContain(201);
		const { rows } = await query('SELECT id FROM proyecta_customers', []);
		expect(rows).toHaveLength(1);
	});

	it('share what a caller may ask for', async () => {
		const limited = () => start({ rateLimit: postgresRateLimit({ query, burst: 4, perSecond: 0.01 }) });
		const [one, two] = [limited(), limited()];
		const ask = async ({ ask }: Server, actor = 'one') => (await ask('/', { headers: { 'X-Actor': actor } })).status;
		expect([await ask(one), await ask(two), await ask(one), await ask(two)]).toEqual([200, 200, 200, 200]);
		expect([await ask(one), await ask(two), await ask(two, 'other')]).toEqual([429, 429, 200]);
	});

	it('do not keep what the handler itself refuses', async () => {
		const { ask } = start();
		expect(await refusal(await ask('/', create('k', 'no email')))).toBe('422 validation_failed /email=invalid_email');
		expect(await query('SELECT key FROM proyecta_customer_answers', [])).toMatchObject({ rows: [] });
	});
});

describe('a server that is gone', () => {
	/** Stops for good at a statement, before or after the database has done it. */
	const stuck = (statement: string, when: 'before' | 'after'): { query: PostgresQuery; reached: Promise<void> } => {
		let reach = () => {};
		const reached = new Promise<void>((resolve) => {
			reach = resolve;
		});
		return {
			reached,
			query: async (text, params) => {
				if (!text.includes(statement)) return query(text, params);
				if (when === 'after') await query(text, params);
				reach();
				return new Promise(() => {});
			},
		};
	};

	it.each(['UPDATE proyecta_customers ', 'UPDATE proyecta_customer_answers SET answer'])(
		'after it had written an edit, at "%s", leaves the first answer to the others',
		async (statement) => {
			const [path, version] = await customer(start());
			const gone = stuck(statement, 'after');
			void start({ query: gone.query, deadlineMs: 600_000 }).ask(path, edit('k', version));
			await gone.reached;
			const again = await told(await start().ask(path, edit('k', version)));
			expect([again.status, again.body.name]).toEqual([200, 'Asha']);
			expect(again.etag).not.toBe(version);
			expect(await refusal(await start().ask(path, edit('k', version, 'Other')))).toBe('422 idempotency_key_reused');
		},
	);

	it.each([
		['was deleted', 'DELETE FROM proyecta_customers'],
		['was mended', `UPDATE proyecta_customers SET phone = '+919876543210', version = version + 1`],
		['was edited', `UPDATE proyecta_customers SET name = 'Other', version = version + 1`],
	])('after it had written an edit of a customer that %s since leaves the first answer to the others', async (_, since) => {
		const [path, version] = await customer(start());
		await query(`UPDATE proyecta_customers SET phone = 'ext. 12'`, []);
		const legacy = { ...edit('k', version), json: { name: 'Asha', phone: 'ext. 12' } };
		const gone = stuck('UPDATE proyecta_customers ', 'after');
		void start({ query: gone.query, deadlineMs: 600_000 }).ask(path, legacy);
		await gone.reached;
		await query(since, []);
		for (const server of [start({ backend: () => postgresBackend({ query }) }), start(), start()]) {
			const again = await told(await server.ask(path, legacy));
			expect([again.status, again.body.name, again.body.phone]).toEqual([200, 'Asha', 'ext. 12']);
			expect(await refusal(await server.ask(path, edit('k', version, 'Other')))).toBe('422 idempotency_key_reused');
		}
		const backend = postgresBackend({ query });
		const again = { scope: 'a', idempotencyKey: 'own', ifVersion: '1' };
		await expect(backend.update(path.slice(1), { name: 'Asha' }, again)).rejects.toMatchObject({ name: 'CustomerError' });
		expect(await backend.recall!(path.slice(1), { ...again, inputDigest: 'any' })).toBeNull();
	});

	it('after it had edited for a host of its own leaves the first answer to a retry of that', async () => {
		const [path, version] = await customer(start());
		const call = { scope: 'a', idempotencyKey: 'own', ifVersion: '1' };
		await query(`UPDATE proyecta_customers SET phone = 'ext. 12'`, []);
		const update = () => postgresBackend({ query }).update(path.slice(1), { name: 'B', phone: 'ext. 12' }, call);
		const first = await update();
		for (const since of [`UPDATE proyecta_customers SET phone = NULL`, 'DELETE FROM proyecta_customers']) {
			await query(since, []);
			expect(await update()).toEqual(first);
		}
		expect(version).toBeTruthy();
	});

	it('after it had made a customer leaves the first answer to the others', async () => {
		const gone = stuck('INSERT INTO proyecta_customers ', 'after');
		void start({ query: gone.query, deadlineMs: 600_000 }).ask('/', create('k'));
		await gone.reached;
		expect((await start().ask('/', create('k'))).status).toBe(201);
	});

	it('before it wrote anything keeps its key for as long as it could still be at it', async () => {
		const [path, version] = await customer(start());
		const gone = stuck('UPDATE proyecta_customers ', 'before');
		void start({ query: gone.query, deadlineMs: 600_000 }).ask(path, edit('k', version));
		await gone.reached;
		expect(await refusal(await start().ask(path, edit('k', version)))).toBe('409 idempotency_in_progress');
		const { rows } = await query(`SELECT ends - used > interval '10 min' AS long FROM proyecta_customer_answers`, []);
		expect(rows).toEqual([{ long: true }]);
		await query('UPDATE proyecta_customer_answers SET ends = now()', []);
		expect((await start().ask(path, edit('k', version))).status).toBe(200);
	});

	it.runIf(startServer)('by kill -9 between commit and answer leaves the first answer to the others', async () => {
		const [path, version] = await customer(start());
		const env = { DATABASE_URL: connectionString, EDIT_URL: base + path, EDIT_KEY: 'k', EDIT_VERSION: version };
		await expect(runScript('test/backends/killedServer.ts', { env })).rejects.toMatchObject({ signal: 'SIGKILL' });
		const again = await told(await start().ask(path, edit('k', version)));
		expect([again.status, again.body.name]).toEqual([200, 'Asha']);
	});
});

describe('servers with stores of their own, on one database', () => {
	const alone = () => start({ backend: () => postgresBackend({ query }) });

	it('answer an edit that another one did as that did, and one that nobody did with a conflict', async () => {
		const [one, two] = [alone(), alone()];
		const [path, version] = await customer(one);
		const first = await told(await one.ask(path, edit('k', version)));
		expect(await told(await two.ask(path, edit('k', version)))).toEqual(first);
		for (const tag of [version, `W/${first.etag}`, '"nonsense"', '"x", W/"y"'])
			expect(await refusal(await two.ask(path, edit(`new ${tag}`.replace(/\W/g, ''), tag, 'Other')))).toBe('412 version_conflict');
		expect(await refusal(await alone().ask(path, edit('k', version, 'Other')))).toBe('422 idempotency_key_reused');
	});

	it('say that there is a conflict before they say what else is wrong', async () => {
		const { ask } = alone();
		const [path, version] = await customer({ ask } as Server);
		await customer({ ask } as Server, 'taken@example.com');
		await ask(path, edit('k', version));
		for (const json of [{ email: 'taken@example.com' }, { email: 'none' }])
			expect(await refusal(await ask(path, { ...edit(JSON.stringify(json).replace(/\W/g, ''), version), json }))).toBe(
				'412 version_conflict',
			);
	});
});

describe('what the stores keep', () => {
	const by = (scope: string, actor = 'one') => ({ scope, actor, customerId: undefined, writeKey: 'w', lastsMs: 1000 });
	const answer = { status: 200, headers: {}, body: 'x'.repeat(600) };

	it('is bounded by scope, and fair between its actors', async () => {
		const store = postgresIdempotency({ query, maxBytes: 50_000 });
		const put = async (key: string, scope: string, actor?: string) => {
			await store.begin(key, 'f', by(scope, actor));
			await store.keep(key, answer);
		};
		await put('other scope', 'b');
		await put('other actor', 'a', 'two');
		await query(
			`INSERT INTO proyecta_customer_keys (scope, route, key, input_hash, outcome, answer)
			SELECT CASE n WHEN 0 THEN 'b' ELSE 'a' END, CASE n WHEN 1 THEN 'update mine' ELSE 'create' END, n, '', '', '{}' FROM generate_series(0, 500) AS n`,
			[],
		);
		for (let n = 0; n < 200; n++) await put(`k${n}`, 'a');
		const { rows } = await query(`SELECT count(*)::int AS count FROM proyecta_customer_answers`, []);
		// 47 fit, 99 came at most since the last look.
		expect((rows[0] as { count: number }).count).toBeLessThan(150);
		const written = await query('SELECT count(*)::int AS count FROM proyecta_customer_keys GROUP BY scope, route ORDER BY 1', []);
		const counts = (written.rows as { count: number }[]).map(({ count }) => count);
		expect(counts).toEqual([1, 1, expect.any(Number)]);
		expect(counts[2]).toBeLessThan(130);
		for (const [key, scope] of [
			['other scope', 'b'],
			['other actor', 'a'],
			['k199', 'a'],
		] as const)
			expect(await store.begin(key, 'f', by(scope))).toEqual({ state: 'done', answer });
		expect(await store.begin('k0', 'f', by('a'))).toEqual({ state: 'started' });
	});

	it('is forgotten after its time', async () => {
		const store = postgresIdempotency({ query, ttlMs: 0 });
		for (let n = 0; n < 101; n++) {
			await store.begin(`k${n}`, 'f', by('a'));
			await store.keep(`k${n}`, answer);
			expect(await store.begin(`k${n}`, 'other', by('a'))).toEqual({ state: 'started' });
			await store.keep(`k${n}`, answer);
		}
		const { rows } = await query(`SELECT count(*)::int AS count FROM proyecta_customer_answers`, []);
		expect((rows[0] as { count: number }).count).toBeLessThan(101);
	});

	it('of a spent bucket stays, whoever else comes, and of full ones goes', async () => {
		const slow = () => postgresRateLimit({ query, burst: 1, perSecond: 0.001 });
		expect([await slow().take('a'), await slow().take('a')]).toEqual([null, expect.any(Number)]);
		const quick = postgresRateLimit({ query, perSecond: 1e6 });
		for (let n = 0; n < 200; n++) expect(await quick.take(`other ${n}`)).toBeNull();
		const { rows } = await query('SELECT count(*)::int AS count FROM proyecta_customer_rates', []);
		expect((rows[0] as { count: number }).count).toBeLessThan(105);
		expect(await slow().take('a')).toBeGreaterThan(900_000);
	});

	it('of a bucket is asked of the database once a second, and for a refusal no more than once', async () => {
		let asked = 0;
		const counted: PostgresQuery = (text, params) => {
			if (text.includes('INSERT')) asked++;
			return query(text, params);
		};
		const wide = postgresRateLimit({ query: counted, burst: 1000, perSecond: 0.001 });
		for (let n = 0; n < 11; n++) expect(await wide.take('a')).toBeNull();
		expect(asked).toBe(1);
		// The ten that passed unasked are booked with the next.
		expect(await wide.take('a')).toBeNull();
		const next = postgresRateLimit({ query, burst: 13, perSecond: 0.001 });
		expect([await next.take('a'), await next.take('a')]).toEqual([null, expect.any(Number)]);
		const narrow = postgresRateLimit({ query: counted, burst: 1, perSecond: 0.001 });
		asked = 0;
		for (let n = 0; n < 10; n++) await narrow.take('b');
		expect(asked).toBe(2);
	});
});
