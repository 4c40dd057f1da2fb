import type { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { importCustomers, type PostgresQuery, postgresBackend, postgresSchema } from '../../src/backends/postgres';
import type { Customer, CustomerBackend, ListCustomersRequest } from '../../src/server';
import { sampleCustomers } from '../../src/testing';
import { openPglite } from '../pglite';
import { findPostgres, type PostgresServer } from '../postgresServer';

const scope = 'shop';
const odd = [
	"O'Neill-Mc'Coy",
	'100%_sure\\',
	'王伟',
	'王伟明 Wang',
	'𠮷野家',
	'Ωmega  Straße',
	'a b c',
	'— –',
	'"!:*&|<->',
	'김민준',
	'ﾀﾅｶ',
	'.',
	'कि.मी.',
];
/** More than a search looks at before it asks its index, and first in four orders. */
const first = Array.from({ length: 1050 }, (_, n) => ({
	id: `cus_filler${n}`,
	name: n % 5 === 0 ? `𪘁 ${n}` : n % 2 ? `! ${n}` : '!',
	email: `!${n}@ფ.example`,
	created: '2026-11-20T00:00:00Z',
	address: n % 3 === 0 ? ({ country: 'IN' } as Customer['address']) : null,
}));
const others = odd.map((name, n) => ({
	id: `cus_odd-${n}`,
	name,
	email: `o.d_d+${n}@bücher-${n}.example`,
	created: '2026-11-04T00:00:00Z',
}));
/** More than are fetched and sorted at once, called by all letters, and some by none. */
const many = Array.from({ length: 900 }, (_, n) => ({
	id: `cus_many${n}`,
	name: n % 12 === 0 ? null : `${[...'abcmmmmmyzéγжשअ王王𠮷'][n % 18]}${n % 3} zubrowka ${n}`,
	email: `${n % 3 ? '' : [...'abmmmß王𠮷_z'][n % 10]}${n}zubrowka@many.example`,
	created: '2026-10-04T00:00:00Z',
	address: n % 4 === 0 ? ({ country: 'IN' } as Customer['address']) : null,
}));
/** Those that are called so, and others that begin with the same letter, before them and after. */
const beside = Array.from({ length: 70 }, (_, n) => ({
	id: `cus_beside${n}`,
	name: `${['mbq', 'mbq', 'mbq', 'ma mbq', 'my mbq'][n % 5]}${n}`,
	email: `${['mbq', 'mbq', 'mbq', 'ma.mbq', 'my.mbq'][n % 5]}${n}@beside.example`,
	created: '2026-10-05T00:00:00Z',
	address: { country: 'IN' } as Customer['address'],
}));
const customers: Customer[] = [
	...sampleCustomers(150, 7),
	...[...others, ...first, ...many, ...beside].map((customer) => ({ phone: null, address: null, version: null, ...customer })),
];

const values = customers
	.slice(0, 200)
	.flatMap(({ id, name, email, phone }) => [id, name, name, email, phone])
	.filter((text) => text !== null);
const piece = fc
	.tuple(fc.constantFrom(...values), fc.nat(), fc.integer({ min: 1, max: 9 }), fc.constantFrom('part', 'whole', 'words', 'phone', 'upper'))
	.map(([text, at, length, how]) => {
		const characters = [...text];
		if (how === 'whole') return text;
		if (how === 'words')
			return text
				.split(/[\s.@]+/)
				.reverse()
				.slice(0, 2)
				.join(' ');
		if (how === 'phone') return text.replace(/^\+\d\d?/, '0').replace(/(\d{3})(?=\d)/g, '$1 ');
		const part = characters.slice(at % characters.length, (at % characters.length) + length).join('');
		return how === 'upper' ? part.toUpperCase() : part;
	});
const query = fc.oneof(
	{ weight: 5, arbitrary: piece },
	fc.tuple(piece, piece).map((two) => two.join(' ')),
);
const request = fc.record(
	{
		query,
		sort: fc.constantFrom('-created', '-created', 'created', 'name', '-name', 'email', '-email'),
		country: fc.constantFrom(['IN'], ['US', 'GB'], ['ZZ']),
		created: fc.constantFrom({ lt: '2026-06-01' }, { gte: '2026-11-10' }, { lt: '2025-01-10' }, { gte: '2026-03-01', lt: '2026-12-01' }),
		limit: fc.constantFrom(3, 20, 100),
	},
	{ requiredKeys: ['query', 'sort', 'limit'] },
);

async function firstPages(backend: CustomerBackend, asked: ListCustomersRequest) {
	const first = await backend.list({ ...asked, total: 'exact' }, { scope });
	const second = first.next ? await backend.list({ ...asked, after: first.next }, { scope }) : null;
	return { ids: [first, second].flatMap((page) => page?.data.map(({ id }) => id) ?? []), more: second?.next != null, total: first.total };
}

async function read(backend: CustomerBackend, asked: ListCustomersRequest, pages: number) {
	const ids: string[][] = [];
	let page = await backend.list({ ...asked, total: 'exact' }, { scope });
	const { total } = page;
	for (const way of ['next', 'previous'] as const)
		for (let n = 0; n < pages; n++) {
			ids.push(page.data.map(({ id }) => id));
			if (page[way] === null) break;
			page = await backend.list({ ...asked, [way === 'next' ? 'after' : 'before']: page[way] }, { scope });
		}
	return { total, ids };
}

const letter = (n: number) => String.fromCharCode(65 + (n % 26));

/** Pages by name and email of what very many have, there and back. */
async function agreeInOrder(run: PostgresQuery): Promise<void> {
	const memory = memoryBackend({ customers });
	let [narrowed, narrowedByEmail, ofCountry, frequent, each] = [0, 0, 0, 0, 0];
	const postgres = postgresBackend({
		query: (text, params) => {
			if (params.some((value) => String(value).includes('\u0002<'))) narrowed++;
			if (params.some((value) => String(value).includes('\u0002@'))) narrowedByEmail++;
			if (params.some((value) => /=IN[<@]/.test(String(value)))) ofCountry++;
			if (text.includes('LATERAL')) each++;
			if (params.some((value) => /<\^[am]\d zu/.test(String(value)))) frequent++;
			return run(text, params);
		},
	});
	await importCustomers(run, customers, { scope });
	for (const query of ['zubrowka', 'zubr', 'rowka', 'm1 zubrowka', 'm1', '王1', 'many 5zu'])
		for (const sort of ['name', '-name', 'email', '-email'] as const)
			for (const limit of [9, 100]) {
				const asked = { query, sort, limit };
				expect([asked, await read(postgres, asked, 12)]).toEqual([asked, await read(memory, asked, 12)]);
			}
	for (const sort of ['name', '-name', 'email', '-email'] as const)
		for (const query of [undefined, 'zubrowka', '5zu', 'mbq'])
			for (const limit of [9, 100]) {
				const asked = { query, sort, limit, country: ['IN'] };
				expect([asked, await read(postgres, asked, 40)]).toEqual([asked, await read(memory, asked, 40)]);
			}
	const listed = ['IN', 'US', 'GB', 'ZZ'];
	for (const sort of ['created', '-created', 'name', '-name', 'email', '-email'] as const)
		for (const more of [
			{},
			{ created: { lt: '2026-10-04T00:00:00.000001Z' } },
			{ country: [...listed, ...many.slice(0, 30).map((_, n) => (n < 26 ? 'Q' : 'R') + letter(n))] },
		])
			for (const limit of [9, 100]) {
				const asked = { sort, limit, country: listed, ...more };
				expect([asked, await read(postgres, asked, 40)]).toEqual([asked, await read(memory, asked, 40)]);
			}
	const [oldest] = customers.toSorted((one, other) => Date.parse(one.created!) - Date.parse(other.created!)) as [Customer];
	const soonAfter = new Date(Date.parse(oldest.created!) + 2 * 86_400_000).toISOString();
	for (const sort of ['name', '-name', 'email', '-email'] as const)
		for (const [query, created] of [
			['777', { gte: '2026-11-10' }],
			[oldest.email!.slice(0, 5), { lt: soonAfter }],
		] as const) {
			const asked = { query, sort, created };
			const { ids } = await read(postgres, asked, 1);
			expect([asked, ids]).toEqual([asked, (await read(memory, asked, 1)).ids]);
			expect(ids[0]).toHaveLength(1);
		}
	for (const created of [
		{ gte: '2030-01-01', lt: '2099-01-01' },
		{ gte: '2030-01-01' },
		{ gte: '1970-01-01', lt: '2000-01-01' },
		{ gte: '2026-11-01', lt: '2026-10-01' },
		{ gte: '1970-01-01', lt: '2099-01-01' },
		{ gte: '2026-10-04T00:00:00.000000Z', lt: '2026-10-04T00:00:00.000001Z' },
		{ gte: '2026-10-04T00:00:00.000001Z', lt: '2026-10-04T00:00:00.000002Z' },
		{ gte: '2026-11-20T00:00:00.000001Z' },
		{ gte: '2026-11-20T00:00:00.000000Z' },
		{ lt: oldest.created! },
	])
		for (const sort of ['name', '-email'] as const)
			for (const query of ['zubrowka', '!', undefined]) {
				const asked = { query, sort, created };
				expect([asked, await read(postgres, asked, 2)]).toEqual([asked, await read(memory, asked, 2)]);
			}
	expect(each).toBeGreaterThan(50);
	expect(narrowed).toBeGreaterThan(10);
	expect(narrowedByEmail).toBeGreaterThan(10);
	expect(ofCountry).toBeGreaterThan(3);
	expect(frequent).toBeGreaterThan(0);
}

/** Whatever is asked, both find the same, in the same order, from the index too. */
async function agree(run: PostgresQuery, numRuns: number): Promise<void> {
	const memory = memoryBackend({ customers });
	let gathered = 0;
	const postgres = postgresBackend({
		query: (text, params) => {
			if (text.includes('proyecta_customer_finds') && text.includes('LIMIT')) gathered++;
			return run(text, params);
		},
	});
	await importCustomers(run, customers, { scope });
	await importCustomers(run, customers.slice(0, 50), { scope: 'other' });
	await fc.assert(
		fc.asyncProperty(request, async (asked) => {
			expect(await firstPages(postgres, asked as ListCustomersRequest)).toEqual(await firstPages(memory, asked as ListCustomersRequest));
		}),
		{ numRuns },
	);
	expect(gathered).toBeGreaterThan(numRuns / 10);
}

describe('memory and Postgres find the same', () => {
	let database: PGlite;
	beforeAll(async () => {
		database = await openPglite();
	});
	afterAll(() => database.close());

	it('embedded as PGlite, without an extension', () => agree(database.query.bind(database), 60));
});

const startServer = findPostgres();

describe.runIf(startServer)('memory and Postgres find the same, on a server', () => {
	let server: PostgresServer;
	let pool: Pool;
	beforeAll(async () => {
		server = await startServer!();
		pool = new Pool({ connectionString: server.connectionString, max: 4 });
		await pool.query(postgresSchema);
	});
	afterAll(async () => {
		await pool?.end();
		await server?.stop();
	});

	it('through a pool', () => agree(pool.query.bind(pool), Number(process.env.RUNS ?? 150)));

	it('by name, page by page', () => agreeInOrder(pool.query.bind(pool)));
});
