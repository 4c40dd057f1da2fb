import type { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { importCustomers, type PostgresQuery, postgresBackend, postgresSchema } from '../../src/backends/postgres';
import type { Customer, CustomerBackend, ListCustomersRequest } from '../../src/server';
import { openPglite } from '../pglite';
import { findPostgres, type PostgresServer } from '../postgresServer';

const alphabets = [
	'aàâãäåāăąảạấặbcçćčdđðeèéêëęěẹếệfgğhħiìíîïİıjklłmnñńoòóôõöøōơộớpqrřsśşšșßtţțŧuùúûüůųưữvwxyýÿzźżžæœþﬁﬀ',
	'ABCÇĐEÉIİJLŁMNOØŒSSẞTUÜZŽＡＢｃ１２',
	'αάβγδεέηήθιίϊΐκλμνξοόπρσςτυύφχψωώΑΆΣΩῆ',
	'абвгґдеёєжзиійїклмнопрстуўфхцчшщъыьэюяЁЙ',
	'اأإآٱبةتثجحخدذرزسشصضطظعغفقكکلمنههةويیىئؤءـًٌَُِّْٰ',
	'אבגדהוזחטיכךלמםנןסעפףצץקרשתְֱִֵֶַָֹּׁׂ״׳־',
	'अआइईउऊएऐओऔकखगघचजटडढतदनपबमयरलवशसहािीुूेैोौंँः़्क़ज़फ़ड़',
	'กขคงจชซดตถทนบปพมยรลวสหอะาิีึืุูเแโใไ่้๊๋์ำ',
	'あいうかがきくけこごさざしすたちつてとなのはばぱひアイウカガキタナハバパンー・ｱｶﾞﾀﾅﾊﾟー',
	'佐藤田中山木𠮷王李約翰·',
	'가각간김민준박서연이ᄀ'.normalize('NFC') + '김'.normalize('NFD'),
	'👩🏽‍🚀😀①½ªµ',
	'\'’‘ʼ`´′-‐‑–—−_.,;%\\"“”()@',
	' \u00a0\u3000\u2009\u200b\u200c\u200d\u00ad\u0301\u0308\u0327',
].map((alphabet) => [...alphabet]);
const character = fc.oneof(...alphabets.map((alphabet) => fc.constantFrom(...alphabet)), fc.constantFrom(' ', ' ', '-', 'a', 'e'));
const script = fc
	.constantFrom(...alphabets)
	.chain((alphabet) => fc.string({ unit: fc.constantFrom(...alphabet, ' '), minLength: 1, maxLength: 8 }));
const name = fc.oneof(script, fc.string({ unit: character, minLength: 1, maxLength: 12 })).filter((text) => text.trim() !== '');
const wholes: readonly ((text: string) => string)[] = [
	(text) => text,
	(text) => text.toUpperCase(),
	(text) => text.toLowerCase(),
	(text) => text.normalize('NFD'),
	(text) => text.normalize('NFKC'),
	(text) => text.split(/\s+/).reverse().join('  '),
	(text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
];
const cuts = [
	(text: string) => [...text].slice(0, 2).join(''),
	(text: string) => [...text].slice(1, 5).join(''),
	(text: string) => [...text].slice(-3).join(''),
];
const respelled = fc.constantFrom(...wholes, ...cuts);
const stage = fc.record({
	names: fc.array(fc.option(name, { freq: 10 }), { minLength: 1, maxLength: 8 }),
	queries: fc.array(fc.tuple(fc.nat(), respelled), { minLength: 1, maxLength: 8 }),
	others: fc.array(fc.string({ unit: character, maxLength: 4 }), { maxLength: 3 }),
});

let run = 0;
const customersOf = (names: readonly (string | null)[]): Customer[] =>
	names.map((text, n) => ({
		id: `cus_${n}`,
		email: n % 3 ? `q${n}@example.com` : `q${n}@münchen-${n}.example`,
		name: text,
		phone: null,
		address: null,
		created: '2026-03-01T10:00:00.000000Z',
		version: null,
	}));

async function walk(backend: CustomerBackend, scope: string, request: ListCustomersRequest): Promise<string[]> {
	const ids: string[] = [];
	let after: string | undefined;
	do {
		const page = await backend.list({ ...request, ...(after && { after }) }, { scope });
		ids.push(...page.data.map(({ id }) => id));
		after = page.next ?? undefined;
	} while (after);
	return ids;
}

/** Whatever the names and queries, both find the same customers, in the same order. */
async function agree(query: PostgresQuery, numRuns: number): Promise<void> {
	const postgres = postgresBackend({ query });
	await fc.assert(
		fc.asyncProperty(stage, async ({ names, queries, others }) => {
			const scope = `run ${run++}`;
			const customers = customersOf(names);
			const memory = memoryBackend({ customers });
			await importCustomers(query, customers, { scope });
			for (const sort of ['name', '-name'] as const) {
				const request = { sort, limit: 3 };
				expect(await walk(postgres, scope, request)).toEqual(await walk(memory, scope, request));
			}
			const texts = [...queries.map(([at, respell]) => respell(names[at % names.length] ?? 'münchen')), ...others];
			for (const text of texts) {
				const request = { query: text, sort: 'email', limit: 100 } as const;
				expect([text, await walk(postgres, scope, request)]).toEqual([text, await walk(memory, scope, request)]);
			}
		}),
		{ numRuns },
	);
}

it('finds everyone by the own name, whatever its case, Unicode form and order of words', async () => {
	await fc.assert(
		fc.asyncProperty(name, fc.constantFrom(...wholes), async (text, respell) => {
			const backend = memoryBackend({ customers: [{ id: 'cus_1', email: 'q@example.com', name: text }] });
			const query = respell(text);
			// An accent without a letter, as NFKC makes one of ´, belongs to no word.
			if (!/\p{L}/u.test(query) || /(?:^|\s)\p{M}/u.test(query)) return;
			expect([text, query, (await backend.list({ query })).data.length]).toEqual([text, query, 1]);
		}),
		{ numRuns: 2000 },
	);
}, 60_000);

describe('memory and Postgres find and sort alike', () => {
	let database: PGlite;
	beforeAll(async () => {
		database = await openPglite();
	}, 60_000);
	afterAll(() => database.close());

	it('embedded as PGlite', () => agree(database.query.bind(database), 60), 120_000);
});

const startServer = findPostgres();

describe.runIf(startServer)('memory and Postgres find and sort alike, on a server', () => {
	let server: PostgresServer;
	let pool: Pool;
	beforeAll(async () => {
		server = await startServer!();
		pool = new Pool({ connectionString: server.connectionString, max: 4 });
		await pool.query(postgresSchema);
	}, 60_000);
	afterAll(async () => {
		await pool?.end();
		await server?.stop();
	});

	it('through a pool', () => agree(pool.query.bind(pool), 60), 120_000);
});
