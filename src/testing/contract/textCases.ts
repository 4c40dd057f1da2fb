import { assertSame } from './assert';
import { type ContractCase, freshEmail, openStage } from './contractCase';

const names = [
	'Zoë Éclair'.normalize('NFC'),
	'Zoë Éclair'.normalize('NFD'),
	'क्‍ष श्री अनन्या',
	'مُحَمَّد الهاشمي',
	'ילד בן-גוריון',
	'佐藤 さくら 𠮷野家',
	'ﬁ ½ Å ﷺ',
	'👩🏽‍🚀 👨‍👩‍👧‍👦',
	'O’Connor "the \\ quote" \'; DROP TABLE customers; --',
	'<script>alert(1)</script> &amp; {{x}} $& $1 %s',
	'null',
	'undefined',
	'__proto__',
	'007',
	'1e3',
	'true',
	'=HYPERLINK("x")',
	'two  spaces and\u00a0one that does not break',
	'Z̸̡͝a̵͜l̶g̷o',
	'😀'.repeat(200),
	'ü'.repeat(200),
	'漢'.repeat(200),
];

/** Valid numbers of many lengths. */
const phones = [
	'+919876543210',
	'+12025550123',
	'+442079460000',
	'+390612345678',
	'+4930123456',
	'+8613812345678',
	'+2348031234567',
	'+6421123456',
];

export const textCases: readonly ContractCase[] = [
	{
		name: 'text: names come back byte for byte, also those of 200 code points',
		applies: ({ write }) => write.create,
		async check(make) {
			const { backend, call, addMany } = await openStage(make);
			const customers = await addMany(names.map((name) => ({ name })));
			for (const [index, customer] of customers.entries()) {
				assertSame(customer.name, names[index], 'the name that create answers');
				assertSame((await backend.get(customer.id, call)).name, names[index], 'the name that get answers');
			}
		},
	},
	{
		name: 'text: names come back byte for byte after an update, and in the list',
		applies: ({ write }) => write.create && write.update,
		async check(make) {
			const { backend, call, add, walk } = await openStage(make);
			const { id } = await add();
			for (const name of names) assertSame((await backend.update(id, { name }, call)).name, name, 'the name that update answers');
			assertSame((await walk({ limit: 2 })).find((customer) => customer.id === id)?.name, names.at(-1), 'the name in the list');
		},
	},
	{
		name: 'text: phones and addresses come back exactly',
		applies: ({ write }) => write.create,
		async check(make) {
			const { backend, call, add, stored: as } = await openStage(make);
			const address = { line1: 'वैशाली नगर, १२', line2: 'Flat “B” <3>', city: 'जयपुर', state: 'RJ', postal_code: '302021', country: 'IN' };
			for (const phone of phones) {
				const { id } = await add({ phone, address });
				const stored = await backend.get(id, call);
				assertSame({ phone: stored.phone, address: stored.address }, as({ phone, address }), 'the phone and address');
			}
			const french = { line1: '1 rue Bourgmayer', line2: null, city: 'Bourg-en-Bresse', state: null, postal_code: '01000', country: 'FR' };
			const { line1, city, postal_code, country } = french;
			const { id } = await add({ address: { line1, city, postal_code, country } });
			assertSame((await backend.get(id, call)).address, as({ address: french }).address, 'a postal code that starts with a zero');
		},
	},
	{
		name: 'text: an email is kept as it was typed',
		applies: ({ write }) => write.create,
		async check(make) {
			const { backend, call, add } = await openStage(make);
			for (const email of [freshEmail('MiXeD'), freshEmail('plus+tag'), freshEmail("o'connor"), freshEmail('a.b_c-d')]) {
				const { id } = await add({ email });
				assertSame((await backend.get(id, call)).email, email, 'the email');
			}
		},
	},
];
