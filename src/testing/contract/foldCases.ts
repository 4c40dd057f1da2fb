import type { Customer } from '../../domain/customer';
import type { SearchField } from '../../domain/searchedText';
import { assert, assertSame } from './assert';
import { assertFinds } from './assertFinds';
import { type ContractCase, openStage, type Stage, sizes, token } from './contractCase';

/** Where text is compared folded, and this field is searched. */
const folds =
	(field: SearchField): ContractCase['applies'] =>
	({ search }) =>
		search !== false && search.matching === 'folded' && search.fields.includes(field);

/** A name, what finds it, and what does not though it looks alike. */
type NameFinding = readonly [name: string, found: readonly string[], lost?: readonly string[]];

const spellings: readonly NameFinding[] = [
	['Céline Dupont', ['celine', 'CELINE', 'céliné', 'Ce\u0301line']],
	['Nguyễn Văn Đức', ['nguyen', 'duc nguyen', 'ĐỨC']],
	['Łukasz Żółć', ['lukasz', 'zolc']],
	['Straße & Söhne', ['strasse', 'STRASSE', 'STRAẞE', 'sohne']],
	['İbrahim Yıldız', ['ibrahim', 'İBRAHİM', 'IBRAHIM', 'yildiz']],
	['Søren Ærø Œuvre', ['soren', 'aero', 'oeuvre']],
	['Αναστασία', ['ΑΝΑΣ', 'αναστασια', 'ΑΝΑΣΤΑΣΊΑ']],
	['Ёлкин Андрей', ['елкин', 'ЕЛКИН', 'андре\u0438\u0306']],
	['ＡＢＣＤＥＦ　Ｌｔｄ', ['abcdef', 'ABCDEF ltd']],
	['タナカ', ['ﾀﾅｶ', 'ナカ'], ['たなが']],
	['ガルシア', ['ｶﾞﾙｼｱ', 'カ\u3099ルシア'], ['カルシア']],
	['أحمد الهاشمي', ['احمد', 'أَحْمَد', 'احمـــد', 'إحمد']],
	['שָׁלוֹם', ['שלום']],
	['क़मर सिंह', ['क\u093Cमर', 'सिंह'], ['सांह', 'सं']],
	['김민준', ['김민준'.normalize('NFD'), '민준']],
	['ﬁnn ½', ['finn']],
	['می\u200Cخواهم', ['میخواهم', 'ميخواهم']],
];

const joints: readonly NameFinding[] = [
	['Pat O’Brien', ["o'brien", 'obrien', 'O`BRIEN', 'oʼbrien', 'O´Brien']],
	["Nat D'Angelo", ['d’angelo', 'dangelo']],
	['Jean\u2011Luc', ['jean-luc', 'jean luc', 'Jean—Luc', 'luc jean']],
	['Anne Marie', ['anne-marie', 'Anne\u00A0Marie', 'anne\u3000 marie']],
	['Two  Spaces', ['two spaces', 'two\u00A0spaces']],
	['No\u00A0Break', ['no break']],
];

const orders: readonly NameFinding[] = [
	['Rao Asha', ['asha rao', 'rao asha', 'ra as', 'ash ra'], ['asha verma', 'ao']],
	['Иванова Мария', ['ова', 'ма ив', 'ария'], ['ва', 'ия']],
	['佐藤 さくら', ['佐', '藤', 'さくら 佐藤', '佐藤さくら', 'くら'], ['佐々']],
	['สมชาย ใจดี', ['ชาย', 'ใจ']],
];

async function assertNames(stage: Stage, findings: readonly NameFinding[]): Promise<void> {
	const customers = await stage.addMany(findings.map(([name]) => ({ name })));
	for (const [index, [, found, lost = []]] of findings.entries()) {
		for (const query of found) await assertFinds(stage, query, [customers[index]!], customers);
		for (const query of lost) await assertFinds(stage, query, [], customers);
	}
}

/** Phones, and how people write and dial them. */
const phones: Readonly<Record<string, readonly string[]>> = {
	'+79261234567': ['8 (926) 123-45-67', '8 926 123', '926 123-45-67', '+7 8 926 1234567'],
	'+447911123456': ['+44 07911 123456', '011 44 7911 123456', '0044 (0)7911 123456', '07911 123456', '+44 7911 123456 ext 5'],
	'+971501234567': ['+971 050 123 4567', '050 123 4567'],
	'+5491123456789': ['011 15-2345-6789', '+54 11 2345-6789', '+54 9 11 2345-6789'],
	'+919876543210': ['٩٨٧٦٥٤٣٢١٠', '098765 43210 x12', 'tel:+91-98765-43210'],
};

