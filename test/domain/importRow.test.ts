import { beforeAll, describe, expect, it } from 'vitest';
import { csvColumns, csvHeader, csvRows } from '../../src/domain/csv';
import { findCountry } from '../../src/domain/findCountry';
import { guessImportFields } from '../../src/domain/importColumns';
import { parseCsv } from '../../src/domain/parseCsv';
import { readImportRow } from '../../src/domain/readImportRow';
import type { Phones } from '../../src/index';
import { countryCodes, countryName, loadPhones } from '../../src/index';
import { sampleCustomers } from '../../src/testing';

describe('a country in a file', () => {
	it('is known by its name in English and in the reader’s language, and by its code', () => {
		for (const code of countryCodes) {
			expect(findCountry(countryName(code))).toBe(code);
			for (const locale of ['hi', 'ar', 'ja']) expect(findCountry(countryName(code, locale), locale)).toBe(code);
			expect(findCountry(code.toLowerCase())).toBe(code);
		}
	});

	it.each([
		['USA', 'US'],
		['United States of America', 'US'],
		['UK', 'GB'],
		['U.K.', 'GB'],
		['The Netherlands', 'NL'],
		['Côte d’Ivoire', 'CI'],
		["cote d'ivoire", 'CI'],
		['Turkey', 'TR'],
		['  germany ', 'DE'],
		['UAE', 'AE'],
	])('%s is %s', (text, code) => expect(findCountry(text)).toBe(code));

	it('is not guessed', () => {
		expect(findCountry('Atlantis')).toBeNull();
		expect(findCountry('')).toBeNull();
	});
});

describe('the columns of a file', () => {
	const guess = (header: string) => guessImportFields(header.split(','));

	it('are known in our own export', () => {
		expect(guessImportFields(csvColumns)).toEqual([
			null,
			'email',
			'name',
			'phone',
			null,
			'address.line1',
			'address.line2',
			'address.city',
			'address.state',
			'address.postal_code',
			'address.country',
			null,
		]);
	});

	it('are known in Stripe’s customer export', () => {
		const header =
			'id,Description,Email,Name,Phone,Created (UTC),Delinquent,Card ID,Card Last4,Card Brand,Card Name,Card Address Line1,' +
			'Card Address Line2,Card Address City,Card Address State,Card Address Country,Card Address Zip,Card Issue Country,Currency';
		const found = Object.fromEntries(guess(header).flatMap((field, at) => (field ? [[field, header.split(',')[at]]] : [])));
		expect(found).toEqual({
			email: 'Email',
			name: 'Name',
			phone: 'Phone',
			'address.line1': 'Card Address Line1',
			'address.line2': 'Card Address Line2',
			'address.city': 'Card Address City',
			'address.state': 'Card Address State',
			'address.country': 'Card Address Country',
			'address.postal_code': 'Card Address Zip',
		});
	});

	it('are one address, never a mixture of two', () => {
		const header =
			'Customer Email,Customer Name,Card Address Zip,Card Address Country,Shipping Address Line1,Shipping Address City,Shipping Address Country';
		expect(guess(header)).toEqual(['email', 'name', null, null, 'address.line1', 'address.city', 'address.country']);
	});

	it('are the customer’s own before those of a card, and each field once', () => {
		expect(guess('Customer Email,Email,Address Line1,Address City,Card Address Line1,Card Address City,email')).toEqual([
			null,
			'email',
			'address.line1',
			'address.city',
			null,
			null,
			null,
		]);
	});

	it('are known by the words people use', () => {
		expect(guess('E-Mail,Full name,Mobile,Street,City,PIN code,Country,Notes')).toEqual([
			'email',
			'name',
			'phone',
			'address.line1',
			'address.city',
			'address.postal_code',
			'address.country',
			null,
		]);
		expect(guess('card.address_line1,card.address_zip,EMAIL')).toEqual(['address.line1', 'address.postal_code', 'email']);
	});
});

