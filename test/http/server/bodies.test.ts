import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { CustomerBackend, ListCustomersRequest } from '../../../src/server';
import { type Ask, mount, problemOf, refusal } from '../request';

/** What the backend of a fresh handler is asked for. */
async function asked(path: string, json?: unknown): Promise<ListCustomersRequest | string> {
	const requests: ListCustomersRequest[] = [];
	const backend: CustomerBackend = {
		...memoryBackend(),
		list: async (request = {}) => {
			requests.push(request);
			return { data: [], next: null, previous: null };
		},
	};
	const response = await mount({ backend }).ask(path, { json } as Ask);
	return response.ok ? requests[0]! : refusal(response);
}

describe('a list', () => {
	it.each<ListCustomersRequest>([
		{},
		{ query: 'asha', email: 'asha@example.com', country: ['IN', 'de'], created: { gte: '2026-01-01', lt: '2026-02-01' } },
		{ sort: 'name', limit: 7, after: 'x', total: 'exact' },
		{ limit: 1, before: 'y', total: 'none' },
		{ limit: 100, created: { lt: '2026-02-01' } },
		{ country: [], created: {} },
		{ query: '😀'.repeat(500), email: 'e'.repeat(254), country: Array(300).fill('IN'), after: 'a'.repeat(4096) },
	])('is asked for as a body says, and nothing else: %j', async (request) => {
		expect(await asked('/search', request)).toEqual(request);
	});

	it.each<[string, ListCustomersRequest]>([
		['', {}],
		['limit=1&sort=-name&total=exact&after=x', { limit: 1, sort: '-name', total: 'exact', after: 'x' }],
		['limit=100&sort=created&total=none', { limit: 100, sort: 'created', total: 'none' }],
		['before=y', { before: 'y' }],
		[`after=${'a'.repeat(4096)}`, { after: 'a'.repeat(4096) }],
	])('is asked for as a URL says: ?%s', async (query, request) => {
		expect(await asked(`/?${query}`)).toEqual(request);
	});

	it.each([
		'2026-01-01',
		'2026-01-01T00:00Z',
		'2026-01-01T23:59:59Z',
		'2026-01-01T00:00:00.1Z',
		'2026-01-01T00:00:00.123456789Z',
		'2026-01-01T00:00+05:30',
		'2026-01-01T00:00:00.000-08:00',
	])('begins or ends at %s', async (text) => {
		expect(await asked('/search', { created: { gte: text, lt: text } })).toEqual({ created: { gte: text, lt: text } });
	});

	it.each([
		'',
		'2026',
		'2026-01',
		'2026-1-1',
		'+002026-01-01',
		'2026-01-01 ',
		' 2026-01-01',
		'2026-01-01Z',
		'2026-01-01T00:00',
		'2026-01-01 00:00Z',
		'2026-01-01T00:00:00',
		'2026-01-01T00:00:00.Z',
		'2026-01-01T00:00:00.1234567890Z',
		'2026-01-01T00:00:00+0530',
		'2026-01-01T00:00:00Z+05:30',
		'2026-01-01T24:01Z',
		'2026-01-01T00:60Z',
		'January 1, 2026',
	])('neither begins nor ends at %j', async (text) => {
		expect(await asked('/search', { created: { gte: text, lt: text } })).toBe(
			'422 validation_failed /created/gte=invalid_instant /created/lt=invalid_instant',
		);
	});

	it.each([
		['query', 'too_long', { max: 500 }, '😀'.repeat(501)],
		['query', 'too_long', { max: 500 }, 'q'.repeat(501)],
		['query', 'invalid_characters', undefined, 'a\0'],
		['email', 'too_long', { max: 254 }, 'e'.repeat(255)],
		['country', 'too_many', { max: 300 }, Array(301).fill('IN')],
		['country/0', 'invalid_country', undefined, ['I']],
		['country/1', 'invalid_country', undefined, ['IN', 'xIN']],
		['country/0', 'invalid_country', undefined, [7]],
		['limit', 'out_of_range', { min: 1, max: 100 }, 0],
		['limit', 'out_of_range', { min: 1, max: 100 }, 101],
		['limit', 'invalid_type', undefined, '7'],
		['sort', 'not_one_of', undefined, 'id'],
		['sort', 'invalid_type', undefined, 7],
		['total', 'not_one_of', undefined, 'all'],
		['created', 'invalid_type', undefined, '2026-01-01'],
		['created/lt', 'invalid_type', undefined, { lt: 7 }],
		['after', 'invalid_type', undefined, 7],
		['after', 'invalid_cursor', undefined, ''],
		['before', 'invalid_cursor', undefined, 'b'.repeat(4097)],
	])('says of %s that it is %s, and how it may be: %j', async (at, code, params, value) => {
		const { status, errors } = await problemOf(await mount().ask('/search', { json: { [at.split('/')[0]!]: value } }));
		expect([status, errors]).toEqual([422, [{ pointer: `/${at}`, code, ...(params && { params }) }]]);
	});

	it('says of fifty wrong values at most what they are, and of those first that come first', async () => {
		const json = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`k${n}`, n]));
		const { errors } = await problemOf(await mount().ask('/search', { json: { ...json, limit: 0 } }));
		expect(errors?.map(({ pointer }) => pointer)).toEqual(Array.from({ length: 50 }, (_, n) => `/k${n}`));
	});

	it('is refused where the backend does not offer what it asks for, all of it at once', async () => {
		const backend = memoryBackend({
			capabilities: {
				search: false,
				filter: { email: false, country: false, created: false },
				sort: ['-created'],
				paging: { backward: false, total: [] },
			},
		});
		const { ask } = mount({ backend });
		const said = async (json: ListCustomersRequest) => {
			const response = await ask('/search', { json });
			return response.ok ? 'ok' : refusal(response);
		};
		const lacking = (...keys: string[]) => ['501 not_supported', ...keys.map((key) => `/${key}=not_supported`)].join(' ');
		expect(
			await said({ query: 'x', email: 'a@example.com', country: ['IN'], created: { gte: '2026-01-01' }, sort: 'name', total: 'exact' }),
		).toBe(lacking('query', 'email', 'country', 'created', 'sort', 'total'));
		expect(await said({ before: 'b' })).toBe(lacking('before'));
		expect(await said({ query: ' ', country: [], sort: '-created', total: 'none', limit: 5 })).toBe('ok');
	});
});
