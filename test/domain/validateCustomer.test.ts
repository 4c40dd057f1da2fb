import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/domain/customer';
import { validateCustomerInput, validateCustomerPatch } from '../../src/domain/validateCustomer';
import { sampleCustomers } from '../../src/testing/sampleCustomers';

/** `path code` of every issue, or the value. */
async function issuesOf(value: unknown): Promise<string[]> {
	const result = await validateCustomerInput(value);
	return result.ok ? [] : result.issues.map((issue) => `${issue.path} ${issue.code}`);
}

async function addressIssues(address: unknown): Promise<string[]> {
	return (await issuesOf({ email: 'a@example.com', address })).map((issue) => issue.replace('address.', ''));
}

describe('a new customer', () => {
	it('is answered in canonical form', async () => {
		const value = {
			email: ' Asha@München.de ',
			name: '  Asha राव ',
			phone: '+91 98765-43210',
			address: { line1: ' 12 MG Road ', line2: null, city: 'Pune', state: 'maharashtra', postal_code: '411 001', country: 'in' },
		};
		expect(await validateCustomerInput(value)).toEqual({
			ok: true,
			value: {
				email: 'Asha@München.de',
				name: 'Asha राव',
				phone: '+919876543210',
				address: { line1: '12 MG Road', city: 'Pune', state: 'MH', postal_code: '411001', country: 'IN' },
			},
		});
	});

	it.each([
		['asha@ｅｘａｍｐｌｅ．ｃｏｍ', 'asha@example.com'],
		['asha@exam\u200Bple\u00AD.com\u2060', 'asha@example.com'],
		['asha@münchen。de', 'asha@münchen.de'],
		['asha@mu\u0308nchen.de', 'asha@münchen.de'],
		['क्\u200Dष@example.com', 'क्\u200Dष@example.com'],
		['Asha@Example.COM', 'Asha@Example.COM'],
	])('of an email keeps what was typed, but for what nobody means in a domain: %j', async (email, stored) => {
		expect(await validateCustomerInput({ email })).toEqual({ ok: true, value: { email: stored } });
	});

	it('needs an email and nothing else; null and absent are the same', async () => {
		expect(await validateCustomerInput({ email: 'a@example.com', id: null, name: null, phone: null, address: null })).toEqual({
			ok: true,
			value: { email: 'a@example.com' },
		});
		expect(await validateCustomerInput({ email: 'a@example.com', name: undefined, address: { line1: null, city: undefined } })).toEqual({
			ok: true,
			value: { email: 'a@example.com' },
		});
		expect(await issuesOf({})).toEqual(['email required']);
		expect(await issuesOf({ email: null })).toEqual(['email required']);
	});

	it('hears of everything that is wrong at once', async () => {
		const value = {
			id: 'customer 1',
			email: 'a@b',
			name: '\u200B',
			phone: '98765 43210',
			plan: 'gold',
			address: { country: 'US', line1: '', state: 'Bavaria', postal_code: '1', zip: '94105' },
		};
		expect(await validateCustomerInput(value)).toEqual({
			ok: false,
			issues: [
				{ path: '', code: 'unknown_field', params: { field: 'plan' } },
				{ path: 'id', code: 'invalid_id' },
				{ path: 'email', code: 'invalid_email' },
				{ path: 'name', code: 'not_visible' },
				{ path: 'phone', code: 'phone_not_international' },
				{ path: 'address', code: 'unknown_field', params: { field: 'zip' } },
				{ path: 'address.line1', code: 'empty' },
				{ path: 'address.state', code: 'invalid_state', params: { country: 'US' } },
				{ path: 'address.postal_code', code: 'invalid_postal_code', params: { country: 'US', example: '95014' } },
				{ path: 'address.city', code: 'required' },
			],
		});
	});

	it.each([null, undefined, 'a@example.com', 1, true, [], [{ email: 'a@example.com' }]])('is never %j', async (value) => {
		expect(await validateCustomerInput(value)).toEqual({ ok: false, issues: [{ path: '', code: 'invalid_type' }] });
	});

	it('may bring an id of its own', async () => {
		expect(await issuesOf({ email: 'a@example.com', id: 'cus_Ab-9_z' })).toEqual([]);
		expect(await issuesOf({ email: 'a@example.com', id: `cus_${'x'.repeat(64)}` })).toEqual([]);
		for (const id of ['cus_', 'cus_a b', 'cus_a/b', ' cus_a', 'cus_a\n', 'acct_a', `cus_${'x'.repeat(65)}`]) {
			expect(await issuesOf({ email: 'a@example.com', id }), id).toEqual(['id invalid_id']);
		}
		expect(await issuesOf({ email: 'a@example.com', id: '' })).toEqual(['id empty']);
	});

	it('has fields of text only', async () => {
		for (const wrong of [1, true, {}, [], ['a']]) {
			expect(await issuesOf({ email: wrong, id: wrong, name: wrong, phone: wrong })).toEqual([
				'id invalid_type',
				'email invalid_type',
				'name invalid_type',
				'phone invalid_type',
			]);
			expect(await addressIssues({ country: wrong })).toEqual(['country invalid_type']);
		}
		expect(await addressIssues([])).toEqual(['address invalid_type']);
		expect(await addressIssues('12 MG Road')).toEqual(['address invalid_type']);
	});

	it('has only own fields: a prototype is neither read nor written', async () => {
		const crafted = JSON.parse(
			'{ "email": "a@example.com", "__proto__": { "name": "x" }, "constructor": 1, "address": { "__proto__": 1 } }',
		);
		expect(await validateCustomerInput(crafted)).toEqual({
			ok: false,
			issues: [
				{ path: '', code: 'unknown_field', params: { field: '__proto__' } },
				{ path: '', code: 'unknown_field', params: { field: 'constructor' } },
				{ path: 'address', code: 'unknown_field', params: { field: '__proto__' } },
			],
		});
		expect(await issuesOf(Object.create({ email: 'a@example.com' }))).toEqual(['email required']);
		expect({}).not.toHaveProperty('name');
	});
});