describe('a row of a file', () => {
	let phones: Phones;
	beforeAll(async () => {
		phones = await loadPhones();
	});
	const fields = guessImportFields(['email', 'name', 'phone', 'line1', 'city', 'state', 'zip', 'country']);
	const read = (row: string, options: { defaultCountry?: string; locale?: string } = {}) =>
		readImportRow(row.split('|'), fields, { phones, ...options });

	it('becomes a customer in canonical form', async () => {
		expect(await read('asha@example.com|Asha|098765 43210|221 MG Road|Pune|Maharashtra|411 005|India')).toEqual({
			ok: true,
			value: {
				email: 'asha@example.com',
				name: 'Asha',
				phone: '+919876543210',
				address: { line1: '221 MG Road', city: 'Pune', state: 'MH', postal_code: '411005', country: 'IN' },
			},
		});
	});

	it('undoes what spreadsheets need', async () => {
		expect(await read("a@example.com|'=1+1|'+919876543210")).toEqual({
			ok: true,
			value: { email: 'a@example.com', name: '=1+1', phone: '+919876543210' },
		});
	});

	it('reads national phones and addresses by the country chosen for rows that name none', async () => {
		expect(await read('a@example.com||98765 43210', { defaultCountry: 'IN' })).toMatchObject({ value: { phone: '+919876543210' } });
		expect(await read('a@example.com||020 7946 0018|1 High St|London||SW1A 1AA', { defaultCountry: 'GB' })).toMatchObject({
			value: { address: { country: 'GB', postal_code: 'SW1A 1AA' } },
		});
		expect(await read('a@example.com|Nobody', { defaultCountry: 'IN' })).toEqual({
			ok: true,
			value: { email: 'a@example.com', name: 'Nobody' },
		});
	});

	it('tells every problem at once', async () => {
		expect(await read('no email||98765 43210|221 MG Road|Pune|MH|1|India and more')).toEqual({
			ok: false,
			issues: [
				{ path: 'phone', code: 'phone_not_international' },
				{ path: 'email', code: 'invalid_email' },
				{ path: 'address.country', code: 'invalid_country' },
			],
		});
		expect(await read('|Asha')).toEqual({ ok: false, issues: [{ path: 'email', code: 'required' }] });
	});

	it('takes part of an address, as cards have it, where the rules say so', async () => {
		const cells = ['a@example.com', '20500', 'USA'];
		const card = guessImportFields(['Email', 'Card Address Zip', 'Card Address Country']);
		expect((await readImportRow(cells, card, { phones })).ok).toBe(false);
		expect(await readImportRow(cells, card, { phones, addressValidation: 'partial' })).toEqual({
			ok: true,
			value: { email: 'a@example.com', address: { postal_code: '20500', country: 'US' } },
		});
	});

	it('whose address alone has problems has a customer without it to offer', async () => {
		const full = guessImportFields(['Email', 'Phone', 'Zip', 'Country']);
		const offer = async (...cells: string[]) => readImportRow(cells, full, { phones });
		expect(await offer('a@example.com', '(202) 555-0142', '20500', 'USA')).toEqual({
			ok: false,
			issues: [
				{ path: 'address.line1', code: 'required' },
				{ path: 'address.city', code: 'required' },
				{ path: 'address.state', code: 'required' },
			],
			withoutAddress: { email: 'a@example.com', phone: '+12025550142' },
		});
		expect(await offer('a@example.com', '', 'none', 'Atlantis')).toMatchObject({ withoutAddress: { email: 'a@example.com' } });
		expect(await offer('a@example.com', '12', '20500', 'USA')).not.toHaveProperty('withoutAddress');
		expect(await offer('', '', '20500', 'USA')).not.toHaveProperty('withoutAddress');
	});

	it('brings every customer of an export back, in both modes', async () => {
		const customers = sampleCustomers(150);
		for (const mode of ['spreadsheet', 'data'] as const) {
			const parsed = parseCsv(csvHeader(csvColumns, mode) + csvRows(customers, csvColumns, mode));
			if (!parsed.ok) throw new Error('broken');
			const [header = [], ...rows] = parsed.records;
			for (const [at, cells] of rows.entries()) {
				const { email, name, phone, address } = customers[at]!;
				const result = await readImportRow(cells, guessImportFields(header), { phones });
				const given = (value: object) => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
				expect(result).toEqual({ ok: true, value: given({ email, name, phone, address: address && given(address) }) });
			}
		}
	});
});
