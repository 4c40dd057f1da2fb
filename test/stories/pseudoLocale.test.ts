import { expect, it } from 'vitest';
import { formatMessage, formatPlural } from '../../src/index';
import { en } from '../../src/locales/en';
import { locales } from '../../stories/locales';
import { pseudo, pseudoLocale } from '../../stories/pseudoLocale';

const pairs = (english: unknown, told: unknown): [string, string][] =>
	typeof english === 'string'
		? [[english, String(told)]]
		: Object.entries(english as object).flatMap(([key, each]) => pairs(each, (told as Record<string, unknown>)[key]));

const { code: _code, dir: _dir, ...words } = en;

it('tells every text of English in brackets, with accents, longer, and with its placeholders', () => {
	const all = pairs(words, pseudoLocale);
	expect(all.length).toBeGreaterThan(300);
	for (const [english, told] of all) {
		expect(told).toMatch(/^\[.+\]$/);
		expect(told.match(/\{\w+\}/g)).toEqual(english.match(/\{\w+\}/g));
		expect(told.replace(/\{\w+\}|\b[A-Z]{2,}\b/g, '')).not.toMatch(/[aeiou]/i);
	}
	const long = all.filter(([english]) => english.replace(/\{\w+\}/g, '').length > 20);
	const grown = long.reduce((sum, [english, told]) => sum + told.length / english.length, 0) / long.length;
	expect(grown).toBeGreaterThan(1.3);
});

it('fills and counts as English does', () => {
	expect(formatMessage(pseudo('Edit {name}'), { name: 'Asha' })).toBe('[ÉÉďîîť Asha]');
	expect([1, 2].map((count) => formatPlural(pseudoLocale, pseudoLocale.table.rows, count))).toEqual([
		'[1 çûûšťöömééŕ]',
		'[2 çûûšťöömééŕš]',
	]);
});

it('is no language of the kit', () => {
	expect(Object.values(locales)).not.toContain(pseudoLocale);
});
