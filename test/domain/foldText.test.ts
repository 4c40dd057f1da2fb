import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiDigits } from '../../src/domain/asciiDigits';
import { compareText } from '../../src/domain/compareText';
import { foldText, foldWords } from '../../src/domain/foldText';
import { nameSortKey } from '../../src/domain/nameSortKey';

describe('letters fold to what people type for them', () => {
	it.each([
		['Straße STRAẞE', 'strasse strasse'],
		['ΑΝΑΣΤΆΣΗΣ αναστάσης', 'αναστασησ αναστασησ'],
		['Đorđe Guðrún Ɖzi Ɗan', 'dorde gudrun dzi dan'],
		['Ħal Ɨta Ƙano Łódź Ŋala', 'hal ita kano lodz nala'],
		['Søren Ɔbɔ Ɛsɛ Ŧop Þór', 'soren obo ese top thor'],
		['Ɓala Ƴan Ærø Œuvre Ґалаґан', 'bala yan aero oeuvre галаган'],
		['ٱ ى ی ے ک ڪ ة ہ ھ ە', 'ا ي ي ي ك ك ه ه ه ه'],
		['Yıldız İbrahim ſtet', 'yildiz ibrahim stet'],
		['ﬁnn Ａｄａ ½', 'finn ada 1⁄2'],
		['ᾳ ΑΙ', 'αι αι'],
		['Ёлкин Йод', 'елкин иод'],
		['شَدَّة ـ محمـــد', 'شده محمد'],
		['क़मर कमर', 'कमर कमर'],
		['का कि', 'का कि'],
		['शा\u200dश', 'शाश'],
		['ガ ｶﾞ カ\u3099 カ゛', 'ガガガガ'],
		['ハ゜ パ', 'パパ'],
		['김', '김'],
		['x\u0345', 'xι'],
		['\u1100\u1175\u11b7', '김'],
		['ŉ ῍a', 'n a'],
		['１２ ३४ ٥٦', '12 34 56'],
	])('%s → %s', (text, folded) => {
		expect(foldText(text)).toBe(folded);
	});

	it.each([
		["O'Brien O’Brien O`Brien O´Brien Oʼbrien O′brien", 'obrien obrien obrien obrien obrien obrien'],
		['“Ada” «Bo» ״ג״', '"ada" «bo» "ג"'],
		['col·legi 约翰·史密斯', 'collegi 约翰史密斯'],
	])('quotation marks of %s → %s', (text, folded) => {
		expect(foldText(text)).toBe(folded);
	});
});

describe('words', () => {
	it.each([
		['  Rao,  Asha ', ['rao', 'asha']],
		['Jean-Luc', ['jean', 'luc']],
		['Jean‑Luc — Ärne', ['jean', 'luc', 'arne']],
		['a\u00a0b\u3000c\td\ne', ['a', 'b', 'c', 'd', 'e']],
		['Ä،B、C・D\u2800E፡F', ['a', 'b', 'c', 'd', 'e', 'f']],
		['', []],
		[' \t ', []],
		['— –', ['—', '–']],
		["''  -", ["''", '-']],
		['－', ['-']],
		['’Ä', ['a']],
		['ABC株式会社', ['abc', '株式会社']],
		['株式会社1', ['株式会社', '1']],
		['佐藤さくら', ['佐藤さくら']],
		['ไทยthai', ['ไทย', 'thai']],
		['A—', ['a']],
	])('of %j are %j', (text, words) => {
		expect(foldWords(text)).toEqual(words);
	});

	it.each([
		['Asha Rao', 'asha rao'],
		['佐藤　さくら', '佐藤さくら'],
		['株式会社 ABC', '株式会社 abc'],
		['ABC 株式会社', 'abc 株式会社'],
		['ABC株式会社', 'abc 株式会社'],
		['佐藤 A さくら', '佐藤 a さくら'],
		['', ''],
	])('of %j are joined to %j', (text, folded) => {
		expect(foldText(text)).toBe(folded);
	});

	it('of plain ASCII fold as they do beside any other word', () => {
		const ascii = fc.string({ unit: fc.constantFrom(...'aZ09 ,-\'`"._@\t!'), maxLength: 12 });
		fc.assert(
			fc.property(ascii, (text) => {
				const alone = foldWords(text);
				const beside = foldWords(`${text} ä`).slice(0, -1);
				if (beside.length > 0) expect(alone).toEqual(beside);
			}),
			{ numRuns: 300 },
		);
	});

	it('folded again are what they are, whatever the text', () => {
		const text = fc.string({
			unit: fc.oneof(fc.constantFrom(..."aÄßİıſŁØ'’ -—.,佐さガｶﾞ김ी़أـ"), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
			maxLength: 10,
		});
		fc.assert(
			fc.property(text, (typed) => {
				const folded = foldText(typed);
				// A voicing mark that stood alone joins the kana before it.
				expect([typed, foldText(folded)]).toEqual([typed, folded.normalize('NFC')]);
				expect([typed, foldText(typed.normalize('NFD'))]).toEqual([typed, foldText(typed.normalize('NFC'))]);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('digits', () => {
	it.each([
		['0123456789', '0123456789'],
		['٠١٢٣٤٥٦٧٨٩', '0123456789'],
		['०९', '09'],
		['𝟎𝟏𝟗𝟘𝟡𝟬𝟵', '0190909'],
		['Ⅳ²', 'Ⅳ²'],
	])('%s are %s', (text, digits) => {
		expect(asciiDigits(text)).toBe(digits);
	});
});

describe('texts are compared by code points', () => {
	const text = fc.string({
		unit: fc.oneof(fc.constantFrom('a', 'b', '\ud7ff', '\ue000', 'ﬁ', 'Ａ', '😀', '\u{10ffff}'), fc.constantFrom('', ' ')),
		maxLength: 5,
	});

	it('as bytes of UTF-8 are', () => {
		fc.assert(
			fc.property(text, text, (a, b) => {
				expect(Math.sign(compareText(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
			}),
			{ numRuns: 300 },
		);
		expect(compareText('\ud7ff', '\ud800\udc00')).toBeLessThan(0);
		expect(compareText('\ue000', '\udfff')).toBeLessThan(0);
		expect(compareText('a', 'ab')).toBeLessThan(0);
		expect(compareText('a', 'a')).toBe(0);
	});
});

describe('names sort', () => {
	it('by their folded form, then by themselves, and last where there is none', () => {
		const names = ['émile', 'Emile', 'Emile', 'Zoë', 'Ärla', 'Ada'];
		const sorted = names.toSorted((a, b) => compareText(nameSortKey(a), nameSortKey(b)));
		expect(sorted).toEqual(['Ada', 'Ärla', 'Emile', 'Emile', 'émile', 'Zoë']);
		expect([nameSortKey(null), nameSortKey('')]).toEqual(['', '']);
		expect(nameSortKey('Ärla')).toBe('arla\u0001Ärla');
	});

	it('by 200 code points of each, never by half of one', () => {
		const long = `${'😀'.repeat(150)}${'a'.repeat(100)}`;
		expect(nameSortKey(long)).toBe(`${'😀'.repeat(150)}${'a'.repeat(50)}\u0001${'😀'.repeat(150)}${'a'.repeat(50)}`);
		expect(nameSortKey('b'.repeat(201))).toBe(`${'b'.repeat(200)}\u0001${'b'.repeat(200)}`);
		expect(nameSortKey('😀'.repeat(150))).toBe(`${'😀'.repeat(150)}\u0001${'😀'.repeat(150)}`);
	});
});
