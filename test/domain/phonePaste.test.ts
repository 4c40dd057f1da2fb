import { beforeAll, describe, expect, it } from 'vitest';
import { loadPhones } from '../../src/domain/phone';
import type { Phones } from '../../src/domain/phones';
import { googleExamples } from './googlePhones';

let phones: Phones;
beforeAll(async () => {
	phones = await loadPhones();
});

/** The fifty most populous countries. */
const countries =
	'IN CN US ID PK NG BR BD RU ET MX JP EG PH CD VN IR TR DE TH TZ GB FR ZA IT KE MM CO KR SD UG ES DZ IQ AR AF YE CA PL MA AO UA UZ MY MZ GH PE SA MG CI'.split(
		' ',
	);

const script = (zero: number) => (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
const devanagari = script(0x0966);
const arabicIndic = script(0x0660);
const persian = script(0x06f0);
const bengali = script(0x09e6);
const fullWidth = (text: string) => [...text].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('');

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
	'a tel link in capitals': (code, groups) => `TEL:+${code}${groups.join('')}`,
	'the prefix 00': (code, groups) => `00${code} ${groups.join(' ')}`,
	'the prefix 00 and spaces': (code, groups) => `00 ${code} ${groups.join(' ')}`,
	'the prefix 011': (code, groups) => `011 ${code} ${groups.join(' ')}`,
	'white space around': (code, groups) => `\t +${code} ${groups.join(' ')}\r\n`,
	'no-break spaces': (code, groups) => `+${code}\u00A0${groups.join('\u202F')}`,
	'thin spaces': (code, groups) => `+${code}\u2009${groups.join('\u2009')}`,
	'no-break hyphens': (code, groups) => `+${code}\u2011${groups.join('\u2011')}`,
	'en dashes': (code, groups) => `+${code} – ${groups.join(' – ')}`,
	'minus signs': (code, groups) => `+${code}\u2212${groups.join('\u2212')}`,
	'invisible direction marks': (code, groups) => `\u202A+${code} ${groups.join(' ')}\u202C`,
	'isolates and right-to-left marks': (code, groups) => `\u2066\u200F+${code} ${groups.join(' ')}\u2069`,
	'zero-width spaces': (code, groups) => `+${code}\u200B${groups.join('\u200B')}`,
	'a byte order mark': (code, groups) => `\uFEFF+${code} ${groups.join(' ')}`,
	'soft hyphens': (code, groups) => `+${code}\u00AD${groups.join('\u00AD')}`,
	'full-width characters': (code, groups) => fullWidth(`+${code}${groups.join('-')}`),
	'Devanagari digits': (code, groups) => devanagari(`+${code} ${groups.join(' ')}`),
	'Arabic-Indic digits': (code, groups) => arabicIndic(`+${code} ${groups.join(' ')}`),
	'Persian digits': (code, groups) => persian(`+${code} ${groups.join(' ')}`),
	'Bengali digits': (code, groups) => bengali(`+${code} ${groups.join(' ')}`),
	'Persian digits after 00': (code, groups) => persian(`00${code}${groups.join('')}`),
	'quotes around': (code, groups) => `"+${code} ${groups.join(' ')}",`,
	'angle brackets around': (code, groups) => `<tel:+${code}${groups.join('')}>`,
};

const numbers = countries.flatMap((country) =>
	['MOBILE', 'FIXED_LINE'].flatMap((wanted) => {
		const example = googleExamples.find(({ region, type }) => region === country && type === wanted);
		if (!example) return [];
		const [code = '', ...groups] = example.international.slice(1).split(/[ -]/);
		return [{ country, code, groups, e164: example.e164 }];
	}),
);

describe('a number pasted with', () => {
	it('any of these is one of fifty countries, mobile or not', () => {
		expect(new Set(numbers.map(({ country }) => country)).size).toBe(50);
		expect(numbers.length).toBeGreaterThan(95);
		expect(Object.keys(spellings).length).toBeGreaterThanOrEqual(20);
	});

	for (const [name, spell] of Object.entries(spellings)) {
		it(`${name} is read in every country, whatever country was chosen`, () => {
			for (const { country, code, groups, e164 } of numbers) {
				const text = spell(code, groups);
				for (const defaultCountry of [undefined, country, 'IN', 'US', 'DE']) {
					expect(phones.parse(text, { defaultCountry }), `${text} in ${defaultCountry}`).toMatchObject({ ok: true, e164 });
				}
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

describe('text that merely contains a number', () => {
	const prose: ((number: string) => string)[] = [
		(number) => `call ${number}`,
		(number) => `${number} (office)`,
		(number) => `Tel.: ${number} after six`,
		(number) => `${number} or ${number}`,
		(number) => `${number}\n${number}`,
		(number) => `${number}; ${number}`,
		(number) => `https://example.com/${number}`,
		(number) => `Asha <${number}>`,
		(number) => `asha${number}@example.com`,
		(number) => `फ़ोन ${number}`,
		(number) => `${number}👍`,
		(number) => `$${number}`,
	];

	it('is refused, in every country and whatever country was chosen', () => {
		for (const { international: number, region } of googleExamples.filter(({ type }) => type === 'MOBILE')) {
			for (const write of prose) {
				for (const defaultCountry of [undefined, region]) {
					expect(phones.parse(write(number), { defaultCountry }).ok, write(number)).toBe(false);
				}
			}
		}
	});
});
