import { getCountries, getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { groupPhone } from '../../src/domain/groupPhone';

describe('a phone number in a list', () => {
	it.each([
		['+919876543210', '+91 98765 43210'],
		['+12025550123', '+1 202 555 0123'],
		['+6581224762', '+65 8122 4762'],
		['+40722459908', '+40 722 459 908'],
		['+9715012345678', '+971 501 234 5678'],
		['+8613881068433', '+86 138 810 68433'],
	])('%s is read as %s', (e164, read) => expect(groupPhone(e164)).toBe(read));

	it('has the calling code of its country before the first space', () => {
		for (const country of getCountries()) {
			const number = getExampleNumber(country, examples);
			if (number) expect(groupPhone(number.number).split(' ')[0], country).toBe(`+${getCountryCallingCode(country)}`);
		}
	});

	it('keeps every digit in its order, of any length, in groups of at most five, and what is no number as it is', () => {
		for (const code of ['1', '7', '44', '86', '91', '882', '999']) {
			for (let length = 7 - code.length; length <= 15 - code.length; length++) {
				const e164 = `+${code}${'1234567890123'.slice(0, length)}`;
				expect(groupPhone(e164).replaceAll(' ', '')).toBe(e164);
				expect(groupPhone(e164)).toMatch(/^\+\d+( \d{1,6})+$/);
			}
		}
		for (const text of ['', 'ext. 12', '+12', '98765 43210', '+91 98', '+1x2345678']) expect(groupPhone(text)).toBe(text);
	});
});