export const foldCases: readonly ContractCase[] = [
	{
		name: 'fold: finds names whatever their case, accents, letters, width and Unicode form, and tells letters apart',
		applies: folds('name'),
		check: async (make) => assertNames(await openStage(make), spellings),
	},
	{
		name: 'fold: finds names whatever their apostrophes, dashes and spaces',
		applies: folds('name'),
		check: async (make) => assertNames(await openStage(make), joints),
	},
	{
		name: 'fold: finds words in any order, at the beginning of a word, and from three characters on anywhere in it',
		applies: folds('name'),
		check: async (make) => assertNames(await openStage(make), orders),
	},
	{
		name: 'fold: finds phones as they are dialled and written',
		applies: folds('phone'),
		async check(make) {
			const stage = await openStage(make);
			const customers = await stage.addMany(Object.keys(phones).map((phone) => ({ phone })));
			for (const [index, queries] of Object.values(phones).entries())
				for (const query of queries) await assertFinds(stage, query, [customers[index]!], customers);
			await assertFinds(stage, '8 (926) 123-45-68', [], customers);
		},
	},
	{
		name: 'fold: finds a domain in both of its forms',
		applies: folds('email'),
		async check(make) {
			const stage = await openStage(make);
			const [one, two] = [token(), token()];
			const customers = await stage.addMany([{ email: `${one}@münchen.example` }, { email: `${two}@xn--mnchen-3ya.example` }]);
			for (const query of ['münchen', 'MUNCHEN', 'xn--mnchen-3ya.example']) await assertFinds(stage, query, customers, customers);
			await assertFinds(stage, `${two}@münchen.example`, [customers[1]!], customers);
			await assertFinds(stage, `${one}@XN--MNCHEN-3YA.example`, [customers[0]!], customers);
		},
	},
	{
		name: 'fold: finds as folded what was edited',
		applies: (capabilities) => folds('name')?.(capabilities) === true && capabilities.write.update,
		async check(make) {
			const stage = await openStage(make);
			const customer = await stage.add({ name: 'Céline' });
			await stage.backend.update(customer.id, { name: 'Łukasz' }, stage.call);
			await stage.backend.update(customer.id, { email: `${token()}@bücher.example` }, stage.call);
			await assertFinds(stage, 'lukasz', [customer], [customer]);
			await assertFinds(stage, 'bucher', [customer], [customer]);
			await assertFinds(stage, 'celine', [], [customer]);
		},
	},
	...(['name', '-name'] as const).map(
		(sort): ContractCase => ({
			name: `fold: sorted by ${sort}, letters stand beside their base letters, equal ones by name`,
			applies: (capabilities) => folds('name')?.(capabilities) === true && capabilities.sort.includes(sort),
			async check(make) {
				const stage = await openStage(make);
				const names = [
					'Ada',
					'Ärla',
					'Asta',
					'Çelik',
					'Cody',
					'Dora',
					'Đurić',
					'Lena',
					'Łukasz',
					'lzzy',
					'Émile',
					'Emile',
					'Zoë',
					'😀',
					'ﾜ',
				];
				const customers = await stage.addMany([...names, null].map((name) => (name === null ? {} : { name })));
				const wanted = [
					'Ada',
					'Ärla',
					'Asta',
					'Çelik',
					'Cody',
					'Dora',
					'Đurić',
					'Emile',
					'Émile',
					'Lena',
					'Łukasz',
					'lzzy',
					'Zoë',
					'ﾜ',
					'😀',
				];
				if (sort === '-name') wanted.reverse();
				const own = (list: readonly Customer[]) => list.filter(({ id }) => customers.some((customer) => customer.id === id));
				for (const limit of sizes(stage.capabilities)) {
					const walked = own(await stage.walk({ sort, limit })).map(({ name }) => name);
					assertSame(walked, [...wanted, null], `names by ${sort}, ${limit} at a time`);
				}
				assert(customers.length === wanted.length + 1, 'everyone was created');
			},
		}),
	),
];
