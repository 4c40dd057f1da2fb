import { describe, expect, it } from 'vitest';
import type { CustomerPage } from '../../../src/contract/backend';
import type { Customer } from '../../../src/domain/customer';
import { mergeWrites } from '../../../src/hooks/cache/mergeWrites';
import { people, person } from '../../people';

const page = (data: Customer[], consistency: CustomerPage['consistency'] = 'eventual'): CustomerPage => ({
	data,
	next: null,
	previous: null,
	consistency,
});
const created = (customer: Customer) => ({ customer, isNew: true });
const edited = (customer: Customer) => ({ customer, isNew: false });
const names = (pages: CustomerPage[]) => pages.map(({ data }) => data.map(({ name }) => name));
const ann = person(50, { name: 'Ann Zoë O’Brien', phone: '+919876543210', created: '2026-02-01T00:00:00.000Z' });

describe('a list and what was written', () => {
	it('has edits where the customer is, and leaves all else as it is', () => {
		const pages = [page(people(2)), page([person(3)])];
		const merged = mergeWrites(pages, {}, [edited(person(3, { name: 'Old' })), edited(person(3, { name: 'New' })), edited(person(9))]);
		expect(names(merged)).toEqual([['Person 1', 'Person 2'], ['New']]);
		expect(merged[0]).toBe(pages[0]);
	});

	it('has new customers first, the newest before all, as they are now', () => {
		const bob = person(51, { name: 'Bob' });
		expect(names(mergeWrites([page([person(1)])], {}, [created(ann), created(bob), edited({ ...ann, name: 'Anna' })]))).toEqual([
			['Bob', 'Anna', 'Person 1'],
		]);
	});

	it('has nobody twice', () => {
		const pages = [page([person(1)]), page([person(50)])];
		expect(names(mergeWrites(pages, {}, [created(ann)]))).toEqual([['Person 1'], [ann.name]]);
	});

	it.each([
		[{ query: ' ann' }, true],
		[{ query: 'person50@' }, true],
		[{ query: '98765-432' }, true],
		[{ query: 'bob' }, false],
		[{ query: 'BRIEN zoe' }, true],
		[{ query: 'obrien' }, true],
		[{ query: 'oe' }, false],
		[{ query: '098765 43210 ext 5' }, true],
		[{ email: 'Person50@example.com' }, true],
		[{ email: 'person5@example.com' }, false],
		[{ country: ['IN'] }, false],
		[{ created: { gte: '2026-01-01T00:00:00.000Z' } }, true],
		[{ created: { lt: '2026-02-01T00:00:00.000Z' } }, false],
		[{ sort: 'name' as const }, true],
		[{ after: 'cursor' }, false],
	])('has a new customer in the lagging answer to %j: %s', (request, has) => {
		expect(names(mergeWrites([page([])], request, [created(ann)]))).toEqual([has ? [ann.name] : []]);
	});

	it('has a new customer in another answer only where the newest come first', () => {
		const strong = [page([], 'strong')];
		expect(names(mergeWrites(strong, { limit: 50, sort: '-created' }, [created(ann)]))).toEqual([[ann.name]]);
		expect(names(mergeWrites(strong, { query: 'ann' }, [created(ann)]))).toEqual([[]]);
		expect(names(mergeWrites(strong, { sort: 'name' }, [created(ann)]))).toEqual([[]]);
	});
});
