import { beforeAll, describe, expect, it } from 'vitest';
import { loadPhones } from '../../src/domain/phone';
import type { Phones } from '../../src/domain/phones';
import { readSearch } from '../../src/domain/readSearch';
import { searchedText } from '../../src/domain/searchedText';
import { isFound, searchTerms } from '../../src/domain/searchTerms';

let phones: Phones;
beforeAll(async () => {
	phones = await loadPhones();
});

function finds(query: string, customer: { name?: string; email?: string; phone?: string; id?: string }): boolean {
	const { id = 'cus_1', name = null, email = null, phone = null } = customer;
	return isFound(searchTerms(query, phones), searchedText({ id, name, email }), phone);
}

describe('a phone is found as it is dialled and written', () => {
	it.each([
		['8 (926) 123-45-67', '+79261234567'],
		['8 926 123', '+79261234567'],
		['+7 8 926 123-45-67', '+79261234567'],
		['+44 07911 123456', '+447911123456'],
		['+44 079', '+447911123456'],
		['+44 (0)7911 123456', '+447911123456'],
		['0044 07911 123456', '+447911123456'],
		['011 44 7911 123456', '+447911123456'],
		['0011 44 7911 123456', '+447911123456'],
		['8~10 44 7911 123456', '+447911123456'],
		['07911 123456', '+447911123456'],
		['+971 050 123 4567', '+971501234567'],
		['050 123 4567', '+971501234567'],
		['011 15-2345-6789', '+5491123456789'],
		['+54 11 15-2345-6789', '+5491123456789'],
		['+54 11 2345-6789', '+5491123456789'],
		['+54 9 11 2345-6789', '+541123456789'],
		['54 11 2345 6789', '+5491123456789'],
		['+52 1 55 1234 5678', '+525512345678'],
		['0 15 11 98765-4321', '+5511987654321'],
		['06 20 123 4567', '+36201234567'],
		['1 (202) 555-0123', '+12025550123'],
		['+91 98765 43210 ext 5', '+919876543210'],
		['(202) 555-0123 x12', '+12025550123'],
		['8 926 123-45-67 доб. 3', '+79261234567'],
		['tel:+91-98765-43210', '+919876543210'],
		['٩٨٧٦٥٤٣٢١٠', '+919876543210'],
		['06 1234 5678', '+390612345678'],
		['+39 06 1234 5678', '+390612345678'],
		['3210', '+919876543210'],
		['+9', '+919876543210'],
		['91', '+919876543210'],
	])('%s → %s', (query, phone) => {
		expect(finds(query, { phone })).toBe(true);
	});

	it.each([
		['+44 07911 123457', '+447911123456'],
		['76', '+919876543210'],
		['+98765', '+919876543210'],
		['0', '+919876543210'],
		['98765 x', '+919876543210'],
		['8 926 123-45-68', '+79261234567'],
	])('%s does not find %s', (query, phone) => {
		expect(finds(query, { phone })).toBe(false);
	});
});

describe('a name is found by its words', () => {
	it.each([
		['asha rao', 'Rao Asha'],
		['Rao, Asha', 'Asha Rao'],
		['as ra', 'Rao Asha'],
		['sha', 'Rao Asha'],
		['jean luc', 'Jean‑Luc'],
		['lu', 'Jean-Luc'],
		['dr. rao', 'Dr Rao'],
		['民準', '金民準'],
		['민준', '김민준'],
		['さ', '佐藤 さくら'],
		['佐藤さくら', '佐藤　さくら'],
		['さくら 佐藤', '佐藤さくら'],
		['株式', 'ABC株式会社'],
		['ab', '株式会社ABC'],
		['—', '—'],
		["'", "'"],
	])('%s → %s', (query, name) => {
		expect(finds(query, { name })).toBe(true);
	});

	it.each([
		['sh', 'Rao Asha'],
		['uc', 'Jean-Luc'],
		['asha verma', 'Rao Asha'],
		["'", "O'Brien"],
		['か', 'が'],
		['कि', 'का'],
	])('%s does not find %s', (query, name) => {
		expect(finds(query, { name })).toBe(false);
	});
});

