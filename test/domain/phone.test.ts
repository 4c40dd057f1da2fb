import { createRequire } from 'node:module';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPhones, normalizePhoneText, type Phones, parsePhone } from '../../src/domain/phone';

/** What the test needs of Google's own port, which has no types. */
interface Reference {
	PhoneNumberFormat: { E164: number };
	PhoneNumberType: Record<string, number>;
	PhoneNumberUtil: {
		getInstance(): {
			getSupportedRegions(): string[];
			getExampleNumberForType(region: string, type: number): object | null;
			isValidNumber(number: object): boolean;
			format(number: object, format: number): string;
		};
	};
}
const google: Reference = createRequire(import.meta.url)('google-libphonenumber');

let phones: Phones;
beforeAll(async () => {
	phones = await loadPhones();
});

/** As people and their programs write one number: calling code and groups of the national number. */
const spellings: Record<string, (code: string, groups: string[]) => string> = {
	'E.164': (code, groups) => `+${code}${groups.join('')}`,
	spaces: (code, groups) => `+${code} ${groups.join(' ')}`,
	hyphens: (code, groups) => `+${code}-${groups.join('-')}`,
	dots: (code, groups) => `+${code}.${groups.join('.')}`,
	slashes: (code, groups) => `+${code}/${groups.join('/')}`,
	'brackets around the area': (code, [area, ...groups]) => `+${code} (${area}) ${groups.join(' ')}`,
	'brackets around the country': (code, groups) => `(+${code}) ${groups.join(' ')}`,
	'a plus before the bracket': (code, groups) => `+(${code}) ${groups.join(' ')}`,
	'a space after the plus': (code, groups) => `+ ${code} ${groups.join(' ')}`,
	'two plusses': (code, groups) => `++${code}${groups.join('')}`,
	'a tel link': (code, groups) => `tel:+${code}-${groups.join('-')}`,
	'white space around': (code, groups) => `\t +${code} ${groups.join(' ')}\r\n`,
	'no-break spaces': (code, groups) => `+${code}\u00A0${groups.join('\u202F')}`,
	'no-break hyphens': (code, groups) => `+${code}\u2011${groups.join('\u2011')}`,
	'en dashes': (code, groups) => `+${code} – ${groups.join(' – ')}`,
	'invisible direction marks': (code, groups) => `\u202A+${code} ${groups.join(' ')}\u202C`,
	'zero-width spaces': (code, groups) => `+${code}\u200B${groups.join('\u200B')}\uFEFF`,
	'full-width characters': (code, groups) =>
		[...`+${code}${groups.join('-')}`].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join(''),
	'Devanagari digits': (code, groups) =>
		`+${code} ${groups.join(' ')}`.replace(/\d/g, (digit) => String.fromCharCode(0x0966 + Number(digit))),
	'Arabic digits': (code, groups) => `+${code} ${groups.join(' ')}`.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit))),
	'quotes around': (code, groups) => `"+${code} ${groups.join(' ')}",`,
};

const numbers: [country: string, code: string, groups: string[]][] = [
	['IN', '91', ['98765', '43210']],
	['US', '1', ['202', '555', '0143']],
	['GB', '44', ['20', '7946', '0958']],
	['DE', '49', ['151', '1234', '5678']],
	['BR', '55', ['11', '96123', '4567']],
	['JP', '81', ['90', '1234', '5678']],
	['FR', '33', ['6', '12', '34', '56', '78']],
	['IT', '39', ['02', '1234', '5678']],
	['NG', '234', ['802', '123', '4567']],
	['AE', '971', ['50', '123', '4567']],
];

describe('a number pasted with', () => {
	for (const [name, spell] of Object.entries(spellings)) {
		it(`${name} is read in every country`, async () => {
			for (const [country, code, groups] of numbers) {
				const text = spell(code, groups);
				expect(phones.parse(text), text).toEqual({ ok: true, e164: `+${code}${groups.join('')}`, country });
			}
		});
	}

	it.each([
		['+44 (0) 20 7946 0958', '+442079460958'],
		['+44(0)2079460958', '+442079460958'],
		['+49 (0)151/12345678', '+4915112345678'],
		['+91 098765 43210', '+919876543210'],
		['+39 (0)6 6982 1234', '+390669821234'],
	])('a trunk zero, %s, is what is dialled from abroad', (text, e164) => {
		expect(phones.parse(text)).toMatchObject({ ok: true, e164 });
	});
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
		expect(phones.countries()).toHaveLength(new Set(phones.countries()).size);
	});

	it('format for reading, and leave alone what is no number', () => {
		expect(phones.format('+919876543210')).toBe('+91 98765 43210');
		expect(phones.format('+919876543210', 'national')).toBe('098765 43210');
		expect(phones.format('legacy 12')).toBe('legacy 12');
		expect(phones.formatAsYouType('98765432', { defaultCountry: 'IN' })).toBe('98765 432');
		expect(phones.formatAsYouType('+120255501')).toBe('+1 202 555 01');
	});

	it('accept at least 99.5 % of the example numbers of the reference implementation, in every region', () => {
		const reference = google.PhoneNumberUtil.getInstance();
		const examples = reference
			.getSupportedRegions()
			.flatMap((region) => Object.values(google.PhoneNumberType).map((type) => reference.getExampleNumberForType(region, type)))
			.filter((example) => example !== null)
			.filter((example) => reference.isValidNumber(example))
			.map((example) => reference.format(example, google.PhoneNumberFormat.E164));
		const accepted = examples.filter((e164) => {
			const result = phones.parse(e164);
			return result.ok && result.e164 === e164;
		});
		expect(examples.length).toBeGreaterThan(1000);
		expect(accepted.length / examples.length).toBeGreaterThanOrEqual(0.995);
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
		const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'+٣५9 (tel:"\u200B<>.,') }));
		fc.assert(fc.property(text, (typed) => normalizePhoneText(normalizePhoneText(typed)) === normalizePhoneText(typed)));
	});
});
