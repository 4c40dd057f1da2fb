import type { CustomerSort } from '../../contract/backend';
import { sorts } from '../../contract/sorts';
import type { Customer } from '../../domain/customer';
import { assert, assertSame } from './assert';
import { among, type ContractCase, freshEmail, openStage, type Stage, sizes, token } from './contractCase';

const names = ['delta', 'alpha', 'echo', 'bravo', 'golf', 'charlie', 'foxtrot', 'alpha', 'alpha'];

/** Customers made at once, some with the same name, some without any. */
function addMixed({ addMany }: Stage): Promise<Customer[]> {
	return addMany([...names.map((name) => ({ name })), {}, {}, {}]);
}

function assertVisitedOnce(walked: readonly Customer[], customers: readonly Customer[], what: string): void {
	const seen = new Map<string, number>();
	for (const { id } of walked) seen.set(id, (seen.get(id) ?? 0) + 1);
	const skipped = customers.filter(({ id }) => !seen.has(id)).length;
	const repeated = [...seen.values()].filter((times) => times > 1).length;
	assert(skipped === 0, `${what}: skipped ${skipped} of ${customers.length} customers`);
	assert(repeated === 0, `${what}: visited ${repeated} customers more than once`);
}

/** Whether the customers stand in the order of the sort, as far as every backend agrees on it. */
function assertOrdered(walked: readonly Customer[], sort: CustomerSort): void {
	const field = sort.replace('-', '') as 'created' | 'name' | 'email';
	const keys = walked.map((customer) => customer[field]).filter((key) => key !== null);
	// With as many decimals each, instants compare as text.
	if (field === 'created')
		for (const [index, key] of keys.entries())
			keys[index] = key.replace(/(?:\.(\d+))?Z$/, (_all, decimals = '') => `.${decimals.padEnd(9, '0')}Z`);
	const wanted = [...keys].sort();
	if (sort.startsWith('-')) wanted.reverse();
	assertSame(keys, wanted, `sorted by ${sort}`);
}

const sortCases = sorts.map(
	(sort): ContractCase => ({
		name: `walk: by ${sort}, in order, each customer once, also those with equal or no keys`,
		applies: (capabilities) => capabilities.sort.includes(sort),
		async check(make) {
			const stage = await openStage(make);
			const customers = await addMixed(stage);
			const ids = new Set(customers.map(({ id }) => id));
			let former: string | undefined;
			for (const limit of sizes(stage.capabilities, [100, 1, 2, 7])) {
				const walked = await stage.walk({ sort, limit });
				assertVisitedOnce(walked, customers, `${limit} at a time`);
				const own = walked.filter(({ id }) => ids.has(id));
				assertOrdered(own, sort);
				const order = own.map(({ id }) => id).join();
				assert(former === undefined || order === former, 'the order depends on the page size');
				former = order;
			}
		},
	}),
);

const backwardCases = sorts.map(
	(sort): ContractCase => ({
		name: `walk: previous leads back the same way by ${sort}`,
		applies: (capabilities) => capabilities.paging.backward && capabilities.sort.includes(sort),
		async check(make) {
			const stage = await openStage(make);
			await addMixed(stage);
			for (const limit of sizes(stage.capabilities, [1, 2, 7])) {
				const pages: string[][] = [];
				let last: string | null = null;
				const walked = await stage.walk({ sort, limit }, async ({ data, previous }, index) => {
					assert(
						(previous === null) === (index === 0),
						index === 0 ? 'the first page has a previous one' : 'a later page has no previous one',
					);
					pages.push(data.map(({ id }) => id));
					last = previous;
				});
				assert(last !== null, 'the last page has no previous one');
				const back: string[][] = [];
				const again = await stage.walk({ sort, limit, before: last }, async ({ data, next }) => {
					assert(next !== null, 'a page reached by previous has no next one');
					back.unshift(data.map(({ id }) => id));
				});
				assertSame(back, pages.slice(0, -1), `pages of ${limit} on the way back`);
				assertSame(again, walked.slice(0, again.length), `customers on the way back, ${limit} at a time`);
			}
		},
	}),
);

