import { assert, assertRejects, assertSame } from './assert';
import { among, type ContractCase, freshEmail, openStage, token } from './contractCase';

export const raceCases: readonly ContractCase[] = [
	{
		name: 'race: twenty creates at once with one email make one customer, and everyone gets it',
		applies: ({ createByEmail, write }) => write.create && createByEmail === 'atomic',
		async check(make) {
			const { backend, call, walk } = await openStage(make);
			const email = freshEmail('Race');
			const spellings = [email, email.toUpperCase(), email.toLowerCase(), ` ${email}`];
			const answers = await Promise.all(
				Array.from({ length: 20 }, (_, index) => backend.create({ email: spellings[index % 4]!, name: `Racer ${index}` }, call)),
			);
			const ids = new Set(answers.map(({ customer }) => customer.id));
			assert(ids.size === 1, `twenty creates made ${ids.size} customers`);
			const created = answers.filter(({ outcome }) => outcome === 'created').length;
			const unknown = answers.some(({ outcome }) => outcome === 'unknown');
			assert(created === 1 || (created === 0 && unknown), `${created} of twenty were told that they created the customer`);
			const key = email.toLowerCase();
			const rows = (await walk({ limit: 7 })).filter((customer) => customer.email?.trim().toLowerCase() === key);
			assert(rows.length === 1, `the list has ${rows.length} customers of that email`);
			// Through HTTP a backend without versions gets one from its fields, where one customer is read.
			const found = await backend.get(rows[0]!.id, call);
			assertSame({ ...found, version: null }, { ...rows[0], version: null }, 'get after the race');
		},
	},
	{
		name: 'race: of two customers who want one email at once, one gets it',
		applies: ({ createByEmail, write }) => write.create && write.update && createByEmail === 'atomic',
		async check(make) {
			const { backend, call, addMany, walk } = await openStage(make);
			const customers = await addMany([{}, {}, {}, {}]);
			const email = freshEmail('wanted');
			const settled = await Promise.allSettled(customers.map(({ id }) => backend.update(id, { email }, call)));
			assert(settled.filter(({ status }) => status === 'fulfilled').length === 1, 'not exactly one of the customers got the email');
			for (const result of settled)
				if (result.status === 'rejected') await assertRejects(Promise.reject(result.reason), 'email_exists', 'the others');
			const owners = (await walk({ limit: 7 })).filter((customer) => customer.email === email);
			assert(owners.length === 1, `${owners.length} customers have the email`);
		},
	},
	{
		name: 'version: a stale one is version_conflict and writes nothing, the current one passes and moves on',
		applies: ({ conditionalUpdate, write }) => write.create && write.update && conditionalUpdate !== 'none',
		async check(make) {
			const { backend, call, add, keep } = await openStage(make);
			const first = await add({ name: 'First' });
			assert(first.version !== null, 'a backend with conditional updates gives every customer a version');
			const second = await backend.update(first.id, { name: 'Second' }, { ...call, ifVersion: first.version });
			assert(second.version !== null && second.version !== first.version, 'the version stays the same after an update');
			assertSame(await backend.get(first.id, call), second, 'get after a conditional update');
			for (const ifVersion of [first.version, `${second.version}0`, token()]) {
				const late = backend.update(first.id, keep({ name: 'Third', phone: '+12025550123' }), { ...call, ifVersion });
				await assertRejects(late, 'version_conflict', `an update of version ${ifVersion}`);
			}
			assertSame(await backend.get(first.id, call), second, 'the customer after a version conflict');
			const third = await backend.update(first.id, { name: 'First' }, { ...call, ifVersion: second.version });
			assert(third.version !== first.version, 'a version came back with the values of that time');
		},
	},
	{
		name: 'version: null, the version of what has none, is no condition',
		applies: ({ write }) => write.create && write.update,
		async check(make) {
			const { backend, call, add } = await openStage(make);
			const { id } = await add({ name: 'First' });
			assert((await backend.update(id, { name: 'Second' }, { ...call, ifVersion: null })).name === 'Second', 'nothing was written');
		},
	},
	{
		name: 'version: of ten updates of one version at once, one passes',
		applies: ({ conditionalUpdate, write }) => write.create && write.update && conditionalUpdate === 'atomic',
		async check(make) {
			const { backend, call, add } = await openStage(make);
			const { id, version } = await add();
			const names = Array.from({ length: 10 }, (_, index) => `Writer ${index}`);
			const settled = await Promise.allSettled(names.map((name) => backend.update(id, { name }, { ...call, ifVersion: version! })));
			const passed = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
			assert(passed.length === 1, `${passed.length} of ten updates of one version passed`);
			for (const result of settled)
				if (result.status === 'rejected') await assertRejects(Promise.reject(result.reason), 'version_conflict', 'the others');
			assertSame(await backend.get(id, call), passed[0], 'the customer after the race');
		},
	},
	{
		name: 'race: updates of different fields at once all stay',
		applies: ({ write }) => write.create && write.update,
		async check(make) {
			const { backend, call, add, keep, stored } = await openStage(make);
			const { id } = await add();
			const wanted = { email: freshEmail('both'), name: 'Both', phone: '+12025550123' };
			await Promise.all(Object.entries(keep(wanted)).map(([field, value]) => backend.update(id, { [field]: value }, call)));
			const { email, name, phone } = await backend.get(id, call);
			assertSame({ email, name, phone }, stored(wanted), 'after updates at once');
		},
	},
	{
		name: 'race: creates at once of different emails all stay',
		applies: ({ write }) => write.create,
		async check(make) {
			const { addMany, walk } = await openStage(make);
			const customers = await addMany(Array.from({ length: 25 }, () => ({})));
			assert(new Set(customers.map(({ id }) => id)).size === 25, 'two customers have one id');
			assert(among(await walk({ limit: 7 }), customers).length === 25, 'some customers are missing from the list');
		},
	},
];
