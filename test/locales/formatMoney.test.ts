import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../src/index';

const money = (code: string, amount: number, currency: string) =>
	formatMoney({ code }, amount, currency)
		.replace(/[\u200e\u200f\u061c]/g, '')
		.replaceAll('\u00a0', ' ');

describe('formatMoney', () => {
	it.each([
		['en', 1250, 'USD', '$12.50'],
		['en', 1200, 'JPY', '¥1,200'],
		['en', 1250, 'kwd', 'KWD 1.250'],
		['hi', 12_345_650, 'INR', '₹1,23,456.50'],
		['ar-EG', 1000, 'EGP', '١٠٫٠٠ ج.م.'],
		['en', -500, 'EUR', '-€5.00'],
		['en', 0, 'EUR', '€0.00'],
	])('%s: %i minor units of %s', (code, amount, currency, text) => {
		expect(money(code, amount, currency)).toBe(text);
	});

	// Engines write these without, or with fewer, digits; their minor unit is a hundredth, and a thousandth of the dinar, all the same.
	it.each([
		['HUF', 199_000, '1,990.00'],
		['IDR', 5_000_000, '50,000.00'],
		['COP', 250_050, '2,500.50'],
		['PKR', 99_900, '999.00'],
		['IQD', 1_500, '1.500'],
	])('counts %s by ISO 4217, not by how engines usually write it', (currency, amount, digits) => {
		expect(money('en', amount, currency).replace(/^\D+/, '')).toBe(digits);
	});

	it('writes a word that is no currency after the number', () => {
		expect(money('en', 1250, 'credits')).toBe('12.50 credits');
	});
});
