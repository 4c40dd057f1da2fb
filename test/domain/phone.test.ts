import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPhones, parsePhone } from '../../src/domain/phone';
import type { Phones } from '../../src/domain/phones';
import { normalizePhoneText } from '../../src/domain/phoneText';

let phones: Phones;
beforeAll(async () => {
	phones = await loadPhones();
});

describe('what is no number that can be stored', () => {
	it.each([
		['4915112345678', 'phone_not_international'],
		['98765 43210', 'phone_not_international'],
		['1-202-555-0143', 'phone_not_international'],
		['+1 202 555 0143 ext 5', 'phone_extension'],
		['+1 202 555 0143 ext. 1234', 'phone_extension'],
		['+1 202 555 0143 (ext. 12)', 'phone_extension'],
		['+12025550143x5', 'phone_extension'],
		['+12025550143 #5', 'phone_extension'],
		['tel:+1-202-555-0143;ext=5', 'phone_extension'],
		['+1 202 555 0143,,5', 'phone_extension'],
		['+7 912 345-67-89 доб. 5', 'phone_extension'],
		['+1 800 FLOWERS', 'invalid_phone'],
		['call +12025550143', 'invalid_phone'],
		['+91 98765 43210 (mobile)', 'invalid_phone'],
		['+12025550143 / +12025550144', 'invalid_phone'],
		['abc', 'invalid_phone'],
		['', 'invalid_phone'],
		['+', 'invalid_phone'],
		['+999 123456', 'invalid_phone'],
		// Kept for films, never given to anyone.
		['+1 555 123 4567', 'invalid_phone'],
		['+44 7700 900123', 'invalid_phone'],
		['+1 202 555 014', 'phone_too_short'],
		['+1 202 555 01434', 'phone_too_long'],
		// German fixed lines may have more digits than E.164.
		['+49 201 23456789012', 'phone_too_long'],
		[`+1${' '.repeat(300)}2025550143`, 'phone_too_long'],
	])('%s is refused as %s', (text, code) => {
		expect(phones.parse(text)).toEqual({ ok: false, code });
	});
});

describe('parsePhone', () => {
	it.each([
		['98765 43210', 'IN', '+919876543210'],
		['098765 43210', 'IN', '+919876543210'],
		['919876543210', 'IN', '+919876543210'],
		['98765 43210', 'in', '+919876543210'],
		['(202) 555-0143', 'US', '+12025550143'],
		['+44 20 7946 0958', 'US', '+442079460958'],
		['011 44 20 7946 0958', 'US', '+442079460958'],
		['0044 20 7946 0958', 'US', '+442079460958'],
		['010 1 202 555 0143', 'JP', '+12025550143'],
		['8 (912) 345-67-89', 'RU', '+79123456789'],
		['0151 12345678', 'DE', '+4915112345678'],
		['151 12345678', 'DE', '+4915112345678'],
		['4915112345678', 'DE', '+4915112345678'],
		['0039 06 6982 1234', 'FR', '+390669821234'],
		['390 123 4567', 'IT', '+393901234567'],
	])('reads %s typed in %s', async (text, defaultCountry, e164) => {
		expect(await parsePhone(text, { defaultCountry })).toBe(e164);
	});

	it('reads dialling prefixes without knowing the country, but no national number', async () => {
		expect(await parsePhone('0044 20 7946 0958')).toBe('+442079460958');
		expect(await parsePhone('011 44 20 7946 0958')).toBe('+442079460958');
		expect(await parsePhone('98765 43210')).toBeNull();
		expect(await parsePhone('98765 43210', { defaultCountry: 'AQ' })).toBeNull();
	});
});

describe('phones', () => {
	it('know the small places: AC, TA, XK, and services of no country', () => {
		expect(phones.parse('+247 40000')).toMatchObject({ ok: true, country: 'AC' });
		expect(phones.parse('+290 8999')).toMatchObject({ ok: true, country: 'TA' });
		expect(phones.parse('+383 44 123 456')).toMatchObject({ ok: true, country: 'XK' });
		expect(phones.parse('+800 1234 5678')).toEqual({ ok: true, e164: '+80012345678', country: null });
		expect(phones.callingCode('XK')).toBe('383');
		expect(phones.callingCode('AQ')).toBeNull();
		expect(phones.countries()).toHaveLength(245);
		expect(new Set(phones.countries()).size).toBe(245);
	});

	it('format for reading, and leave alone what is no number', () => {
		expect(phones.format('+919876543210')).toBe('+91 98765 43210');
		expect(phones.format('+919876543210', 'national')).toBe('098765 43210');
		expect(phones.format('legacy 12')).toBe('legacy 12');
		expect(phones.formatAsYouType('98765432', { defaultCountry: 'IN' })).toBe('98765 432');
		expect(phones.formatAsYouType('+120255501')).toBe('+1 202 555 01');
	});

	it('answer E.164 that reads as itself, also in its formatted forms', () => {
		const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 4, maxLength: 13 });
		const codes = phones.countries().map((country) => phones.callingCode(country)!);
		fc.assert(
			fc.property(fc.constantFrom(...codes), digits, (code, national) => {
				const result = phones.parse(`+${code}${national}`);
				if (!result.ok) return;
				expect(result.e164).toMatch(/^\+[1-9]\d{5,14}$/);
				expect(phones.parse(result.e164)).toEqual(result);
				expect(phones.parse(phones.format(result.e164))).toEqual(result);
			}),
			{ numRuns: 2000 },
		);
	});

	it('never throw', () => {
		const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'+0123456789 ()-.x#;,~') }));
		fc.assert(
			fc.property(text, fc.option(fc.constantFrom('IN', 'US', 'IT', 'ZZ', ''), { nil: undefined }), (typed, defaultCountry) => {
				expect(typeof phones.parse(typed, { defaultCountry }).ok).toBe('boolean');
				expect(typeof phones.formatAsYouType(typed, { defaultCountry })).toBe('string');
				expect(typeof phones.format(typed)).toBe('string');
			}),
		);
	});
});

describe('normalizePhoneText', () => {
	it('changes nothing the second time', () => {
		const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'+٣५9 ("\u200B<>.,', 'tel:', 'sms://') }));
		fc.assert(
			fc.property(text, (typed) => normalizePhoneText(normalizePhoneText(typed)) === normalizePhoneText(typed)),
			{ numRuns: 5000 },
		);
	});
});
