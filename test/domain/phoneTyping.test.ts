import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPhones } from '../../src/domain/phone';
import type { Phones } from '../../src/domain/phones';
import { formatTyping, meaningOf, type PhoneEdit, typedCountry, withCallingCode } from '../../src/domain/phoneTyping';

let phones: Phones;
beforeAll(async () => {
	phones = await loadPhones();
});

/** `|` is the caret. */
function typing(marked: string, edit: PhoneEdit, country: string | null): string {
	const caret = marked.indexOf('|');
	const typed = formatTyping({ text: marked.replace('|', ''), caret }, edit, phones, country);
	return `${typed.text.slice(0, typed.caret)}|${typed.text.slice(typed.caret)}`;
}

describe('typing into a phone field', () => {
	it('formats at the end and leaves the caret there', () => {
		expect(typing('987654|', 'insert', 'IN')).toBe('98765 4|');
		expect(typing('2025550123|', 'insert', 'US')).toBe('(202) 555-0123|');
		expect(typing('+4915123456789|', 'insert', null)).toBe('+49 1512 3456789|');
	});

	it('keeps the caret after the digit that was typed in the middle', () => {
		expect(typing('9817|65 4321', 'insert', 'IN')).toBe('9817|6 54321');
		expect(typing('+919|8765 43210', 'insert', null)).toBe('+91 9|8765 43210');
	});

	it('keeps the caret after the digit before it when a digit is deleted in the middle', () => {
		expect(typing('9876| 43210', 'backspace', 'IN')).toBe('9876|4 3210');
		expect(typing('98765| 3210', 'backspace', 'IN')).toBe('98765| 3210');
	});

	it('steps over a separator instead of putting it back for ever', () => {
		expect(typing('98765|43210', 'backspace', 'IN')).toBe('98765| 43210');
		expect(typing('98765|43210', 'delete', 'IN')).toBe('98765 |43210');
	});

	it('shows a pasted number with its own country code, whatever country was chosen', () => {
		expect(typing('0044 20 7946 0958|', 'replace', 'IN')).toBe('+44 20 7946 0958|');
		expect(typing('tel:+1-202-555-0123|', 'replace', 'IN')).toBe('+1 202 555 0123|');
		expect(typing('98765-43210|', 'replace', 'IN')).toBe('98765 43210|');
		expect(typing('९८७६५४३२१०|', 'replace', 'IN')).toBe('98765 43210|');
	});

	it('leaves text that is no plain number as it was typed', () => {
		for (const text of ['98765 43210 ext 5|', 'call me|', '(|', '+|', '|']) expect(typing(text, 'insert', 'IN')).toBe(text);
	});

	it('never adds, drops or moves a digit, nor leaves the text with the caret', () => {
		const edits = fc.constantFrom<PhoneEdit>('insert', 'backspace', 'delete');
		const countries = fc.constantFrom('IN', 'US', 'GB', 'DE', 'BR', 'JP', 'AE', 'IT', null);
		const texts = fc.string({ unit: fc.constantFrom(...'0123456789 ()-'), maxLength: 20 });
		fc.assert(
			fc.property(texts, fc.boolean(), fc.nat(20), edits, countries, (digits, plus, at, edit, country) => {
				const text = (plus ? '+' : '') + digits;
				const caret = Math.min(at, text.length);
				const typed = formatTyping({ text, caret }, edit, phones, country);
				const only = (value: string) => value.replace(/\D/g, '');
				expect(only(typed.text)).toBe(only(text));
				expect(only(typed.text.slice(0, typed.caret))).toBe(only(text.slice(0, caret)));
				expect(typed.caret).toBeLessThanOrEqual(typed.text.length);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('a number that was probably meant', () => {
	it.each([
		['+52 1 55 1234 5678', '+525512345678'],
		['52 1 55 1234 5678', '+525512345678'],
		['4915112345678', '+4915112345678'],
		['+52 1 55 1234', null],
		['+1 202 555', null],
	])('%s: %s', (text, suggestion) => {
		expect(meaningOf(text, phones, {}).suggestion).toBe(suggestion);
	});
});

describe('the country of what is typed', () => {
	it('is the number’s own, then that of its calling code', () => {
		expect(typedCountry('+1 416 555 0123', phones, 'US')).toBe('CA');
		expect(typedCountry('+49 15', phones, 'IN')).toBe('DE');
		expect(typedCountry('+44', phones, 'IN')).toBe('GB');
		expect(typedCountry('+44 7', phones, 'JE')).toBe(null);
		expect(typedCountry('98765', phones, 'IN')).toBe(null);
	});

	it('changes with the calling code when another country is chosen', () => {
		expect(withCallingCode('+91 98765 43210', phones, 'US')).toBe('+1 98765 43210');
		expect(withCallingCode('+9', phones, 'US')).toBe('+19');
	});
});
