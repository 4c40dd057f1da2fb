import { describe, expect, it } from 'vitest';
import { normalizePostalCode } from '../../src/domain/postalCode';
import { realPostalCodes } from './realPostalCodes';

const codes = Object.entries(realPostalCodes).flatMap(([country, list]) => list.map((code) => ({ country, code })));

/** `SW1A 1AA` → `AA9A9AA`. In Ireland and Kazakhstan the last four are letters and digits in any order. */
function shape(country: string, code: string): string {
	const mixed = country === 'IE' || (country === 'KZ' && code.length > 6) ? 4 : 0;
	const bare = code.replace(/[\s-]/g, '');
	const fixed = bare
		.slice(0, bare.length - mixed)
		.replace(/[A-Z]/g, 'A')
		.replace(/[0-9]/g, '9');
	return fixed + '*'.repeat(mixed);
}

/** What a slip of the finger makes of a code, where no code of that country looks so. */
function slips(country: string, code: string): string[] {
	const shapes = new Set(realPostalCodes[country]!.map((real) => shape(country, real)));
	const places = [...Array(code.length).keys()].filter((index) => /[A-Z0-9]/.test(code[index]!));
	const replaced = places.map((index) => code.slice(0, index) + (/\d/.test(code[index]!) ? 'X' : '7') + code.slice(index + 1));
	const dropped = places.map((index) => code.slice(0, index) + code.slice(index + 1));
	const doubled = places.map((index) => code.slice(0, index) + code[index] + code.slice(index));
	return [
		...new Set([...replaced, ...dropped, ...doubled, `${code}X`, `${code}12`, `${code} ${code}`, `${code}/1`, `#${code}`, `${code}.5`]),
	].filter((slip) => /[^A-Z0-9 -]/.test(slip) || !shapes.has(shape(country, slip)));
}

/** Formed as others, but of no place in the country. */
const nowhere: Record<string, string[]> = {
	IN: ['012345', '000000'],
	US: ['00012', '00000'],
	DE: ['00123', '00000'],
	ES: ['53001', '99001', '00123'],
	TR: ['82100', '99999', '00100'],
	MX: ['00100'],
	TH: ['01000'],
	RU: ['012345', '799999'],
	PK: ['01234'],
	BD: ['0123'],
	ID: ['01234'],
	NG: ['012345'],
	IT: ['99100'],
	KR: ['64000', '99999', '00123'],
	BE: ['0123'],
	AT: ['0123'],
	CH: ['0123'],
	HU: ['0123'],
	CZ: ['812 00', '012 34'],
	SK: ['123 45'],
	GR: ['012 34', '912 34'],
	SE: ['012 34'],
	PT: ['0123-456'],
	SG: ['912345'],
	AU: ['0123'],
	IE: ['D02 AF3O', 'Z99 AF30'],
	CA: ['D1A 0B1', 'Z1A 0B1'],
	GB: ['QQ1 1AA', 'SW1A 1CA'],
	NL: ['0123 AB', '1012 SS'],
};

describe('beside the codes of the most populous countries', () => {
	it('at most 1 % of real ones are refused or written otherwise, however people space them', () => {
		expect(Object.keys(realPostalCodes).length).toBeGreaterThanOrEqual(60);
		for (const list of Object.values(realPostalCodes)) expect(list.length).toBeGreaterThanOrEqual(5);
		const spelt = codes.flatMap(({ country, code }) =>
			[code, code.toLowerCase(), code.replace(/[\s-]/g, ''), code.replace(/[\s-]/g, '  '), ` ${code}\u00A0`, code.replace('-', '–')].map(
				(text) => ({ country, code, text }),
			),
		);
		const refused = spelt.filter(({ country, code, text }) => normalizePostalCode(text, country) !== code);
		expect(refused.length / spelt.length, JSON.stringify(refused)).toBeLessThanOrEqual(0.01);
	});

	it('at most 0.5 % of wrong ones are accepted', () => {
		const wrong = [
			...codes.flatMap(({ country, code }) => slips(country, code).map((slip) => ({ country, slip }))),
			...Object.entries(nowhere).flatMap(([country, list]) => list.map((slip) => ({ country, slip }))),
		];
		const accepted = wrong.filter(({ country, slip }) => normalizePostalCode(slip, country) !== null);
		expect(wrong.length).toBeGreaterThan(5000);
		expect(accepted.length / wrong.length, JSON.stringify(accepted)).toBeLessThanOrEqual(0.005);
	});

	it('none is accepted in a place where it cannot be', () => {
		const accepted = Object.entries(nowhere).flatMap(([country, list]) =>
			list.filter((code) => normalizePostalCode(code, country) !== null),
		);
		expect(accepted).toEqual([]);
	});
});