export const walkCases: readonly ContractCase[] = [
	...sortCases,
	...backwardCases,
	{
		name: 'walk: a page holds 20 customers unless asked otherwise, newest first where that can be had',
		async check(make) {
			const stage = await openStage(make);
			const customers = await stage.addMany(Array.from({ length: 23 }, () => ({})));
			const page = await stage.backend.list({}, stage.call);
			assert(page.data.length === Math.min(20, stage.capabilities.paging.maxLimit), `the page holds ${page.data.length} customers`);
			assert(page.next !== null, 'there are more customers, but next is null');
			assert(page.previous === null, 'the first page has a previous one');
			assert(page.total === undefined, 'a list never counts unasked');
			if (stage.capabilities.sort.includes('-created')) {
				assertSame(
					page,
					{ ...(await stage.backend.list({ sort: '-created' }, stage.call)), next: page.next },
					'the default sort is -created',
				);
			}
			assertVisitedOnce(await stage.walk({}), customers, 'with no limit given');
		},
	},
	{
		name: 'walk: customers created meanwhile shift nobody',
		async check(make) {
			const stage = await openStage(make);
			for (const sort of stage.capabilities.sort) {
				const customers = await addMixed(stage);
				const walked = await stage.walk({ sort, limit: 2 }, async (_page, index) => {
					if (index < 4) await stage.addMany([{ name: 'aardvark' }, { name: 'zulu' }, { name: 'alpha' }]);
				});
				assertVisitedOnce(walked, customers, `by ${sort}`);
			}
		},
	},
	{
		name: 'walk: customers edited meanwhile shift nobody who stays put',
		applies: (capabilities) => capabilities.write.update,
		async check(make) {
			const stage = await openStage(make);
			for (const sort of stage.capabilities.sort) {
				const [mover, ...others] = (await addMixed(stage)) as [Customer, ...Customer[]];
				const walked = await stage.walk({ sort, limit: 2 }, async ({ data }, index) => {
					if (index > 4) return;
					// The customer at the page's edge, which the cursor was made from, as well as another one.
					const edge = data.at(-1);
					if (edge) await stage.backend.update(edge.id, stage.keep({ email: edge.email!, phone: '+12025550123' }), stage.call);
					await stage.backend.update(
						mover.id,
						stage.keep({ name: index % 2 ? 'aardvark' : 'zulu', email: freshEmail(index % 2 ? 'a' : 'z') }),
						stage.call,
					);
				});
				assertVisitedOnce(
					walked.filter(({ id }) => id !== mover.id),
					others,
					`by ${sort}`,
				);
			}
		},
	},
	{
		name: 'walk: an exact total is the number of customers',
		applies: (capabilities) => capabilities.paging.total.includes('exact'),
		async check(make) {
			const stage = await openStage(make);
			await addMixed(stage);
			const page = await stage.backend.list({ limit: 2, total: 'exact' }, stage.call);
			const walked = await stage.walk({ limit: stage.capabilities.paging.maxLimit });
			assertSame(page.total, { kind: 'exact', value: walked.length }, 'the total');
			const second = await stage.backend.list({ limit: 2, total: 'exact', after: page.next! }, stage.call);
			assertSame(second.total, page.total, 'the total on the second page');
		},
	},
	{
		name: 'walk: a cursor serves another page size',
		async check(make) {
			const stage = await openStage(make);
			const customers = await addMixed(stage);
			const first = await stage.backend.list({ limit: 2 }, stage.call);
			const rest = await stage.walk({ limit: Math.min(5, stage.capabilities.paging.maxLimit), after: first.next! });
			assertVisitedOnce([...first.data, ...rest], customers, 'two, then five at a time');
		},
	},
	{
		name: 'walk: two walks at once do not disturb each other',
		async check(make) {
			const stage = await openStage(make);
			const customers = await stage.addMany(Array.from({ length: 9 }, () => ({ name: token() })));
			const walks = await Promise.all([2, 3, 4].map((limit) => stage.walk({ limit: Math.min(limit, stage.capabilities.paging.maxLimit) })));
			for (const walked of walks) assertVisitedOnce(walked, customers, 'walking three times at once');
			for (const walked of walks) assertSame(among(walked, customers), among(walks[0]!, customers), 'the order of concurrent walks');
		},
	},
];
