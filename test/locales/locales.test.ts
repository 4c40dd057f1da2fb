import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CustomerErrorCode, Locale } from '../../src/index';
import {
	countryCodes,
	fieldLabel,
	formatDate,
	formatMessage,
	formatNumber,
	formatPlural,
	formatRelative,
	issueMessage,
} from '../../src/index';
import { ar } from '../../src/locales/ar';
import { en } from '../../src/locales/en';
import { hi } from '../../src/locales/hi';
import { locales } from '../../stories/locales';

type Texts = { readonly [key: string]: string | Texts };

/** Every text with its path; plurals count as one text, since languages have different forms. */
function textsOf(texts: Texts, path = ''): [string, string][] {
	return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
		const here = path ? `${path}.${key}` : key;
		if (typeof value === 'string') return [[here, value]];
		return 'other' in value ? [[here, String(value.other)]] : textsOf(value, here);
	});
}

/** Every plural with its path. */
function pluralsOf(texts: Texts, path = ''): [string, Texts][] {
	return Object.entries(texts).flatMap(([key, value]): [string, Texts][] => {
		if (typeof value === 'string') return [];
		const here = path ? `${path}.${key}` : key;
		return 'other' in value ? [[here, value]] : pluralsOf(value, here);
	});
}

const words = ({ code: _code, dir: _dir, ...texts }: Locale) => textsOf(texts as unknown as Texts);
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

const { en: _english, ...translations } = locales;

it.each(['de', 'es', 'fr', 'pt'] as const)('%s parts no number from its unit at the end of a line', (code) => {
	const units = words(locales[code]!).filter(([, text]) => /\{(seconds|megabytes)\}\s/.test(text));
	expect(units.length).toBeGreaterThan(3);
	expect(units.filter(([, text]) => /\{(seconds|megabytes)\} /.test(text))).toEqual([]);
});

describe.each(Object.entries(translations))('the locale %s', (_, locale) => {
	it('has the same texts as English', () => {
		expect(
			words(locale)
				.map(([path]) => path)
				.sort(),
		).toEqual(
			words(en)
				.map(([path]) => path)
				.sort(),
		);
	});

	it('has the same placeholders in each text', () => {
		const english = new Map(words(en));
		for (const [path, text] of words(locale)) {
			expect([path, new Set(placeholders(text))]).toEqual([path, new Set(placeholders(english.get(path) ?? ''))]);
		}
	});

	it('leaves nothing in English', () => {
		const english = new Map(words(en));
		// A language of Latin letters may share a word with English.
		const left = /^[a-z]/i.test(locale.common.cancel) ? /[a-z] [a-z]/i : /[a-z]{3}/i;
		const same = words(locale).filter(([path, text]) => text === english.get(path) && left.test(text.replace(/\{\w+\}/g, '')));
		expect(same).toEqual([]);
	});

	it('has every form that its plural rule may ask for', () => {
		const { pluralCategories } = new Intl.PluralRules(locale.code).resolvedOptions();
		const plurals = pluralsOf(locale as unknown as Texts);
		expect(plurals.length).toBeGreaterThan(8);
		for (const [path, forms] of plurals) {
			// "Monthly" rather than "every 1 month", also where a language knows no singular.
			const told = path.startsWith('billing.interval.') ? new Set([...pluralCategories, 'one']) : pluralCategories;
			expect([path, Object.keys(forms).sort()]).toEqual([path, [...told].sort()]);
		}
	});

	it('writes the number in each form that stands for several', () => {
		const rule = new Intl.PluralRules(locale.code);
		const several = new Set(Array.from({ length: 98 }, (_, index) => rule.select(index + 3)));
		for (const [path, forms] of pluralsOf(locale as unknown as Texts)) {
			for (const form of several) expect([path, form, placeholders(String(forms[form]))]).toEqual([path, form, ['count']]);
		}
	});
});

