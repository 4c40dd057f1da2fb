import { describe, expect, it } from 'vitest';
import { countryCodes, countryName, isCountry } from '../../src/domain/country';

describe('a country', () => {
	it('is one of 252 codes, each once, in upper case and in order', () => {
		expect(countryCodes).toHaveLength(252);
		expect(countryCodes).toEqual([...new Set(countryCodes)].sort());
		expect(countryCodes.every((code) => /^[A-Z]{2}$/.test(code) && isCountry(code))).toBe(true);
		for (const code of ['', 'in', 'I', 'IND', 'ZZ', 'EU', 'UK', 'undefined']) expect([code, isCountry(code)]).toEqual([code, false]);
	});

	it('has its name in the reader’s language, in English where none is said', () => {
		for (const _ of ['first', 'again']) {
			expect([countryName('IN'), countryName('IN', 'hi'), countryName('JP', 'hi'), countryName('IN', 'ja'), countryName('JP')]).toEqual([
				'India',
				'भारत',
				'जापान',
				'インド',
				'Japan',
			]);
		}
	});

	it('is named as it stands where it is none', () => {
		for (const text of ['', 'in', 'EU', 'Atlantis']) expect(countryName(text, 'hi')).toBe(text);
	});

	it('has no name in what is no language', () => expect(() => countryName('IN', 'no_such language')).toThrow(RangeError));
});
