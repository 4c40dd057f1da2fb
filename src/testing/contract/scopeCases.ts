import type { ListCustomersRequest } from '../../contract/backend';
import { assert, assertRejects, assertSame } from './assert';
import { type ContractCase, openStage, updateOfNobody } from './contractCase';

export const scopeCases: readonly ContractCase[] = [
	{
		name: 'scope: no list, search or filter shows a customer of another scope',
		async check(make) {
			const [one, other] = [await openStage(make), await openStage(make)];
			const address = { line1: '1 Janpath', city: 'New Delhi', state: 'DL', postal_code: '110001', country: 'IN' };
			const customer = await one.add({ name: 'Hidden Person', phone: '+919876543210', address });
			const { search, filter, sort, paging } = other.capabilities;
			const requests: ListCustomersRequest[] = [
				...sort.map((by) => ({ sort: by })),
				...(search ? [{ query: customer.email! }, { query: customer.id }, { query: 'Hidden Person' }, { query: '+919876543210' }] : []),
				...(filter.email ? [{ email: customer.email! }] : []),
				...(filter.country ? [{ country: ['IN'] }] : []),
				...(filter.created ? [{ created: { gte: '2001-01-01T00:00:00Z' } }] : []),
			];
			for (const request of requests) {
				const found = await other.walk({ ...request, limit: paging.maxLimit });
				// By email: two stores that number their customers may both have the id.
				assert(
					!found.some(({ email }) => email === customer.email),
					`${JSON.stringify(Object.keys(request))} shows a customer of another scope`,
				);
			}
		},
	},
	{
		name: 'scope: totals count no customer of another scope',
		applies: ({ paging }) => paging.total.includes('exact'),
		async check(make) {
			const [one, other] = [await openStage(make), await openStage(make)];
			const count = async () => (await other.backend.list({ limit: 1, total: 'exact' }, other.call)).total;
			const before = await count();
			await one.addMany([{}, {}]);
			assertSame(await count(), before, 'the total after creates in another scope');
		},
	},
	{
		name: 'scope: a customer of another scope is not_found, and stays as it was',
		async check(make) {
			const [one, other] = [await openStage(make), await openStage(make)];
			const customer = await one.add();
			await assertRejects(other.backend.get(customer.id, other.call), 'not_found', 'get');
			await assertRejects(other.backend.update(customer.id, { name: 'Stolen' }, other.call), updateOfNobody(other.capabilities), 'update');
			assertSame(await one.backend.get(customer.id, one.call), customer, 'the customer, for its own scope');
		},
	},
	{
		name: 'scope: the same email makes a customer in each',
		applies: ({ write }) => write.create,
		async check(make) {
			const [one, other] = [await openStage(make), await openStage(make)];
			const customer = await one.add({ name: 'Hidden Person' });
			const second = await other.backend.create({ email: customer.email! }, other.call);
			assert(second.outcome !== 'existing', 'a customer of another scope counts as existing');
			assertSame(second.customer.name, null, 'the name of the second customer');
			assertSame(await one.backend.get(customer.id, one.call), customer, 'the customer of the first scope');
			if (!other.capabilities.write.update) return;
			const third = await other.add();
			const email = (await one.add()).email!;
			assertSame((await other.backend.update(third.id, { email }, other.call)).email, email, 'an email that another scope has');
		},
	},
];