describe('a text', () => {
	it.each(['', ' ', '\u00A0', '\t\n'])('that is blank (%j) is refused in every field', async (blank) => {
		expect(await issuesOf({ email: blank, id: blank, name: blank, phone: blank })).toEqual([
			'id empty',
			'email empty',
			'name empty',
			'phone empty',
		]);
		for (const field of ['line1', 'line2', 'city', 'state', 'postal_code', 'country']) {
			expect(await addressIssues({ [field]: blank })).toEqual([`${field} empty`]);
		}
	});

	it.each(['a\tb', 'a\nb', 'a\u0000b', 'a\u007Fb', 'a\u0085b', 'a\u202Eb', 'a\u2066b', 'a\u2028b', 'a\uD800b'])(
		'with %j inside is refused',
		async (text) => {
			expect(await issuesOf({ email: 'a@example.com', name: text, address: { line1: text } })).toEqual([
				'name invalid_characters',
				'address.line1 invalid_characters',
				'address.country required',
			]);
		},
	);

	it.each(['क्‍ष', '👩‍👩‍👧', 'נועה \u200Eabc', 'Zoe\u0308', '張\u{E0100}', "O'Brien <script>", '=1+1'])(
		'such as %s stays as typed',
		async (name) => {
			expect(await validateCustomerInput({ email: 'a@example.com', name })).toEqual({ ok: true, value: { email: 'a@example.com', name } });
		},
	);

	it('has at most 200 code points, an email 254', async () => {
		const email = `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.examples`;
		expect(email).toHaveLength(254);
		expect(await issuesOf({ email, name: '😀'.repeat(200) })).toEqual([]);
		expect(await validateCustomerInput({ email: `${email}s`, name: '😀'.repeat(201), phone: '1'.repeat(5000) })).toEqual({
			ok: false,
			issues: [
				{ path: 'email', code: 'too_long', params: { max: 254 } },
				{ path: 'name', code: 'too_long', params: { max: 200 } },
				{ path: 'phone', code: 'too_long', params: { max: 200 } },
			],
		});
		expect(await addressIssues({ line1: 'x'.repeat(201), country: 'BD', city: 'Dhaka' })).toEqual(['line1 too_long']);
	});

	it('is normalised only where that may bring it within its length: of marks alone it takes the square of it', async () => {
		const marks = '\u0301\u0323'.repeat(15_000);
		const began = process.cpuUsage();
		expect(await issuesOf({ email: `a@${marks}`, phone: marks })).toEqual(['email too_long', 'phone too_long']);
		expect(await addressIssues({ line1: 'x', city: 'x', postal_code: marks, country: 'GB' })).toEqual(['postal_code too_long']);
		const { user, system } = process.cpuUsage(began);
		expect((user + system) / 1000).toBeLessThan(100);
		const unseen = (length: number) => '\u200D'.repeat(length);
		expect(await addressIssues({ line1: 'x', city: 'x', postal_code: `SW1A${unseen(1990)} 1AA`, country: 'GB' })).toEqual([]);
		expect(await issuesOf({ email: `a@example${unseen(1990)}.com` })).toEqual(['email too_long']);
	});

	it.each(['\u200B', '\u200D', '\u2060\uFE0F', '\u3164', '\u115F', '\u2800', '\u{E0020}'])(
		'of nothing visible (%j) is no name and fills no address',
		async (name) => {
			expect(await issuesOf({ email: 'a@example.com', name })).toEqual(['name not_visible']);
			expect(await addressIssues({ line1: name, city: name })).toEqual(['line1 empty', 'city empty']);
		},
	);
});

