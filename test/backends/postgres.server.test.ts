import { readFileSync } from 'node:fs';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importCustomers, postgresBackend, postgresSchema } from '../../src/backends/postgres';
import type { CustomerBackend } from '../../src/server';
import { findPostgres, type PostgresServer } from '../postgresServer';

const startServer = findPostgres();

describe.runIf(startServer)('on a real Postgres server', () => {
	let server: PostgresServer;
	let pool: Pool;
	let backend: CustomerBackend;

	beforeAll(async () => {
		server = await startServer!();
		pool = new Pool({ connectionString: server.connectionString, max: 20 });
		pool.on('error', () => {});
		await Promise.all(Array.from({ length: 5 }, () => pool.query(postgresSchema)));
		backend = postgresBackend({ query: pool.query.bind(pool) });
	}, 60_000);
	beforeEach(() => pool.query('TRUNCATE proyecta_customers, proyecta_customer_keys'));
	afterAll(async () => {
		await pool?.end();
		await server?.stop();
	});

	it('20 racers for each of 50 emails make 50 customers, and every caller gets the one', async () => {
		const race = async (n: number) => {
			const spelling = (racer: number) => (racer % 2 ? `Person${n}@Example.com` : `person${n}@example.COM`);
			const answers = await Promise.all(Array.from({ length: 20 }, (_, racer) => backend.create({ email: spelling(racer) })));
			expect(new Set(answers.map(({ customer }) => customer.id)).size).toBe(1);
			expect(answers.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
		};
		for (let n = 0; n < 50; n++) await race(n);
		const { rows } = await pool.query('SELECT count(*)::int AS count FROM proyecta_customers');
		expect(rows).toEqual([{ count: 50 }]);
	}, 60_000);

	it('20 racers under one idempotency key have one effect, also when their emails differ', async () => {
		for (let n = 0; n < 20; n++) {
			const racers = Array.from({ length: 20 }, (_, racer) =>
				backend.create({ email: `racer${n}-${racer % 2}@example.com` }, { idempotencyKey: `key-${n}` }).catch((error) => error.code),
			);
			const answers = await Promise.all(racers);
			expect(answers.filter((answer) => answer === 'idempotency_key_reused')).toHaveLength(10);
			expect(new Set(answers.flatMap((answer) => answer.customer?.id ?? [])).size).toBe(1);
		}
		const { rows } = await pool.query('SELECT count(*)::int AS count FROM proyecta_customers');
		expect(rows).toEqual([{ count: 20 }]);
	}, 60_000);

	it('of 20 editors who saw one version one wins', async () => {
		const { customer } = await backend.create({ email: 'a@example.com' });
		const edits = Array.from({ length: 20 }, (_, n) =>
			backend.update(customer.id, { name: `Editor ${n}` }, { ifVersion: customer.version! }),
		);
		const settled = await Promise.allSettled(edits);
		expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		for (const lost of settled.filter((one) => one.status === 'rejected')) expect(lost.reason).toMatchObject({ code: 'version_conflict' });
	});

	it('one email cannot be taken by two customers, however close the race', async () => {
		const made = await Promise.all(Array.from({ length: 10 }, (_, n) => backend.create({ email: `old${n}@example.com` })));
		const settled = await Promise.allSettled(made.map(({ customer }) => backend.update(customer.id, { email: 'new@example.com' })));
		expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		for (const lost of settled.filter((one) => one.status === 'rejected')) expect(lost.reason).toMatchObject({ code: 'email_exists' });
	});

	it('a statement past statement_timeout is told as upstream_timeout', async () => {
		const hasty = new Pool({ connectionString: server.connectionString, max: 1 });
		await hasty.query('SET statement_timeout = 50');
		const locker = await pool.connect();
		try {
			await locker.query('BEGIN');
			await locker.query('LOCK TABLE proyecta_customers');
			const late = postgresBackend({ query: hasty.query.bind(hasty) }).get('cus_a');
			await expect(late).rejects.toMatchObject({ code: 'upstream_timeout', retryable: true });
		} finally {
			await locker.query('ROLLBACK');
			locker.release();
			await hasty.end();
		}
	});

	describe('a statement that nobody waits for any more', () => {
		/** Two connections for all, and one that cancels; every statement waits until the table is free. */
		async function whileLocked(
			work: (stage: { small: Pool; store: CustomerBackend; begun(count: number): Promise<void> }) => Promise<void>,
		) {
			const [small, canceller] = [2, 1].map((max) => new Pool({ connectionString: server.connectionString, max })) as [Pool, Pool];
			const store = postgresBackend({ query: small.query.bind(small), cancel: canceller.query.bind(canceller) });
			await store.list({});
			const locker = await pool.connect();
			const waiting = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
			const begun = async (count: number) => {
				while ((await pool.query(waiting)).rows[0].count !== count) await new Promise((resolve) => setTimeout(resolve, 5));
			};
			try {
				await locker.query('BEGIN');
				await locker.query('LOCK TABLE proyecta_customers');
				await work({ small, store, begun });
			} finally {
				await locker.query('ROLLBACK');
				locker.release();
				await Promise.all([small.end(), canceller.end()]);
			}
		}

		it('keeps no connection from others: ten searches that were given up leave a pool of two free', async () => {
			await whileLocked(async ({ small, store, begun }) => {
				const callers = Array.from({ length: 10 }, () => new AbortController());
				const searches = callers.map(({ signal }, at) => store.list({ query: `name ${at}` }, { signal }));
				await begun(2);
				for (const caller of callers) caller.abort();
				for (const search of await Promise.allSettled(searches)) expect(search).toMatchObject({ reason: { code: 'aborted' } });
				// The table is still locked: whatever had not been cancelled would wait, and this behind it.
				expect((await small.query('SELECT 1 AS free')).rows).toEqual([{ free: 1 }]);
				await begun(0);
			});
		});

		it('is still done where it is a write whose caller left, and not where its time was up', async () => {
			const [left, late] = [new AbortController(), new AbortController()];
			await whileLocked(async ({ store, begun }) => {
				const writes = [
					store.create({ email: 'left@example.com' }, { signal: left.signal }),
					store.create({ email: 'late@example.com' }, { signal: late.signal }),
				];
				await begun(2);
				left.abort();
				late.abort(new DOMException('', 'TimeoutError'));
				for (const write of await Promise.allSettled(writes)) expect(write).toMatchObject({ reason: { code: 'aborted' } });
				await begun(1);
			});
			expect((await backend.list({})).data).toMatchObject([{ email: 'left@example.com' }]);
		});
	});

	it('a restart of the database ends no process whose pools are as docs/backends.md has them', async () => {
		const page = readFileSync('docs/backends.md', 'utf8');
		const lines = /^const database = [\s\S]*?(?=\n\nawait pool)/m.exec(page)![0].replace('process.env.DATABASE_URL', 'url');
		const told: unknown[] = [];
		const open = new Function('Pool', 'url', 'console', `${lines}\nreturn [pool, canceller];`);
		const pools: [Pool, Pool] = open(Pool, server.connectionString, { error: (error: unknown) => told.push(error) });
		const [own, canceller] = pools;
		const store = postgresBackend({ query: own.query.bind(own), cancel: canceller.query.bind(canceller) });
		try {
			await Promise.all([store.list({}), canceller.query('SELECT 1')]);
			await pool.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
			await vi.waitUntil(() => told.length >= 2, { interval: 5 });
			expect((await store.list({})).data).toEqual([]);
		} finally {
			await Promise.all(pools.map((each) => each.end()));
		}
		for (const file of ['README.md', 'docs/quick-start.md', 'docs/backends.md']) {
			const blocks = readFileSync(file, 'utf8').matchAll(/```ts\n([\s\S]*?)```/g);
			const makers = [...blocks].filter(([, code = '']) => /postgresBackend\(\{\s*query: pool/.test(code));
			expect(makers).not.toEqual([]);
			for (const [, code] of makers) expect(code).toMatch(/\.on\('error'/);
		}
	});

	it('a server that is not there is told as upstream_unavailable', async () => {
		const nowhere = new Pool({ host: '127.0.0.1', port: 1 });
		const failed = postgresBackend({ query: nowhere.query.bind(nowhere) }).get('cus_a');
		await expect(failed).rejects.toMatchObject({ code: 'upstream_unavailable', retryable: true });
		await nowhere.end();
	});

	it('a role without rights, or a database without the tables, is told as misconfigured', async () => {
		const query = (text: string, params: unknown[]) => pool.query(text.replaceAll('proyecta_', 'absent_'), params);
		await expect(postgresBackend({ query }).get('cus_a')).rejects.toMatchObject({ code: 'misconfigured' });
	});

	it('inserts and deletes during a walk neither repeat nor skip a customer that stays', async () => {
		const at = (n: number) => `2026-03-01T10:00:00.${String(n).padStart(6, '0')}Z`;
		const rows = Array.from({ length: 300 }, (_, n) => ({
			id: `cus_${n}`,
			email: `c${n}@example.com`,
			name: null,
			phone: null,
			address: null,
			created: at(n >> 1),
			version: null,
		}));
		await importCustomers(pool.query.bind(pool), rows);
		const seen: string[] = [];
		let after: string | undefined;
		do {
			const page = await backend.list({ sort: '-created', limit: 7, ...(after ? { after } : {}) });
			seen.push(...page.data.map(({ id }) => id));
			await pool.query('DELETE FROM proyecta_customers WHERE id = $1', [page.data.at(-1)?.id]);
			await backend.create({ email: `during-${seen.length}@example.com` });
			after = page.next ?? undefined;
		} while (after);
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen).toHaveLength(300);
	}, 30_000);

	it('answers pages and searches from its indexes at 20,000 customers', async () => {
		await pool.query(`INSERT INTO proyecta_customers (scope, id, email, email_key, name, name_key, country, created)
			SELECT '', 'cus_' || n, n || '@example.com', n || '@example.com', md5(n::text), md5(n::text), 'IN', now() - n * interval '1 second'
			FROM generate_series(1, 20000) AS n`);
		await pool.query('VACUUM ANALYZE proyecta_customers');
		const plans: string[] = [];
		const explained = postgresBackend({
			query: async (text, params) => {
				if (text.includes('LIMIT')) plans.push(JSON.stringify((await pool.query(`EXPLAIN ${text}`, params)).rows));
				return pool.query(text, params);
			},
		});
		for (const sort of ['created', '-created', 'name', '-name', 'email', '-email'] as const) {
			const { next } = await explained.list({ sort });
			await explained.list({ sort, after: next! });
		}
		await explained.list({ query: '8d5e957f297893487bd98fa830fa6413'.slice(4, 20) });
		// So many digits are asked of the index of search at once.
		expect(plans).toHaveLength(13);
		for (const plan of plans) expect(plan).not.toMatch(/Seq Scan|Incremental/);
	}, 60_000);
});
