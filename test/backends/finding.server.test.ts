import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresBackend, postgresIndexes, postgresSchema } from '../../src/backends/postgres';
import { sorts } from '../../src/contract/sorts';
import type { CustomerBackend, ListCustomersRequest } from '../../src/server';
import { findPostgres, type PostgresServer } from '../postgresServer';

const size = 100_000;
const scope = 'shop';
const given = 'priya asha olivia liam amelia james siobhan lukas anna bjorn sophie maria chloe manon jules ines 王伟 李芳 प्रिया अनिल'.split(
	' ',
);
const family = 'sharma rao smith johnson walker oconnor muller schmidt santos reyes martin bernard 王 李 वर्मा शर्मा'.split(' ');
const countries = 'IN US GB DE FR ES PH IE CN NG'.split(' ');

/** What ten thousand people are called and where they live, ten times over, each with an id, an email and a phone of their own. */
const fill = `INSERT INTO proyecta_customers
		(scope, id, email, email_key, name, name_key, phone, country, created, name_sort, search_text, folded_from)
	SELECT '${scope}', id, email, email, name, name, phone, country, '2026-01-01'::timestamptz + n * interval '5 minutes',
		name || chr(1) || name, ' ' || name || chr(10) || ' ' || email || chr(10) || ' ' || id, name || chr(1) || email
	FROM (
		SELECT n, 'cus_' || left(md5(n::text), 14) AS id, word || ' ' || house AS name, left(md5('e' || n), 6) || '.' || n || '@example.com' AS email,
			'+9198' || lpad(((n * 7919::bigint) % 100000000)::text, 8, '0') AS phone, country
		FROM (
			SELECT n, ($1::text[])[1 + (hashint4(n)::bigint + 2147483648) % cardinality($1::text[])] AS word, ($2::text[])[1 + (n * 31) % cardinality($2::text[])] AS house,
				($3::text[])[1 + (n / 3 * 17) % 10] AS country
			FROM generate_series(1, ${size}) AS n
		) AS people
	) AS people`;

const startServer = findPostgres();

