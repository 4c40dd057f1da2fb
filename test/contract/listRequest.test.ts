import { describe, expect, expectTypeOf, it } from 'vitest';
import type { CustomerSort, ListCustomersRequest } from '../../src/contract/backend';
import {
	defaultLimit,
	defaultSort,
	largestLimit,
	type listRequestKeys,
	maxLimit,
	normalizeRequest,
	type totals,
} from '../../src/contract/listRequest';
import { isSort, sorts } from '../../src/contract/sorts';

describe('a list request', () => {
	it('is told of completely', () => {
		expectTypeOf<(typeof sorts)[number]>().toEqualTypeOf<CustomerSort>();
		expectTypeOf<(typeof totals)[number]>().toEqualTypeOf<NonNullable<ListCustomersRequest['total']>>();
		expectTypeOf<(typeof listRequestKeys)[number]>().toEqualTypeOf<keyof ListCustomersRequest>();
	});

	it('knows its sorts from anything else', () => {
		expect(sorts.every(isSort)).toBe(true);
		for (const value of ['', '--name', 'phone', 'Name', 'constructor', 0, null, undefined, ['name']]) expect(isSort(value)).toBe(false);
	});

	it.each<[string, ListCustomersRequest, ListCustomersRequest]>([
		['nothing', {}, {}],
		['defaults', { sort: defaultSort, limit: defaultLimit, total: 'none' }, {}],
		['what is empty', { query: ' \t', email: '', country: [], created: {}, after: '', before: '' }, {}],
		['half a range', { created: { lt: '2026-01-01T00:00:00Z' } }, { created: { lt: '2026-01-01T00:00:00Z' } }],
		['an empty end of a range', { created: { gte: '', lt: '2026-01-01' } }, { created: { lt: '2026-01-01' } }],
		['text', { query: ' e\u0301 ', email: ' A@b.example' }, { query: 'é', email: 'A@b.example' }],
		['countries', { country: ['in', 'BR', 'IN'] }, { country: ['BR', 'IN'] }],
		[
			'all that is not the default',
			{ total: 'exact', before: 'b', after: 'a', limit: 21, sort: 'created' },
			{ sort: 'created', limit: 21, after: 'a', before: 'b', total: 'exact' },
		],
	])('spells %s in one way', (_what, request, normal) => {
		const given = structuredClone(request);
		expect(JSON.stringify(normalizeRequest(request))).toBe(JSON.stringify(normal));
		expect(normalizeRequest(normal)).toEqual(normal);
		expect(request).toEqual(given);
	});

	it('has a page of one at least, whatever a backend says', () => {
		expect([0, 1, 50, maxLimit, 1000].map(largestLimit)).toEqual([1, 1, 50, 100, 100]);
	});
});