describe('a phone', () => {
	it.each([
		['+1 (202) 555-0143', '+12025550143'],
		['\u202A+91 98765 43210\u202C', '+919876543210'],
		['tel:+44-20-7946-0958', '+442079460958'],
		['+247 40000', '+24740000'],
		[`+1${' '.repeat(1988)}2025550143`, '+12025550143'],
	])('%s is stored as %s', async (phone, e164) => {
		expect(await validateCustomerInput({ email: 'a@example.com', phone })).toMatchObject({ ok: true, value: { phone: e164 } });
	});

	it.each([
		['4915112345678', 'phone_not_international'],
		['098765 43210', 'phone_not_international'],
		['0044 20 7946 0958', 'phone_not_international'],
		['011 44 20 7946 0958', 'phone_not_international'],
		['+1 202 555 0143 ext 5', 'phone_extension'],
		['+1 800 FLOWERS', 'invalid_phone'],
		['+1 555 123 4567', 'invalid_phone'],
		['+44 7700 900123', 'invalid_phone'],
		['ring me', 'invalid_phone'],
		['(98765) 43210', 'phone_not_international'],
		['98765.432/10-1', 'phone_not_international'],
		['98765 43210 home', 'invalid_phone'],
		['home 98765 43210', 'invalid_phone'],
		[`+1${' '.repeat(1989)}2025550143`, 'too_long'],
		['+1\u0000', 'invalid_phone'],
		['+1 202', 'phone_too_short'],
		['+1 202 555 01434', 'phone_too_long'],
	])('%s is refused as %s', async (phone, code) => {
		expect(await issuesOf({ email: 'a@example.com', phone })).toEqual([`phone ${code}`]);
	});
});

const street = { line1: '1 Street', city: 'Town' };

