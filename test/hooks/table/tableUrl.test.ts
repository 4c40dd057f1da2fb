import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createdPresets, presetRange } from '../../../src/hooks/table/createdRange';
import { cursorOf, initialTableState, pageNumber } from '../../../src/hooks/table/customerTableState';
import { readTableUrl, type TableUrlOptions, writeTableUrl } from '../../../src/hooks/table/tableUrl';
import { type CustomerSort, type CustomerTableState, countryCodes } from '../../../src/index';

const sorts: CustomerSort[] = ['created', '-created', 'name', '-name', 'email', '-email'];
const instant = fc
	.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
	.map((date) => date.toISOString());
const text = (maxLength: number) => fc.string({ unit: 'binary', maxLength }).filter((text) => text.length <= maxLength);
const cursor = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_~%+&=?#/'), minLength: 1, maxLength: 80 });
const place = fc.oneof(
	fc.record({ trail: fc.constant([]), start: fc.constant(undefined) }),
	fc.record({ trail: fc.array(cursor, { minLength: 1, maxLength: 4 }), start: fc.constant(undefined) }),
	fc
		.record({
			name: fc.constantFrom('after', 'before'),
			cursor,
			page: fc.option(fc.integer({ min: 1, max: 9_999_990 }), { nil: undefined }),
		})
		.chain(({ name, cursor: from, page }) =>
			fc.record({ trail: fc.array(cursor, { maxLength: 4 }), start: fc.constant({ [name]: from, ...(page && { page }) }) }),
		),
);
const state: fc.Arbitrary<CustomerTableState> = fc
	.record({
		query: text(500),
		email: text(254),
		country: fc.uniqueArray(fc.constantFrom(...countryCodes), { maxLength: 6 }),
		created: fc.oneof(
			fc.record({ gte: instant, lt: instant }, { requiredKeys: [] }),
			fc.constantFrom(...createdPresets).map((preset) => presetRange(preset)),
		),
		sort: fc.constantFrom(...sorts),
		limit: fc.integer({ min: 1, max: 100 }),
		view: fc.option(fc.stringMatching(/^[\w-]{1,64}$/), { nil: undefined }),
	})
	.chain((fields) => place.map((where) => ({ ...fields, ...where })));
const initial = state.map((fields) => ({ ...fields, view: undefined, trail: [], start: undefined }));
const options = (withSearch: fc.Arbitrary<boolean> = fc.boolean()): fc.Arbitrary<TableUrlOptions> =>
	fc.record({ initial: fc.oneof(fc.constant(initialTableState), initial), prefix: fc.constantFrom('', 'c_', 'müll&='), withSearch });

/** An address holds the cursor of a page, not the way there. */
function asRead(state: CustomerTableState): CustomerTableState {
	const cursor = cursorOf(state);
	const page = pageNumber(state);
	const start = cursor.after || cursor.before ? { ...cursor, ...(page && { page }) } : undefined;
	return { ...state, trail: [], start };
}

describe('an address', () => {
	it('tells the state that was written into it', () => {
		fc.assert(
			fc.property(state, options(fc.constant(true)), (state, options) => {
				expect(readTableUrl(writeTableUrl('', state, options), options)).toEqual(asRead(state));
			}),
		);
	});

	it('says nothing of search text and emails unless that is allowed', () => {
		fc.assert(
			fc.property(state, options(fc.constant(false)), (state, options) => {
				const written = writeTableUrl('', state, options);
				expect(written).toBe(writeTableUrl('', { ...state, query: 'asha', email: 'asha@example.com' }, options));
				expect(readTableUrl(`${written}&${options.prefix}q=asha`, options)).toEqual({
					...asRead(state),
					query: options.initial.query,
					email: options.initial.email,
				});
			}),
		);
	});

	it('is empty where the table is as it started', () => {
		fc.assert(fc.property(options(), (options) => void expect(writeTableUrl('', options.initial, options)).toBe('')));
	});

	it('keeps what others wrote into it, letter by letter, and holds two tables', () => {
		fc.assert(
			fc.property(state, state, options(), (one, other, options) => {
				const foreign = 'tab=a%20b&flag&x=%E0%A4%A&tab=c+d';
				const first = { ...options, prefix: 'a_' };
				const second = { ...options, prefix: 'b_' };
				const both = writeTableUrl(writeTableUrl(`?${foreign}`, one, first), other, second);
				expect(both.startsWith(foreign)).toBe(true);
				const seen = (state: CustomerTableState) => ({
					...asRead(state),
					...(!options.withSearch && { query: options.initial.query, email: options.initial.email }),
				});
				expect(readTableUrl(both, first)).toEqual(seen(one));
				expect(readTableUrl(both, second)).toEqual(seen(other));
				expect(writeTableUrl(both, one, first).split('&').sort()).toEqual(both.split('&').sort());
			}),
		);
	});
});

describe('an address made by hand', () => {
	const all: TableUrlOptions = { initial: initialTableState, prefix: '', withSearch: true };

	it('never makes the table fail', () => {
		const name = fc.constantFrom('q', 'email', 'country', 'created', 'from', 'to', 'sort', 'size', 'view', 'after', 'before', 'page');
		const pair = fc.tuple(name, fc.string({ unit: 'binary' })).map(([name, value]) => `${name}=${value}`);
		const garbage = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(pair).map((pairs) => pairs.join('&')),
		);
		fc.assert(
			fc.property(garbage, options(), (search, options) => {
				const read = readTableUrl(search, options);
				expect(sorts).toContain(read.sort);
				expect(read.limit).toBeGreaterThanOrEqual(1);
				expect(read.limit).toBeLessThanOrEqual(100);
				expect(readTableUrl(writeTableUrl(search, read, options), options)).toEqual(read);
			}),
			{ numRuns: 300 },
		);
	});

	it.each([
		['sort=price&size=50', { limit: 50 }],
		['size=0&sort=name', { sort: 'name' }],
		['size=101', {}],
		['size=1e1', {}],
		['sort=name&sort=email', {}],
		['country=IN,ZZ', {}],
		['country=in', {}],
		['country=IN,IN,DE', { country: ['IN', 'DE'] }],
		['created=yesterday', {}],
		['from=2026-02-31T00:00:00Z', {}],
		['from=2026-02-28', {}],
		['from=2026-02-28T00:00:00Z&to=never', { created: { gte: '2026-02-28T00:00:00Z' } }],
		['after=a&before=b', {}],
		['after=', {}],
		['after=a b', {}],
		[`after=${'a'.repeat(4097)}`, {}],
		['page=3', {}],
		['after=a&page=-1', { start: { after: 'a' } }],
		['after=a&page=3', { start: { after: 'a', page: 3 } }],
		['view=<script>', {}],
		[`q=${'a'.repeat(501)}`, {}],
		['__proto__=1&constructor=2', {}],
	])('%s falls back field by field', (search, expected) => {
		expect(readTableUrl(search, all)).toEqual({ ...initialTableState, view: undefined, start: undefined, ...expected });
	});
});
