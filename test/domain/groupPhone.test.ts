import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { groupPhone } from '../../src/domain/groupPhone';

describe('a phone number in a list', () => {
	it.each([
		['+919876543210', '+91 98765 43210'],
		['+12025550123', '+1 202 555 0123'],
		['+33612345678', '+33 6 12 34 56 78'],
		['+5511961234567', '+55 11 96123 4567'],
		['+8613881068433', '+86 138 8106 8433'],
		['+971501234567', '+971 50 123 4567'],
	])('%s is read as its country writes it', (e164, read) => expect(groupPhone(e164)).toBe(read));

	it('is written as libphonenumber writes it in nearly every country', () => {
		const numbers = getCountries().flatMap((country) => getExampleNumber(country, examples) ?? []);
		const other = numbers.filter((number) => groupPhone(number.number) !== number.formatInternational().replaceAll('-', ' '));
		expect(numbers.length).toBeGreaterThan(230);
		// Small countries whose groups are their own; those of a calling code that several share.
		const their = 'AC BJ BO CI CK CV ER FK GI HT KI KM KZ LA MD MG NF SB SC SH TA TK TV WS BQ';
		expect(other.map(({ country }) => country).filter((country) => !their.includes(country ?? '?'))).toEqual([]);
	});

	it('keeps every digit in its order, of any length, and what is no number as it is', () => {
		for (const code of ['1', '7', '44', '86', '91', '882', '999']) {
			for (let length = 7 - code.length; length <= 15 - code.length; length++) {
				const e164 = `+${code}${'1234567890123'.slice(0, length)}`;
				expect(groupPhone(e164).replaceAll(' ', '')).toBe(e164);
				expect(groupPhone(e164)).toMatch(/^\+\d+( \d+)+$/);
			}
		}
		for (const text of ['', 'ext. 12', '+12', '98765 43210']) expect(groupPhone(text)).toBe(text);
	});
});