describe('an address in', () => {
	it.each([
		['IN', { state: 'Maharashtra', postal_code: '411 001' }, { state: 'MH', postal_code: '411001' }],
		['US', { state: 'california', postal_code: '94105' }, { state: 'CA', postal_code: '94105' }],
		['CN', { state: '北京', postal_code: '100020' }, { state: 'BJ', postal_code: '100020' }],
		['ID', { state: 'Jawa Barat', postal_code: '40115' }, { state: 'JB', postal_code: '40115' }],
		['PK', { state: 'Punjab', postal_code: '44000' }, { state: 'Punjab', postal_code: '44000' }],
		['BR', { state: 'São Paulo', postal_code: '01310100' }, { state: 'SP', postal_code: '01310-100' }],
		['NG', { state: 'Lagos', postal_code: '100001' }, { state: 'LA', postal_code: '100001' }],
		['BD', { postal_code: '1340' }, { postal_code: '1340' }],
		['IE', { state: 'Dublin' }, { state: 'D' }],
		['IE', { state: 'county cork' }, { state: 'CO' }],
		['RU', { state: 'Москва', postal_code: '101000' }, { state: 'MOW', postal_code: '101000' }],
		['MX', { state: 'CDMX', postal_code: '06080' }, { state: 'CMX', postal_code: '06080' }],
		['JP', { state: '東京都', postal_code: '1000001' }, { state: '13', postal_code: '100-0001' }],
		['ET', { postal_code: '1000' }, { postal_code: '1000' }],
		['PH', { state: 'Cebu', postal_code: '6000' }, { state: 'CEB', postal_code: '6000' }],
		['EG', { state: 'Cairo', postal_code: '4460331' }, { state: 'C', postal_code: '4460331' }],
		['VN', { state: 'Hà Nội', postal_code: '100000' }, { state: 'HN', postal_code: '100000' }],
		['CD', { state: 'Kinshasa' }, { state: 'Kinshasa' }],
		['TR', { state: 'İstanbul', postal_code: '34710' }, { state: '34', postal_code: '34710' }],
		['IR', { state: 'تهران', postal_code: '1193612345' }, { state: '23', postal_code: '11936-12345' }],
		['DE', { postal_code: 'D-10115' }, { postal_code: '10115' }],
		['TH', { state: 'Bangkok', postal_code: '10150' }, { state: '10', postal_code: '10150' }],
		['GB', { postal_code: 'sw1a1aa' }, { postal_code: 'SW1A 1AA' }],
		['FR', { postal_code: '75001' }, { postal_code: '75001' }],
		['KR', { state: '서울', postal_code: '03051' }, { state: '11', postal_code: '03051' }],
		['ES', { state: 'Madrid', postal_code: '28039' }, { state: 'M', postal_code: '28039' }],
		['IT', { state: 'Roma', postal_code: '00144' }, { state: 'RM', postal_code: '00144' }],
		['CA', { state: 'Ontario', postal_code: 'k1a0b1' }, { state: 'ON', postal_code: 'K1A 0B1' }],
		['AU', { state: 'nsw', postal_code: '2060' }, { state: 'NSW', postal_code: '2060' }],
		['AE', { state: 'Dubai' }, { state: 'DU' }],
		['IE', { state: 'Co. Dublin', postal_code: 'd02af30' }, { state: 'D', postal_code: 'D02 AF30' }],
		['XK', { postal_code: '10000' }, { postal_code: '10000' }],
	])('%s is stored in canonical form', async (country, given, stored) => {
		const result = await validateCustomerInput({
			email: 'a@example.com',
			address: { ...street, ...given, country: country.toLowerCase() },
		});
		expect(result).toEqual({ ok: true, value: { email: 'a@example.com', address: { ...street, ...stored, country } } });
	});

	it.each([
		['IN', {}, ['state required', 'postal_code required']],
		['IN', { state: 'MH', postal_code: '41100' }, ['postal_code invalid_postal_code']],
		['IN', { state: 'California', postal_code: '411001' }, ['state invalid_state']],
		['US', { state: 'CA' }, ['postal_code required']],
		['US', { state: 'XX', postal_code: '9410' }, ['state invalid_state', 'postal_code invalid_postal_code']],
		['US', { state: 'IN-MH', postal_code: '94105' }, ['state invalid_state']],
		['CN', { postal_code: '1000' }, ['postal_code invalid_postal_code', 'state required']],
		['ID', {}, ['state required']],
		['PK', { postal_code: '4400' }, ['postal_code invalid_postal_code']],
		['BR', { state: 'SP', postal_code: '0131010' }, ['postal_code invalid_postal_code']],
		['NG', { state: 'Texas' }, ['state invalid_state']],
		['BD', { postal_code: '13401' }, ['postal_code invalid_postal_code']],
		['RU', { state: 'MOW', postal_code: '10100' }, ['postal_code invalid_postal_code']],
		['MX', { state: 'Bavaria', postal_code: '06080' }, ['state invalid_state']],
		['JP', { state: '48', postal_code: '100-000' }, ['state invalid_state', 'postal_code invalid_postal_code']],
		['GB', { postal_code: 'SW1A' }, ['postal_code invalid_postal_code']],
		['GB', {}, ['postal_code required']],
		['DE', { postal_code: '1011' }, ['postal_code invalid_postal_code']],
		['FR', { postal_code: '2A004' }, ['postal_code invalid_postal_code']],
		['CA', { state: 'ON', postal_code: '12345' }, ['postal_code invalid_postal_code']],
		['AE', {}, ['state required']],
	])('%s with %j has issues', async (country, given, issues) => {
		expect(await addressIssues({ ...street, ...given, country })).toEqual(issues);
	});

	it('no country, or none that exists, is refused once anything else is filled', async () => {
		expect(await addressIssues(street)).toEqual(['country required']);
		expect(await addressIssues({ ...street, country: 'UK' })).toEqual(['country invalid_country']);
		expect(await addressIssues({ country: 'India' })).toEqual(['country invalid_country']);
	});

	it('a postal code is read without what nobody sees in it', async () => {
		const address = { ...street, country: 'US', state: 'CA', postal_code: '\u202A９４１０５\u202C' };
		expect(await validateCustomerInput({ email: 'a@example.com', address })).toMatchObject({
			value: { address: { postal_code: '94105' } },
		});
	});

	it('what is no text fills it all the same', async () => {
		for (const wrong of [[], {}, 0, false])
			expect(await addressIssues({ line1: wrong })).toEqual(['line1 invalid_type', 'country required']);
	});

	it('of which a part is known may lack its country', async () => {
		const address = { line1: '1 Street', state: 'Nowhere', postal_code: '1' };
		expect(await validateCustomerInput({ email: 'a@example.com', address }, { addressValidation: 'partial' })).toEqual({
			ok: true,
			value: { email: 'a@example.com', address },
		});
	});

	it('a country alone is complete', async () => {
		expect(await validateCustomerInput({ email: 'a@example.com', address: { country: 'in' } })).toMatchObject({
			ok: true,
			value: { address: { country: 'IN' } },
		});
	});

	it('a state that the postal code denies is no issue', async () => {
		expect(await addressIssues({ ...street, country: 'US', state: 'NY', postal_code: '94105' })).toEqual([]);
	});

	it('a state may be its whole ISO code', async () => {
		expect(
			await validateCustomerInput({ email: 'a@example.com', address: { country: 'US', state: 'US-NY', ...street, postal_code: '10001' } }),
		).toMatchObject({ value: { address: { state: 'NY' } } });
	});
});

