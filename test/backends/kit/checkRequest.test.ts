import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkId } from '../../../src/backends/kit/checkId';
import { checkListRequest } from '../../../src/backends/kit/checkListRequest';
import { memoryBackend } from '../../../src/backends/memory';
import { checkIdempotencyKey } from '../../../src/contract/idempotencyKey';
import { toInstant } from '../../../src/domain/toInstant';
import type { Capabilities, ListCustomersRequest } from '../../../src/server';

const offered = memoryBackend().capabilities() as Capabilities;
const malformed = expect.objectContaining({ code: 'malformed_request' });
const check = (request: object, capabilities: Partial<Capabilities> = {}) =>
	checkListRequest(request as ListCustomersRequest, { ...offered, ...capabilities });

describe('a list request', () => {
	it('has defaults', () => {
		expect(check({})).toEqual({
			query: null,
			email: null,
			country: null,
			created: { gte: null, lt: null },
			sort: '-created',
			limit: 20,
			cursor: null,
			direction: 'forward',
			total: 'none',
		});
		expect(check({ query: ' \t', country: [], total: 'none' })).toEqual(check({}));
		expect(check({}, { sort: ['email'], paging: { ...offered.paging, maxLimit: 10 } })).toMatchObject({ sort: 'email', limit: 10 });
	});

	it('is brought to one form, so that equal requests share their cursors', () => {
		expect(
			check({ query: ' Zoe\u0308 ', email: ' A@Example.COM', country: ['us', 'IN', 'US'], created: { gte: '2026-01-01' } }),
		).toMatchObject({
			query: 'Zoë',
			email: 'a@example.com',
			country: ['IN', 'US'],
			created: { gte: '2026-01-01T00:00:00.000000Z' },
		});
		expect(check({ before: 'x' })).toMatchObject({ cursor: 'x', direction: 'backward' });
	});

	it('is refused where it is malformed', () => {
		const wrong = [
			...[0, -1, 1.5, 101, Number.NaN, '20', null].map((limit) => ({ limit })),
			{ after: 'a', before: 'b' },
			{ after: 7 },
			{ sort: 'phone' },
			{ sort: 'toString' },
			{ total: 'all' },
			{ query: 7 },
			{ email: ['a@example.com'] },
			{ country: 'IN' },
			{ country: ['India'] },
			{ created: { gte: 'yesterday' } },
			{ created: { lt: '2026-02-31T00:00:00Z' } },
			{ created: { lt: '2026-01-01T00:00:00' } },
			{ role: 'admin' },
		];
		for (const request of wrong) expect(() => check(request), JSON.stringify(request)).toThrow(malformed);
	});
});

describe('an instant', () => {
	it('is UTC with six decimals, whatever form and zone it was written in', () => {
		expect(toInstant('2026-11-22T10:00:00Z')).toBe('2026-11-22T10:00:00.000000Z');
		expect(toInstant('2026-11-22T10:00:00.1234567+05:30')).toBe('2026-11-22T04:30:00.123456Z');
		expect(toInstant('2026-11-22T10:00:00.123456Z')).toBe('2026-11-22T10:00:00.123456Z');
		expect(toInstant('2026-11-22')).toBe('2026-11-22T00:00:00.000000Z');
		expect(toInstant('0001-01-01')).toBe('0001-01-01T00:00:00.000000Z');
		expect(toInstant('9999-12-31T23:59:00.999999+00:01')).toBe('9999-12-31T23:58:00.999999Z');
		for (const text of [
			'',
			'now',
			'2026-13-01T00:00:00Z',
			'2026-02-30T00:00:00.000000Z',
			'2026-11-22 10:00',
			'1e3',
			'2026-11-22T25:00:00.000000Z',
			'0000-01-01T00:00:00.000000Z',
			'0000-12-31',
			'0001-01-01T00:00:00+00:01',
			'9999-12-31T23:59:00-00:01',
		])
			expect(toInstant(text)).toBeNull();
	});

	it('compares as text the way time does', () => {
		fc.assert(
			fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }), fc.nat(999), (date, micros) => {
				const instant = toInstant(`${date.toISOString().slice(0, -1)}${String(micros).padStart(3, '0')}Z`);
				expect(Date.parse(instant!)).toBe(date.getTime());
				expect(instant! >= toInstant(date.toISOString())!).toBe(true);
			}),
		);
	});
});

describe('ids and keys', () => {
	it('are checked before anything is called with them', () => {
		const global = /^x\d+$/g;
		for (let time = 0; time < 3; time++) expect(() => checkId('x1', global)).not.toThrow();
		for (const id of ['', 'cus_', 'cus_a/b', 'cus_a\n', undefined, 7, {}])
			expect(() => checkId(id)).toThrow(expect.objectContaining({ code: 'not_found' }));
		for (const key of ['', 'a b', 'ü', 'x'.repeat(256), 'a\n']) expect(() => checkIdempotencyKey(key)).toThrow(malformed);
		for (const key of [undefined, 'a', '~'.repeat(255)]) expect(() => checkIdempotencyKey(key)).not.toThrow();
	});
});
