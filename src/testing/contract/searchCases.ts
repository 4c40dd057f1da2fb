import type { Customer } from '../../domain/customer';
import type { SearchField } from '../../domain/searchedText';
import { assert, assertSame } from './assert';
import { assertFinds } from './assertFinds';
import { type ContractCase, freshEmail, openStage, token } from './contractCase';

const searches =
	(field: SearchField): ContractCase['applies'] =>
	({ search }) =>
		search !== false && search.fields.includes(field);

export const searchCases: readonly ContractCase[] = [
	{
		name: 'search: finds by name, in any case and either Unicode form',
		applies: searches('name'),
		async check(make) {
			const stage = await openStage(make);
			const mark = token();
			const composed = `Zoë ${mark} Éclair`.normalize('NFC');
			const [one, two] = await stage.addMany([{ name: composed }, { name: composed.normalize('NFD') }]);
			const other = await stage.add({ name: 'Somebody Else' });
			const both = [one!, two!];
			const all = [...both, other];
			for (const query of [
				mark,
				mark.toUpperCase(),
				composed,
				composed.normalize('NFD'),
				composed.toUpperCase(),
				`  ${composed.toLowerCase()} `,
			]) {
				await assertFinds(stage, query, both, all);
			}
			await assertFinds(stage, `${token()}${mark}`, [], all);
		},
	},
	{
		name: 'search: finds by name in every script',
		applies: searches('name'),
		async check(make) {
			const stage = await openStage(make);
			const names = ['अनन्या शर्मा', 'محمد الهاشمي', '佐藤 さくら', '김민준', 'Ολυμπία', 'Владимир'];
			const customers = await stage.addMany(names.map((name) => ({ name })));
			for (const [index, name] of names.entries()) await assertFinds(stage, name, [customers[index]!], customers);
		},
	},
	{
		name: 'search: finds by email, in any case',
		applies: searches('email'),
		async check(make) {
			const stage = await openStage(make);
			const email = freshEmail('Searched');
			const one = await stage.add({ email });
			const all = [one, await stage.add()];
			await assertFinds(stage, email, [one], all);
			await assertFinds(stage, email.toUpperCase(), [one], all);
		},
	},
	{
		name: 'search: finds by phone in any spelling',
		applies: searches('phone'),
		async check(make) {
			const stage = await openStage(make);
			const one = await stage.add({ phone: '+919876543210' });
			const all = [one, await stage.add({ phone: '+12025550123' }), await stage.add()];
			for (const query of [
				'+919876543210',
				'98765 43210',
				'+91 98765-43210',
				'(98765) 43210',
				'9876543210',
				'０９８７６５ ４３２１０',
				'098765 43210',
			])
				await assertFinds(stage, query, [one], all);
		},
	},
	{
		name: 'search: finds by id',
		applies: searches('id'),
		async check(make) {
			const stage = await openStage(make);
			const [one, two] = (await stage.addMany([{}, {}])) as [Customer, Customer];
			await assertFinds(stage, one.id, [one], [one, two]);
		},
	},
	{
		name: 'search: takes %, _, quotes, brackets and backslashes as they are',
		applies: searches('name'),
		async check(make) {
			const stage = await openStage(make);
			const mark = token();
			const odd = await stage.addMany(
				['%', '_', "'", '"', '\\', '.*', '[', ')', ';--', ':*', '&'].map((sign) => ({ name: `${mark} a${sign}b` })),
			);
			const plain = await stage.add({ name: `${mark} axb` });
			for (const customer of odd) await assertFinds(stage, customer.name!, [customer], [...odd, plain]);
		},
	},
	{
		name: 'search: walks page by page through what it found, in every sort',
		applies: searches('name'),
		async check(make) {
			const stage = await openStage(make);
			const mark = token();
			const customers = await stage.addMany([1, 2, 3, 4, 5].map((n) => ({ name: `${mark} ${n}` })));
			await assertFinds(stage, mark, customers, customers);
			for (const sort of stage.capabilities.sort) {
				const found = await stage.walk({ query: mark, sort, limit: 2 });
				assertSame(found.map(({ id }) => id).sort(), customers.map(({ id }) => id).sort(), `searching by ${sort}`);
			}
			if (!stage.capabilities.paging.total.includes('exact')) return;
			const { total } = await stage.backend.list({ query: mark, limit: 2, total: 'exact' }, stage.call);
			assertSame(total, { kind: 'exact', value: customers.length }, 'the total of a search');
		},
	},
	{
		name: 'search: sees an edit, and no longer what was there before',
		applies: (capabilities) => searches('name')?.(capabilities) === true && capabilities.write.update,
		async check(make) {
			const stage = await openStage(make);
			const [before, after] = [token(), token()];
			const customer = await stage.add({ name: before });
			await assertFinds(stage, before, [customer], [customer]);
			await stage.backend.update(customer.id, { name: after }, stage.call);
			await assertFinds(stage, after, [customer], [customer]);
			await assertFinds(stage, before, [], [customer]);
		},
	},
	{
		name: 'search: a page tells when its index may lag',
		applies: ({ search }) => search !== false && search.consistency === 'eventual',
		async check(make) {
			const stage = await openStage(make);
			const { consistency } = await stage.backend.list({ query: token() }, stage.call);
			assert(consistency === 'eventual', `the index is eventual, but the page says ${consistency}`);
		},
	},
];