describe('a change', () => {
	it('leaves alone what is absent, clears what is null', async () => {
		expect(await validateCustomerPatch({})).toEqual({ ok: true, value: {} });
		expect(await validateCustomerPatch({ name: null, phone: null, address: null })).toEqual({
			ok: true,
			value: { name: null, phone: null, address: null },
		});
		expect(await validateCustomerPatch({ name: undefined, phone: '+1 202 555 0143' })).toEqual({
			ok: true,
			value: { phone: '+12025550143' },
		});
	});

	it('of the address replaces it as a whole, an empty one clears it', async () => {
		const address = { line1: '1 Street', line2: null, city: 'Dhaka', country: 'bd' };
		expect(await validateCustomerPatch({ address })).toEqual({
			ok: true,
			value: { address: { line1: '1 Street', city: 'Dhaka', country: 'BD' } },
		});
		expect(await validateCustomerPatch({ address: { line1: null } })).toEqual({ ok: true, value: { address: null } });
	});

	it('cannot clear the email, name an id, or blank a field', async () => {
		expect(await validateCustomerPatch({ email: null, id: 'cus_1', name: '', created: 'now', address: { city: ' ' } })).toEqual({
			ok: false,
			issues: [
				{ path: '', code: 'unknown_field', params: { field: 'id' } },
				{ path: '', code: 'unknown_field', params: { field: 'created' } },
				{ path: 'email', code: 'required' },
				{ path: 'name', code: 'empty' },
				{ path: 'address.city', code: 'empty' },
			],
		});
	});
});

