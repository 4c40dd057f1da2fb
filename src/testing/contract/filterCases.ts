import type { ListCustomersRequest } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { assert, assertSame, eventually } from './assert';
import { among, type ContractCase, freshEmail, openStage, type Stage, token } from './contractCase';

/** The request must list exactly these of the customers, one page after another. */
async function assertLists(
	stage: Stage,
	request: ListCustomersRequest,
	wanted: readonly Customer[],
	all: readonly Customer[],
): Promise<void> {
	const { consistency } = await stage.backend.list({ ...request, limit: 1 }, stage.call);
	await eventually(async () => {
		const found = among(await stage.walk({ limit: 2, ...request }), all);
		assertSame([...found].sort(), wanted.map(({ id }) => id).sort(), `listing ${JSON.stringify(request)}`);
	}, consistency);
}

/** Creates customers until one has a later time than `one`, by a clock of microseconds or of seconds; and who had the same. */
async function addLater(stage: Stage, one: Customer): Promise<{ two: Customer; same: Customer[] }> {
	const same: Customer[] = [];
	for (let wait = 5; ; wait *= 2) {
		await new Promise((resolve) => setTimeout(resolve, wait));
		const two = await stage.add();
		if (two.created !== one.created || wait > 2_000) return { two, same };
		same.push(two);
	}
}

export const filterCases: readonly ContractCase[] = [
	{
		name: 'filter: email is exact, by email key',
		applies: ({ filter }) => filter.email,
		async check(make) {
			const stage = await openStage(make);
			const email = freshEmail('Filtered');
			const one = await stage.add({ email });
			const all = [one, await stage.add({ email: `x${email}` }), await stage.add()];
			for (const spelling of [email, email.toUpperCase(), email.toLowerCase(), ` ${email} `])
				await assertLists(stage, { email: spelling }, [one], all);
			for (const other of [email.slice(1), email.replace('@', '%@'), freshEmail()]) await assertLists(stage, { email: other }, [], all);
		},
	},
	{
		name: 'filter: country is any of those asked for',
		applies: ({ filter }) => filter.country,
		async check(make) {
			const stage = await openStage(make);
			const [india, germany, none] = (await stage.addMany([
				{ address: { line1: '1 Janpath', city: 'New Delhi', state: 'DL', postal_code: '110001', country: 'IN' } },
				{ address: { line1: 'Torstraße 1', city: 'Berlin', postal_code: '10119', country: 'DE' } },
				{},
			])) as [Customer, Customer, Customer];
			const all = [india, germany, none];
			await assertLists(stage, { country: ['IN'] }, [india], all);
			await assertLists(stage, { country: ['DE', 'IN'] }, [india, germany], all);
			await assertLists(stage, { country: ['FR'] }, [], all);
		},
	},
	{
		name: 'filter: created is from gte on and before lt, to the last decimal',
		applies: ({ filter }) => filter.created,
		async check(make) {
			const stage = await openStage(make);
			const one = await stage.add();
			const { two, same } = await addLater(stage, one);
			assert(one.created && two.created, 'a backend that filters by creation knows when a customer was created');
			const first = [one, ...same];
			const all = [...first, two];
			await assertLists(stage, { created: { gte: two.created } }, [two], all);
			await assertLists(stage, { created: { lt: two.created } }, first, all);
			await assertLists(stage, { created: { gte: one.created, lt: two.created } }, first, all);
			await assertLists(stage, { created: { gte: one.created } }, all, all);
			await assertLists(stage, { created: { lt: one.created } }, [], all);
			await assertLists(stage, { created: { gte: '2101-01-01T00:00:00Z' } }, [], all);
		},
	},
	{
		name: 'filter: several at once must all hold',
		applies: ({ filter }) => filter.email && filter.country,
		async check(make) {
			const stage = await openStage(make);
			const address = { line1: 'Torstraße 1', city: 'Berlin', postal_code: '10119', country: 'DE' };
			const name = token();
			const [german, other] = (await stage.addMany([{ address, name }, { name }])) as [Customer, Customer];
			const all = [german, other];
			await assertLists(stage, { email: german.email!, country: ['DE'] }, [german], all);
			await assertLists(stage, { email: other.email!, country: ['DE'] }, [], all);
			if (stage.capabilities.search !== false && stage.capabilities.search.fields.includes('name'))
				await assertLists(stage, { query: name, country: ['DE'] }, [german], all);
		},
	},
	{
		name: 'filter: sees an edit at once, or says that it may lag',
		applies: ({ filter, write }) => filter.email && write.update,
		async check(make) {
			const stage = await openStage(make);
			const customer = await stage.add();
			const email = freshEmail('renamed');
			await stage.backend.update(customer.id, { email }, stage.call);
			await assertLists(stage, { email }, [customer], [customer]);
			await assertLists(stage, { email: customer.email! }, [], [customer]);
		},
	},
];
