import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unicodeDomain } from '../../src/domain/unicodeDomain';

describe('a domain as people read it', () => {
	it.each([
		['xn--mnchen-3ya.de', 'münchen.de'],
		['XN--MNCHEN-3YA.de', 'münchen.de'],
		['www.xn--r8jz45g.xn--zckzah', 'www.例え.テスト'],
		['xn--r2bi6d.xn--h2brj9c', 'मेल.भारत'],
		['xn--ls8h.example', '💩.example'],
		['example.com', 'example.com'],
		['my-xn--mnchen-3ya.de', 'my-xn--mnchen-3ya.de'],
		['xn--a-b-sla.de', 'a-bä.de'],
		['', ''],
	])('%s is %s', (ascii, read) => {
		expect(unicodeDomain(ascii)).toBe(read);
	});

	it.each([
		['a digit too few', 'xn--mnchen-3y'],
		['beyond all code points', 'xn--en32g'],
		['far beyond all code points', 'xn--zzzzzz999999999'],
		['the first half of a code point', 'xn--ib9b'],
		['the last half of a code point', 'xn--zy0c'],
		['a sign that is no digit', 'xn--mnchen-3_a'],
	])('stays as it is where it is in no ASCII form: %s', (_, label) => {
		expect(unicodeDomain(`a.${label}.de`)).toBe(`a.${label}.de`);
	});

	it('has the first and the last code points beside those', () => {
		expect(['xn--hb9b', 'xn--0y0c', 'xn--dn32g'].map(unicodeDomain)).toEqual(['\ud7ff', '\ue000', '\u{10ffff}']);
	});

	it('is what its ASCII form was made of, whatever its letters', () => {
		const letters = [...'abz09äßéłαωяжאبمहिक्षกงあ漢字王한글😀💩𠮷'];
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 20 }), (label) => {
				const ascii = domainToASCII(`${label}.example`);
				if (ascii === '' || !ascii.startsWith('xn--')) return;
				const read = unicodeDomain(ascii);
				expect([ascii, domainToASCII(read), read.startsWith('xn--')]).toEqual([ascii, ascii, false]);
			}),
			{ numRuns: 500 },
		);
	});
});
