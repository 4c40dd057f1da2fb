import { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PostgresQuery, postgresBackend, postgresSchema } from '../../src/backends/postgres';
import { type Fault, type FaultProxy, startFaultProxy } from '../faultProxy';
import { mount, refusal } from '../http/request';
import { findPostgres, type PostgresServer } from '../postgresServer';
import { runs } from './runs';

const startServer = findPostgres();

/** Words of the statements that read a list, a customer, make one and change one. */
const statements = {
	list: 'LIMIT',
	get: 'customer.id = $2',
	create: 'INSERT INTO proyecta_customers ',
	update: 'UPDATE proyecta_customers',
};

const times = runs(12);

describe.runIf(startServer)('between the handler and its database', () => {
	let server: PostgresServer;
	let direct: Pool;
	let proxy: FaultProxy;
	let pools: Pool[];
	let ask: ReturnType<typeof mount>['ask'];

	beforeAll(async () => {
		server = await startServer!();
		direct = new Pool({ connectionString: server.connectionString });
		await direct.query(postgresSchema);
	});
	beforeEach(async () => {
		await direct.query('TRUNCATE proyecta_customers, proyecta_customer_keys, proyecta_customer_answers');
		await direct.query(`INSERT INTO proyecta_customers (scope, id, email, email_key, name, name_key)
			SELECT 'a', 'cus_' || n, n || '@example.com', n || '@example.com', 'Name ' || n, 'name ' || n FROM generate_series(1, 30) AS n`);
		const url = new URL(server.connectionString);
		proxy = await startFaultProxy(Number(url.port));
		url.port = String(proxy.port);
		pools = [2, 1].map((max) => new Pool({ connectionString: url.href, max, connectionTimeoutMillis: 20_000 }));
		for (const pool of pools) pool.on('error', () => {});
		const [query, cancel] = pools.map(proxy.asking) as [PostgresQuery, PostgresQuery];
		({ ask } = mount({ backend: postgresBackend({ query, cancel }), deadlineMs: 20_000 }));
		expect((await ask('/')).status).toBe(200);
	});
	afterEach(async () => {
		await Promise.all([...pools.map((pool) => pool.end()), proxy.stop()]);
	});
	afterAll(async () => {
		await direct?.end();
		await server?.stop();
	});

	const list = () => ask('/?limit=30');
	const get = () => ask('/cus_1');
	const create = (key = 'k', email = 'new@example.com') => ask('/', { json: { email }, headers: { 'Idempotency-Key': key } });
	const update = (name = 'New') =>
		ask('/cus_1', { method: 'PATCH', json: { name }, headers: { 'If-Match': '*', 'Idempotency-Key': `k-${name}` } });
	const calls = { list, get, create, update };
	const count = async (where: string) =>
		(await direct.query(`SELECT count(*)::int AS count FROM proyecta_customers WHERE ${where}`)).rows[0].count;
	const failures: [Fault, string][] = [
		['before', '503 upstream_unavailable'],
		['after', '503 upstream_unavailable'],
		['silence', '504 upstream_timeout'],
	];

	for (const [fault, wanted] of failures) {
		it.each(Object.keys(calls) as (keyof typeof calls)[])(
			`${fault}: %s fails by its name, and the same again succeeds, done once`,
			async (name) => {
				const met = proxy.next(fault, statements[name]);
				const response = await calls[name]();
				await met;
				expect(response.headers.get('retry-after')).toBe(wanted.startsWith('503') ? '1' : null);
				expect(await refusal(response)).toBe(wanted);
				expect((await calls[name]()).status).toBe(name === 'create' ? 201 : 200);
				expect(await count(`email = 'new@example.com'`)).toBe(name === 'create' ? 1 : 0);
				expect(await count(`version = 2 AND name = 'New'`)).toBe(name === 'update' ? 1 : 0);
			},
		);
	}

	it.each(['create', 'update'] as const)(
		'during: %s is under way when its connection goes, and is done once all the same',
		async (name) => {
			const locker = await direct.connect();
			await locker.query('BEGIN; LOCK TABLE proyecta_customers IN SHARE MODE');
			const met = proxy.next('during', statements[name]);
			const response = calls[name]();
			await met;
			const waiting = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
			while ((await direct.query(waiting)).rows[0].count === 0) await new Promise((resolve) => setTimeout(resolve, 2));
			proxy.reset();
			expect(await refusal(await response)).toBe('503 upstream_unavailable');
			const again = calls[name]();
			await locker.query('ROLLBACK');
			locker.release();
			expect((await again).status).toBe(name === 'create' ? 201 : 200);
			expect(await count(name === 'create' ? `email = 'new@example.com'` : `version = 2 AND name = 'New'`)).toBe(1);
		},
	);

	it.each(Object.keys(calls) as (keyof typeof calls)[])('trickle: %s comes whole', async (name) => {
		const met = proxy.next('trickle', statements[name]);
		const response = await calls[name]();
		await met;
		expect(response.status).toBe(name === 'create' ? 201 : 200);
		const body = (await response.json()) as { data?: unknown[] };
		if (name === 'list') expect(body.data).toHaveLength(30);
	});

	it('silence on every connection ends, and leaves all of them free', async () => {
		for (let n = 0; n < 4; n++) {
			const met = proxy.next('silence', statements.get);
			const hung = get();
			await met;
			if (n % 2 === 0) continue;
			expect(await refusal(await hung)).toBe('504 upstream_timeout');
		}
		expect((await Promise.all([list(), get(), create()])).map(({ status }) => status)).toEqual([200, 200, 201]);
	});

	it(`${times} requests, each with whatever fault, are answered in the end and done once`, async () => {
		const pick = <T>(choices: readonly T[]): T => choices[Math.floor(Math.random() * choices.length)]!;
		const done = { create: 0, update: 0, list: 0, get: 0 };
		for (let n = 0; n < times; n++) {
			const name = pick(['create', 'update', 'list', 'get'] as const);
			const fault = pick(['before', 'after', 'silence', 'trickle', 'none', 'down'] as const);
			const call = { list, get, create: () => create(`k${n}`, `new${n}@example.com`), update: () => update(`Name_${n}`) }[name];
			const what = `${name}, ${fault}`;
			if (fault === 'down') proxy.reset(true);
			if (fault !== 'down' && fault !== 'none') void proxy.next(fault, statements[name]);
			const response = await call();
			expect([what, proxy.armed]).toEqual([what, false]);
			if (fault === 'down') proxy.reset(false);
			const failed = fault === 'silence' ? '504 upstream_timeout' : '503 upstream_unavailable';
			const fails = fault !== 'none' && fault !== 'trickle';
			expect([what, response.ok ? 'ok' : await refusal(response)]).toEqual([what, fails ? failed : 'ok']);
			if (fails) expect([what, (await call()).ok]).toEqual([what, true]);
			done[name]++;
		}
		expect(await count(`email LIKE 'new%'`)).toBe(done.create);
		expect(await count(`id = 'cus_1' AND version = ${done.update + 1}`)).toBe(1);
	});

	it('a database that is down is told as that, with a time to come back, and is found again by itself', async () => {
		proxy.reset(true);
		for (const call of Object.values(calls)) {
			const response = await call();
			expect([response.headers.get('retry-after'), await refusal(response)]).toEqual(['1', '503 upstream_unavailable']);
		}
		proxy.reset(false);
		for (const [name, call] of Object.entries(calls)) expect((await call()).status).toBe(name === 'create' ? 201 : 200);
	});

	it.each(['before', 'after', 'silence'] as const)('%s in the middle of an export leaves no file that looks whole', async (fault) => {
		const response = await ask('/export', { json: { request: { limit: 10 }, format: 'csv', mode: 'data', columns: ['id'] } });
		const met = proxy.next(fault, statements.list);
		let text = '';
		const reading = (async () => {
			for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) text += chunk;
		})();
		await expect(reading).rejects.toThrow();
		await met;
		expect(text.split('\r\n')).toHaveLength(11);
		expect(text).not.toMatch(/\n$/);
		expect((await list()).status).toBe(200);
	});
});