describe('Arabic', () => {
	it('keeps what is written from left to right apart from its sentences', () => {
		const isolated = /\u2066\{(phone|code|example|id|price)\}\u2069/;
		for (const [path, text] of words(ar)) {
			const foreign = /\{(phone|code|example|id|price)\}/.exec(text);
			if (foreign) expect([path, isolated.exec(text)?.[1]]).toEqual([path, foreign[1]]);
		}
		for (const [path, text] of words(ar)) {
			const opened = [...text.matchAll(/[\u2066-\u2068]/g)].length;
			expect([path, [...text.matchAll(/\u2069/g)].length]).toEqual([path, opened]);
		}
	});

	it('is punctuated as Arabic is', () => {
		for (const [path, text] of words(ar)) expect([path, /[,;?“”"]/.test(text)]).toEqual([path, false]);
	});
});

describe('Hindi', () => {
	it('puts no postposition after a label, which would have to bend: "पता" to "पते में"', () => {
		const bent = /\{(field|column)\} (का|की|के|को|में|से|पर) /;
		const shown = words(hi).filter(([path]) => path.startsWith('issues.') || path.startsWith('layout.'));
		for (const [path, text] of shown) expect([path, bent.test(text)]).toEqual([path, false]);
	});
});

describe('every locale', () => {
	it('is named in the docs', () => {
		const page = readFileSync(join(import.meta.dirname, '../../docs/localisation.md'), 'utf8');
		const [, list = ''] = /^Each is a door of its own(.*?)\. /m.exec(page) ?? [];
		expect([...list.matchAll(/`(\w+)`/g)].map((match) => match[1]).sort()).toEqual(Object.keys(locales).sort());
	});

	it.each(Object.values(locales))('has a sentence for each way to fail, without empty texts ($code)', (locale) => {
		// What stands between others brings its space along.
		const own = words(locale).map(([path, text]) => [path, path === 'table.comma' ? text.replace(/(?<=[^ ]) $/, '') : text] as const);
		for (const [path, text] of own) expect([path, text.trim() === text && text !== '']).toEqual([path, true]);
		const code: CustomerErrorCode = 'version_conflict';
		expect(locale.errors[code]).not.toBe('');
	});
});

describe('words', () => {
	it('take their values, also ones that look like placeholders or patterns', () => {
		expect(formatMessage('{a} and {b} and {a}', { a: '{b}', b: '$&' })).toBe('{b} and $& and {b}');
		expect(formatMessage('{missing}!')).toBe('!');
	});

	it('follow the number and the digits of the language', () => {
		expect(formatPlural(en, en.table.rows, 1)).toBe('1 customer');
		expect(formatPlural(en, en.table.rows, 1234567)).toBe('1,234,567 customers');
		expect(formatPlural(hi, hi.table.rows, 1234567)).toBe('12,34,567 ग्राहक');
		expect(formatNumber(hi, 1234567)).toBe('12,34,567');
		expect([0, 1, 2, 3, 11, 100].map((count) => formatPlural(ar, ar.table.rows, count))).toEqual([
			'لا يوجد عملاء',
			'عميل واحد',
			'عميلان',
			'3 عملاء',
			'11 عميلًا',
			'100 عميل',
		]);
		expect(formatNumber({ ...ar, code: 'ar-EG' }, 1234567)).toBe('١٬٢٣٤٬٥٦٧');
	});

	it('write in English, without asking the browser, what it would write', () => {
		for (const code of ['en', ...countryCodes.map((country) => `en-${country}`), 'en-u-nu-arab', 'en-Arab-IN', 'enm']) {
			const number = new Intl.NumberFormat(code);
			for (const value of [0, 1, 2, 11, 50, 999, 1000, 1.5, -1, Number.NaN]) {
				expect(formatNumber({ code }, value)).toBe(number.format(value));
			}
		}
	});

	it('name fields as their country does', () => {
		expect(fieldLabel(en, 'address.postal_code', 'IN')).toBe('PIN code');
		expect(fieldLabel(en, 'address.postal_code', 'US')).toBe('ZIP code');
		expect(fieldLabel(en, 'address.state', 'JP')).toBe('Prefecture');
		expect(fieldLabel(hi, 'address.postal_code', 'IN')).toBe('पिन कोड');
		expect(fieldLabel(en, 'address.postal_code', null)).toBe('Postal code');
		expect(fieldLabel(en, 'email')).toBe('Email');
	});

	it('explain an issue', () => {
		const issue = { path: 'address.postal_code', code: 'invalid_postal_code', params: { country: 'IN', example: '110034' } } as const;
		expect(issueMessage(en, issue, 'IN')).toBe('PIN code is not valid for India. Example: 110034');
		expect(issueMessage(hi, issue, 'IN')).toBe('पिन कोड भारत के लिए सही नहीं है। उदाहरण: 110034');
		expect(issueMessage(en, { path: 'name', code: 'too_long', params: { max: 200 } })).toBe('Name can have at most 200 characters.');
	});

	it('show dates, and text that is no date as it is', () => {
		expect(formatDate(en, '2026-03-04T12:00:00.000Z', { dateStyle: 'medium', timeZone: 'UTC' })).toBe('Mar 4, 2026');
		expect(formatDate(en, 'soon')).toBe('soon');
		const now = Date.UTC(2026, 0, 10);
		expect(formatRelative(en, '2026-01-07T00:00:00Z', now)).toBe('3 days ago');
		expect(formatRelative(en, '2026-01-11T00:00:00Z', now)).toBe('tomorrow');
		expect(formatRelative(hi, '2026-01-09T00:00:00Z', now)).toBe('कल');
		expect(formatRelative(en, 'soon', now)).toBe('soon');
	});
});