describe('an email is found in both forms of its domain', () => {
	it.each(['asha@münchen.de', 'asha@xn--mnchen-3ya.de', 'Asha@MÜNCHEN.de'])('%s', (email) => {
		for (const query of ['münchen', 'munch', 'xn--mnchen', 'XN--MNCHEN-3YA.DE', 'asha@münchen.de', 'asha@xn--mnchen-3ya.de', 'as'])
			expect([query, finds(query, { email })]).toEqual([query, true]);
		for (const query of ['mu', 'asha@munchen.dee', 'xn--mnchen-4ya']) expect([query, finds(query, { email })]).toEqual([query, false]);
	});

	it('whatever the domain, and with its dashes', () => {
		expect(finds('例え', { email: 'a@xn--r8jz45g.jp' })).toBe(true);
		expect(finds('xn--zzzzzz999999999', { email: 'a@xn--zzzzzz999999999.jp' })).toBe(true);
		expect(finds('jean-luc@a-b.example', { email: 'Jean-Luc@a-b.example' })).toBe(true);
		expect(finds('cus_A-bc', { id: 'cus_a-bc' })).toBe(true);
	});
});

describe('a query is read', () => {
	const none = { words: [], literal: null, phones: [] };

	it.each<[query: string, terms: object]>([
		['', none],
		['  ', none],
		['ra', { words: [' ra'], literal: null }],
		['rao', { words: ['rao'], literal: null }],
		['Rao rao RAO', { words: ['rao'], literal: null }],
		['Ra', { words: [' ra'], literal: null }],
		['Ärö', { words: ['aro'], literal: 'ärö' }],
		['o', { words: [' o'], literal: null }],
		['😀😀', { words: [' 😀😀'], literal: null }],
		['佐', { words: ['佐'], literal: null }],
		['a-b', { words: [' a', ' b'], literal: 'a-b' }],
		['-b', { words: [' b'], literal: null }],
		['a b c', { words: [' a', ' b', ' c'], literal: null }],
		['a-b c', { words: [' a', ' b', ' c'], literal: null }],
		[' A-B\u0301x ', { words: [' a', ' bx'], literal: 'a-b́x' }],
		['Dr.', { words: [' dr'], literal: 'dr.' }],
		['Inc... x', { words: ['inc', ' x'], literal: null }],
		['...', { words: ['...'], literal: null }],
		['a\u0000b', { words: [' a', ' b'], literal: null }],
	])('%j', (query, terms) => {
		expect(searchTerms(query, phones)).toEqual({ ...none, ...terms });
	});

	it('as a phone too, by its digits alone where there are no plans', () => {
		expect(searchTerms('098765', null)).toEqual({ words: ['098765'], literal: null, phones: ['98765'] });
		expect(isFound(searchTerms('98765', null), ' x', '+919876543210')).toBe(true);
		expect(isFound(searchTerms('+98', null), ' x', '+919876543210')).toBe(false);
		expect(isFound(searchTerms('98765', null), ' x', null)).toBe(false);
	});

	it('finds nobody by nothing', () => {
		expect(isFound({ ...none }, ' asha', '+919876543210')).toBe(false);
	});

	it('with the plans only where it may be a phone', async () => {
		expect(await readSearch('07911 123456')).toEqual(searchTerms('07911 123456', phones));
		expect((await readSearch('07911 123456')).phones).not.toEqual(searchTerms('07911 123456', null).phones);
		expect(await readSearch('asha')).toEqual(searchTerms('asha', null));
	});
});

describe('what is searched of a customer', () => {
	const customer = { id: 'cus_A1', name: 'Ärla Rao', email: 'Ärla-R@MÜNCHEN.de' };

	it('is the name, the email in both its forms, and the id', () => {
		expect(searchedText(customer)).toBe(' arla rao\n arla r@munchen.de\n ärla-r@xn--mnchen-3ya.de\n cus_a1');
	});

	it('is what is asked for', () => {
		expect(searchedText(customer, ['name'])).toBe(' arla rao');
		expect(searchedText(customer, ['id'])).toBe(' cus_a1');
		expect(searchedText(customer, ['phone'])).toBe(' ');
		expect(searchedText({ ...customer, name: null, email: null })).toBe(' cus_a1');
		expect(searchedText(customer, ['email'])).toBe(' arla r@munchen.de\n ärla-r@xn--mnchen-3ya.de');
	});

	it('says an email once where both forms are the same', () => {
		expect(searchedText({ id: 'c', name: null, email: 'ab@c.de' })).toBe(' ab@c.de\n c');
	});
});