describe('a stored value that breaks the rules of today', () => {
	const previous: Customer = {
		id: 'cus_1',
		email: 'old address',
		name: 'a\tb',
		phone: '98765 43210',
		address: { line1: 'x\ny', line2: null, city: null, state: 'Bavaria', postal_code: '1', country: 'US' },
		created: null,
		version: null,
	};
	const { id: _, created: __, version: ___, ...unchanged } = previous;

	async function patched(patch: unknown, before: Customer = previous): Promise<string[]> {
		const result = await validateCustomerPatch(patch, { previous: before });
		return result.ok ? [] : result.issues.map((issue) => `${issue.path} ${issue.code}`);
	}

	it('does not block saving the rest', async () => {
		expect(await validateCustomerPatch(unchanged, { previous })).toEqual({
			ok: true,
			value: { ...unchanged, address: { line1: 'x\ny', state: 'Bavaria', postal_code: '1', country: 'US' } },
		});
		expect(await patched({ ...unchanged, name: 'Asha' })).toEqual([]);
		expect(await patched({ address: { ...previous.address, line2: 'Flat 2' } })).toEqual([]);
		expect(await patched({ email: null }, { ...previous, email: null })).toEqual([]);
	});

	it('is refused again where it is touched, field by field', async () => {
		expect(await patched({ email: 'old address 2', name: 'a\tc', phone: '98765 43211' })).toEqual([
			'email invalid_email',
			'name invalid_characters',
			'phone phone_not_international',
		]);
		expect(await patched({ address: { ...previous.address, postal_code: '2' } })).toEqual(['address.postal_code invalid_postal_code']);
		expect(await patched({ address: { ...previous.address, state: 'Hesse' } })).toEqual(['address.state invalid_state']);
		expect(await patched({ address: { ...previous.address, line1: null } })).toEqual(['address.line1 required']);
	});

	it('is judged by the new country when the country changes', async () => {
		expect(await patched({ address: { ...previous.address, country: 'IN' } })).toEqual([
			'address.state invalid_state',
			'address.postal_code invalid_postal_code',
			'address.city required',
		]);
	});

	it('in a country that is none any more has no rules but those of every text', async () => {
		const address = { line1: '1 Street', line2: null, city: null, state: 'Slovenia', postal_code: '61000', country: 'YU' };
		const before = { ...previous, address };
		expect(await patched({ address: { ...address, postal_code: '61001', state: 'Ljubljana', city: 'Kranj' } }, before)).toEqual([]);
		expect(await patched({ address: { ...address, city: 'a\tb', country: 'yu' } }, before)).toEqual([
			'address.country invalid_country',
			'address.city invalid_characters',
		]);
	});

	it('excuses no new address', async () => {
		expect(await patched({ address: { line1: 'x', country: 'US' } }, { ...previous, address: null })).toEqual([
			'address.city required',
			'address.state required',
			'address.postal_code required',
		]);
	});
});

describe('validation', () => {
	const known = fc.constantFrom('id', 'email', 'name', 'phone', 'address', 'line1', 'city', 'state', 'postal_code', 'country', '__proto__');
	const leaf = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.emailAddress(),
		fc.constantFrom('IN', 'us', 'MH', '411001', '+919876543210', 'cus_1', ''),
		fc.jsonValue(),
	);
	const addresses = fc.dictionary(known, leaf, { noNullPrototype: true });
	const values = fc.oneof(fc.jsonValue(), fc.dictionary(known, fc.oneof(leaf, addresses), { noNullPrototype: true }));

	it('never throws and never changes what it is given, whatever that is', async () => {
		await fc.assert(
			fc.asyncProperty(values, async (value) => {
				const before = structuredClone(value);
				for (const validate of [validateCustomerInput, validateCustomerPatch]) {
					const result = await validate(value);
					expect(result.ok || result.issues.length > 0).toBe(true);
				}
				expect(value).toEqual(before);
			}),
			{ numRuns: 300 },
		);
	});

	it('accepts what it has answered, unchanged', async () => {
		const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom(' x ', 'Zoe\u0308', '12 MG Road'));
		const inputs = fc.record({
			email: fc.oneof(fc.emailAddress(), fc.constantFrom(' A@MÜNCHEN.de ', 'उदाहरण@मेल.भारत')),
			name: fc.option(text),
			phone: fc.option(fc.constantFrom('+91 98765-43210', 'tel:+1-202-555-0143', '+44 (0) 20 7946 0958')),
			address: fc.option(
				fc.record({
					line1: text,
					city: fc.option(text),
					state: fc.option(fc.constantFrom('Maharashtra', 'ca', '東京', 'x')),
					postal_code: fc.option(fc.constantFrom('411 001', '94105', '1000001', 'sw1a1aa')),
					country: fc.constantFrom('in', 'US', 'jp', 'GB', 'AE', 'BD', 'CD'),
				}),
			),
		});
		let accepted = 0;
		await fc.assert(
			fc.asyncProperty(inputs, async (input) => {
				const result = await validateCustomerInput(input);
				if (!result.ok) return;
				accepted++;
				expect(await validateCustomerInput(result.value)).toEqual(result);
				expect(await validateCustomerPatch(result.value)).toEqual(result);
			}),
			{ numRuns: 400 },
		);
		expect(accepted).toBeGreaterThan(60);
	});

	it('accepts what was stored, as a full customer with nulls', async () => {
		for (const { email, name, phone, address } of sampleCustomers(300)) {
			expect(await validateCustomerInput({ email, name, phone, address })).toMatchObject({ ok: true });
		}
	});
});