describe.runIf(startServer)(`finding among ${size} customers`, () => {
	let server: PostgresServer;
	let pool: Pool;
	let backend: CustomerBackend;
	let buffers = 0;
	const statements: string[] = [];

	beforeAll(async () => {
		server = await startServer!();
		pool = new Pool({ connectionString: server.connectionString, max: 4 });
		await pool.query(postgresSchema);
		const large = 'by_name, by_name_down, country_name, country_email, finds'.replace(/\w+/g, 'proyecta_customers_$&');
		await pool.query(`DROP INDEX ${large}`);
		await pool.query(fill, [given, family, countries]);
		await pool.query(`UPDATE proyecta_customers SET country = 'YY' WHERE name LIKE '王%' AND email > '4'`);
		await pool.query(postgresSchema);
		// It makes no large index while others wait.
		expect((await pool.query(`SELECT to_regclass('proyecta_customers_finds') AS there`)).rows).toEqual([{ there: null }]);
		const maker = await pool.connect();
		await maker.query(`SET maintenance_work_mem = '256MB'`);
		for (const statement of postgresIndexes) await maker.query(statement);
		maker.release(true);
		await pool.query('VACUUM ANALYZE proyecta_customers');
		backend = postgresBackend({
			query: async (text, params) => {
				if (/^\s*SELECT/.test(text) && text.includes('proyecta_customers ')) {
					const { rows } = await pool.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, params);
					const { Plan: plan } = rows[0]['QUERY PLAN'][0];
					buffers += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
					statements.push(JSON.stringify(plan));
				}
				return pool.query(text, params);
			},
		});
	}, 300_000);
	afterAll(async () => {
		await pool?.end();
		await server?.stop();
	});

	async function person(n: number) {
		const { rows } = await pool.query('SELECT id, email, phone, name FROM proyecta_customers WHERE email LIKE $1', [`%.${n}@example.com`]);
		return rows[0] as { id: string; email: string; phone: string; name: string };
	}

	async function costs(request: ListCustomersRequest): Promise<{ rows: number; perRow: number }> {
		buffers = 0;
		statements.length = 0;
		const { data } = await backend.list(request, { scope });
		return { rows: data.length, perRow: buffers / Math.max(data.length, 1) };
	}

	const words: [string, Partial<ListCustomersRequest>, number?][] = [
		['two Han characters', { query: '王伟' }],
		['two letters without a match', { query: 'zq' }, 0],
		['two letters without a match, by name', { query: 'zq', sort: 'name' }, 0],
		['two letters', { query: 'pr' }],
		['two letters that few have', { query: 'b4' }],
		['three letters with a country, by name', { query: 'pri', country: ['IN'], sort: 'name' }],
		['three letters with two countries, by name', { query: 'sha', country: ['IN', 'US'], sort: '-name' }],
		['the first letters of a name', { query: 'ames' }],
		['a full name', { query: 'priya rao' }],
		['a full name that nobody has', { query: 'priya zzyzx' }, 0],
		['Devanagari words', { query: 'वर्मा प्रिया' }],
		['a word that all have', { query: 'example' }],
		['a word that all have, by name', { query: 'example', sort: 'name' }],
		['a week, by name', { created: { gte: '2026-03-01', lt: '2026-03-08' }, sort: 'name' }],
		['a country, by name', { country: ['IN'], sort: 'name' }],
		['a country, by email', { country: ['IN'], sort: 'email' }],
		['three letters with a country, by email', { query: 'pri', country: ['IN'], sort: 'email' }],
		['a country and a month, by name backwards', { country: ['IN'], created: { gte: '2026-03-01', lt: '2026-04-01' }, sort: '-name' }],
		['a country', { country: ['IN'] }],
		['a full name, the oldest first', { query: 'priya rao', sort: 'created' }],
		['two letters, the oldest first', { query: 'zq', sort: 'created' }, 0],
		['a full name in two countries', { query: 'olivia smith', country: ['US', 'GB'] }],
		['a full name within a month', { query: 'olivia smith', created: { gte: '2026-03-01', lt: '2026-04-01' } }],
		['a full name, by email', { query: 'priya rao', sort: 'email' }],
		['the first letters of a name, by email backwards', { query: 'ames', sort: '-email' }],
		['the first letters of a name, by name backwards', { query: 'prag', sort: '-name' }, 0],
		['a full name, by name', { query: 'priya sharma', sort: 'name' }],
		['a full name, by name backwards', { query: 'priya sharma', sort: '-name' }],
		['a family name, by name', { query: 'smith', sort: 'name' }],
		['a family name with a country, by name backwards', { query: 'smith', country: ['GB'], sort: '-name' }],
		['a family name within a month, by name', { query: 'smith', created: { gte: '2026-03-01', lt: '2026-04-01' }, sort: 'name' }],
		['a word that all have, of a time to come, by name', { query: 'example', created: { gte: '2027-01-01' }, sort: 'name' }, 0],
		[
			'a word that all have, of years long ago, by email',
			{ query: 'example', created: { gte: '1970-01-01', lt: '2025-01-01' }, sort: 'email' },
			0,
		],
		[
			'a word that all have, until before it begins',
			{ query: 'example', created: { gte: '2026-07-01', lt: '2026-02-01' }, sort: '-name' },
			0,
		],
		['a time that ends before it begins, by email', { created: { gte: '2026-07-01', lt: '2026-02-01' }, sort: 'email' }, 0],
		['a time to come, by email backwards', { created: { gte: '2027-01-01' }, sort: '-email' }, 0],
		...['03', '05', '07', '09', '10', '11'].map((month): (typeof words)[number] => [
			`since month ${month}, by email`,
			{ created: { gte: `2026-${month}-15` }, sort: 'email' },
		]),
		['two countries that come last, by name', { country: ['YY', 'ZZ'], sort: 'name' }],
		['two countries that come last, by email', { country: ['YY', 'ZZ'], sort: 'email' }],
		['two countries, the newest first', { country: ['YY', 'ZZ'] }],
		['two letters with a country, by name', { query: 'ol', country: ['US'], sort: 'name' }],
	];

	it.each(words)('%s: at most 200 buffers a row answered', async (_name, request, found) => {
		const { rows, perRow } = await costs(request);
		expect(perRow).toBeLessThan(200);
		if (found === undefined) expect(rows).toBeGreaterThan(0);
		else expect(rows).toBe(found);
		for (const plan of statements) expect(plan).not.toMatch(/Seq Scan|"Workers Launched"/);
	});

	it('whoever is looked for, among whom and in which order: at most 200 buffers a row, or in all where nobody is found', async () => {
		const { email, id, phone } = await person(50_000);
		const queries = [
			'priya zzyzx',
			'anna johnson',
			'lukas walker',
			'qzx',
			'zq',
			'123456',
			'cus_1017',
			'王',
			'वर्मा',
			email.slice(0, 5),
			id,
			phone,
		];
		const march = { gte: '2026-03-01', lt: '2026-04-01' };
		const among: Partial<ListCustomersRequest>[] = [
			{},
			{ country: ['IN'] },
			{ country: ['YY'] },
			{ country: ['US', 'GB'] },
			{ created: march },
			{ created: { gte: '2026-03-01', lt: '2026-03-03' } },
			{ created: { gte: '2026-10-01' } },
			{ country: ['IN'], created: march },
		];
		const dear: unknown[] = [];
		for (const query of queries)
			for (const filters of among)
				for (const sort of sorts) {
					const { rows, perRow } = await costs({ query, ...filters, sort });
					if (perRow > 200) dear.push({ query, ...filters, sort, rows, perRow });
				}
		expect(dear).toEqual([]);
	}, 120_000);

	it.each(sorts)('a search for who has an email, in the order "%s": without the terms of the index', async (sort) => {
		const { email } = await person(50_000);
		const { rows, perRow } = await costs({ query: email, email, sort });
		expect(rows).toBe(1);
		expect(perRow).toBeLessThan(60);
		expect(statements.join()).not.toContain('proyecta_customer_finds(');
		expect((await costs({ query: 'zzyzx', email, sort })).rows).toBe(0);
	});

	it('a second page of a search, in each order: at most 200 buffers a row', async () => {
		for (const sort of sorts) {
			const asked: ListCustomersRequest = { query: 'priya rao', sort };
			const { next } = await backend.list(asked, { scope });
			const { rows, perRow } = await costs({ ...asked, after: next! });
			expect([sort, rows, Math.ceil(perRow / 200)]).toEqual([sort, 20, 1]);
		}
	});

	it.each(sorts)('reads a country that comes last in the order "%s", or first, as any other', async (sort) => {
		const { rows, perRow } = await costs({ country: ['YY'], sort });
		expect(rows).toBe(20);
		expect(perRow).toBeLessThan(3);
	});

	it('finds without the walk what says enough by itself, and near in time or name what many others are', async () => {
		const { email } = await person(50_000);
		await costs({ query: email });
		// Rows to be folded are looked for first.
		expect(statements).toHaveLength(2);
		await costs({ query: 'priya rao' });
		expect(statements.at(-1)).toMatch(/20 \d+/);
		await costs({ query: 'pri', country: ['IN'], sort: 'name' });
		expect(statements.at(-1)).toContain('^pri');
		await costs({ query: 'sha', country: ['IN', 'US'], sort: '-name' });
		expect(statements.at(-1)).toMatch(/<\d+ \d+/);
	});

	it('looks by themselves at those of a frequent name that comes first, and only at the time that is asked for', async () => {
		await costs({ query: 'johnson', sort: 'name' });
		expect(statements.at(-1)).toContain('^ameli');
		const { rows, perRow } = await costs({ query: 'smith', created: { gte: '2026-03-01', lt: '2026-03-15' }, sort: 'email' });
		expect(statements.at(-1)).toMatch(/u000220 \d+/);
		expect(rows).toBe(20);
		expect(perRow).toBeLessThan(60);
		const since = await costs({ query: 'smith', created: { gte: '2026-12-01' }, sort: 'email' });
		expect(statements.at(-1)).toMatch(/u0002(16|20) \d+/);
		expect([since.rows, Math.ceil(since.perRow / 60)]).toEqual([20, 1]);
	});

	it('counts those whose name begins so without reading them', async () => {
		const { rows } = await pool.query(`SELECT count(*)::int AS total FROM proyecta_customers WHERE search_text LIKE '%priy%'`);
		buffers = 0;
		const { total } = await backend.list({ query: 'priy', limit: 1, total: 'exact' }, { scope });
		expect(total).toEqual({ kind: 'exact', value: rows[0].total });
		expect(total!.value).toBeGreaterThan(3000);
		expect(buffers).toBeLessThan(600);
	});

	it.each([7, 50_000, 99_999])(
		'customer %i by the whole email, id, phone, its last digits and part of the email: at most 200 buffers a row',
		async (n) => {
			const { id, email, phone } = await person(n);
			for (const query of [email, id, phone, `0${phone.slice(3, 8)} ${phone.slice(8)}`, phone.slice(-4), email.slice(0, 5)]) {
				const { rows, perRow } = await costs({ query });
				expect(rows).toBeGreaterThan(0);
				expect([query, Math.ceil(perRow / 200)]).toEqual([query, 1]);
			}
		},
	);

	it('finds what one tenant has at the cost of that tenant', async () => {
		await pool.query(`UPDATE proyecta_customers SET scope = 'small' WHERE email LIKE '%7.77@example.com' OR email LIKE '%.5@example.com'`);
		buffers = 0;
		await backend.list({ query: 'example' }, { scope: 'small' });
		expect(buffers).toBeLessThan(60);
	});

	it('reads some days whose emails come last in their order as any other, however many customers came in them', async () => {
		await pool.query(`UPDATE proyecta_customers SET email_key = 'zz' || email_key WHERE created >= '2026-12-01'`);
		await pool.query('VACUUM ANALYZE proyecta_customers');
		for (const gte of ['2026-12-01', '2026-12-12']) {
			const { rows, perRow } = await costs({ created: { gte }, sort: 'email' });
			expect([gte, rows, Math.ceil(perRow / 300)]).toEqual([gte, 20, 1]);
		}
	});

	it('estimates totals without counting, and counts what is little', async () => {
		const total = async (request: ListCustomersRequest) =>
			(await backend.list({ limit: 1, total: 'estimate', ...request }, { scope })).total!;
		const near = async (request: ListCustomersRequest) => {
			const exact = (await backend.list({ limit: 1, total: 'exact', ...request }, { scope })).total!.value;
			const { kind, value } = await total(request);
			expect(kind).toBe('estimate');
			expect(Math.abs(value / exact - 1)).toBeLessThan(0.5);
		};
		await near({});
		await near({ country: ['IN'] });
		await near({ query: 'pri' });
		buffers = 0;
		await total({ query: 'pri' });
		expect(buffers).toBeLessThan(1500);
		expect(await total({ query: 'priya zzyzx' })).toEqual({ kind: 'exact', value: 0 });
		expect(await total({ query: (await person(12)).email })).toEqual({ kind: 'exact', value: 1 });
	});
});
