import { describe, expect, it } from 'vitest';
import { decodeText, type TextEncoding } from '../../src/domain/decodeText';

const bytes = (...values: number[]) => new Uint8Array(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
/** Two bytes a unit, the high one first or last. */
const utf16 = (text: string, order: 'le' | 'be') =>
	bytes(
		...[...text].flatMap((unit) =>
			order === 'le' ? [unit.charCodeAt(0) % 256, unit.charCodeAt(0) >> 8] : [unit.charCodeAt(0) >> 8, unit.charCodeAt(0) % 256],
		),
	);

describe('a file is read as it was stored', () => {
	it.each<[name: string, file: Uint8Array, locale: string, text: string, encoding: TextEncoding]>([
		['ASCII', utf8('a,b'), 'en', 'a,b', 'utf-8'],
		['nothing', bytes(), 'en', '', 'utf-8'],
		['UTF-8', utf8('é王😀'), 'ja', 'é王😀', 'utf-8'],
		['UTF-8 with its mark', utf8('\ufeffé'), 'en', 'é', 'utf-8'],
		['UTF-16 of a spreadsheet', utf16('\ufeffé,王', 'le'), 'en', 'é,王', 'utf-16le'],
		['UTF-16, high byte first', utf16('\ufeffé,王', 'be'), 'en', 'é,王', 'utf-16be'],
		['UTF-16 of nothing but Han', utf16('\ufeff王', 'le'), 'en', '王', 'utf-16le'],
		['UTF-16 of nothing but Han, high byte first', utf16('\ufeff王', 'be'), 'en', '王', 'utf-16be'],
		['UTF-16 without its mark', utf16('a,王\n', 'le'), 'en', 'a,王\n', 'utf-16le'],
		['UTF-16 without its mark, high byte first', utf16('a,王\n', 'be'), 'en', 'a,王\n', 'utf-16be'],
		['one character of UTF-16', utf16('a', 'le'), 'en', 'a', 'utf-16le'],
		['one character of UTF-16, high byte first', utf16('a', 'be'), 'en', 'a', 'utf-16be'],
		['a file that ends in Ctrl-Z', utf8('a\u001a'), 'en', 'a\u001a', 'utf-8'],
		['line ends, tabs and page breaks', utf8('a\t\n\u000b\f\r'), 'en', 'a\t\n\u000b\f\r', 'utf-8'],
		['half a mark', bytes(0xff, 0x41), 'en', 'ÿA', 'windows-1252'],
		['half of the other mark', bytes(0xfe, 0x41), 'en', 'þA', 'windows-1252'],
		['a mark’s second byte alone', bytes(0x41, 0xfe), 'en', 'Aþ', 'windows-1252'],
		['the other mark’s second byte alone', bytes(0x41, 0xff), 'en', 'Aÿ', 'windows-1252'],
	])('%s', (_, file, locale, text, encoding) => {
		expect(decodeText(file, locale)).toEqual({ text, encoding });
	});
});

describe('what is no Unicode is read as the reader’s language usually writes it', () => {
	it.each<[encoding: TextEncoding, file: number[], text: string, locales: string[]]>([
		['windows-1256', [0xc3, 0xcd], 'أح', ['ar', 'ar-EG', 'fa']],
		['windows-1251', [0xc8, 0xe2], 'Ив', ['bg', 'mk', 'ru', 'ru-RU', 'sr', 'uk']],
		['windows-1250', [0xa3, 0xf3], 'Łó', ['cs', 'hr', 'hu', 'pl', 'sk', 'sl']],
		['windows-1253', [0xc1, 0xf9], 'Αω', ['el']],
		['windows-1255', [0xe0, 0xfa], 'את', ['he']],
		['shift_jis', [0x8e, 0x52, 0x93, 0x63], '山田', ['ja', 'ja-JP']],
		['euc-kr', [0xb1, 0xe8], '김', ['ko']],
		['windows-874', [0xa1, 0xd2], 'กา', ['th']],
		['windows-1254', [0xf0, 0xfe], 'ğş', ['tr']],
		['windows-1258', [0xfd, 0xd0], 'ưĐ', ['vi']],
		['gbk', [0xcd, 0xf5], '王', ['zh', 'zh-CN']],
		['big5', [0xa4, 0xfd], '王', ['zh-Hant', 'zh-hant-TW']],
		['windows-1252', [0xe9, 0xfe], 'éþ', ['en', 'de', 'pt-BR', 'xx', '']],
	])('%s: %j is %s', (encoding, file, text, locales) => {
		for (const locale of locales) expect([locale, decodeText(bytes(...file), locale)]).toEqual([locale, { text, encoding }]);
	});

	it('or as the reader says', () => {
		expect(decodeText(bytes(0x8e), 'en', 'macintosh')).toEqual({ text: 'é', encoding: 'macintosh' });
		expect(decodeText(utf8('é'), 'en', 'windows-1252')).toEqual({ text: 'Ã©', encoding: 'windows-1252' });
	});
});

describe('what is no text', () => {
	const picture = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52);

	it('is told', () => {
		expect(decodeText(picture, 'en')).toBeNull();
		for (const control of [0x01, 0x08, 0x0e, 0x19, 0x1b, 0x1f])
			expect([control, decodeText(bytes(0x41, control), 'en')]).toEqual([control, null]);
		expect(decodeText(bytes(0, 0x41, 0x42, 0, 0x43), 'en')).toBeNull();
	});

	it('is read all the same where the reader says as what', () => {
		expect(decodeText(picture, 'en', 'windows-1252')?.encoding).toBe('windows-1252');
	});

	it('shows at its beginning', () => {
		const long = 'a'.repeat(99_999);
		expect(decodeText(utf8(`${long}\u0001`), 'en')).toBeNull();
		expect(decodeText(utf8(`${long}a\u0001`), 'en')?.encoding).toBe('utf-8');
	});
});
