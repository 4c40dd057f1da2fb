import type { IssueCode } from './issue';
import type { PhoneOptions, Phones } from './phones';
import { normalizePhoneText } from './phoneText';

/** How a phone input was edited: a digit at a time, or a whole text at once (paste, autofill). */
export type PhoneEdit = 'insert' | 'backspace' | 'delete' | 'replace';

export interface TypedPhone {
	text: string;
	/** Offset in UTF-16 units, as `selectionStart` counts. */
	caret: number;
}

/** What a text in a phone input means. */
export interface PhoneMeaning {
	/** The number's own country, else the chosen one. */
	country: string | null;
	/** What will be stored; `null` while the text is no valid number. */
	e164: string | null;
	/** Why the text is no valid number; `null` for a valid or empty one and before the plans are loaded. */
	issue: IssueCode | null;
	/** "4915…" typed without a plus, "+52 1 55…" with what is no longer dialled: the number that was probably meant, E.164. */
	suggestion: string | null;
}

const significant = /[+＋\p{Nd}]/u;
const phoneCharacters = /^\+?[\d\s().\-‐-―/·]*$/;

/**
 * Formats what stands in a phone input after an edit and says where the caret belongs: after the digit that it was after.
 * Text that is no plain number (letters, an extension) is left exactly as typed, and no digit is ever added or dropped.
 */
export function formatTyping(typed: TypedPhone, edit: PhoneEdit, phones: Phones, country: string | null): TypedPhone {
	const clean = normalizePhoneText(typed.text);
	if (!/\d/.test(clean) || !phoneCharacters.test(clean)) return typed;
	const options = country ? { defaultCountry: country } : {};
	const whole = edit === 'replace' ? spelledOut(clean, phones, country) : null;
	const text = whole ?? phones.formatAsYouType(clean, options);
	if (!whole && digits(text) !== digits(clean)) return typed;
	if (edit === 'replace') return { text, caret: caretFromEnd(text, digitsIn(typed.text.slice(typed.caret))) };
	// A space after a whole number may be the first of more to come.
	if (edit === 'insert' && text === typed.text.trimEnd()) return typed;
	if (edit === 'insert' && typed.caret === typed.text.length) return { text, caret: text.length };
	const before = digitsIn(typed.text.slice(0, typed.caret));
	// Deleting forwards moves past the separators, or the same space would be deleted and put back for ever.
	return { text, caret: edit === 'delete' ? caretFromEnd(text, digitsIn(text) - before) : caretAfter(text, before) };
}

/** A pasted number whose own prefix (`00`, `011`, another country) matters is shown with its country code. */
function spelledOut(clean: string, phones: Phones, country: string | null): string | null {
	const parsed = phones.parse(clean, country ? { defaultCountry: country } : {});
	if (!parsed.ok) return null;
	const foreign = clean.startsWith('+') || parsed.country !== country;
	const prefixed = digits(clean).length > digits(phones.format(parsed.e164, 'national')).length;
	return foreign || prefixed ? phones.format(parsed.e164, 'international') : null;
}

/** Reads a text; national numbers are those of the chosen country. */
export function meaningOf(text: string, phones: Phones, options: PhoneOptions): PhoneMeaning {
	const country = options.defaultCountry ?? null;
	const parsed = phones.parse(text, options);
	if (parsed.ok) return { country: parsed.country ?? country, e164: parsed.e164, issue: null, suggestion: null };
	return { country, e164: null, issue: parsed.code, suggestion: suggest(text, phones) };
}

function suggest(text: string, phones: Phones): string | null {
	const clean = normalizePhoneText(text);
	// Country codes begin with no zero, and the shortest numbers with one have eight digits: nothing to look for before.
	if (clean.startsWith('0') || clean.length < 8) return null;
	const full = clean.startsWith('+') ? clean : `+${clean}`;
	// Mexico's mobiles were called with a 1 until 2019, and are written so still.
	for (const meant of [full, full.replace(/^\+52\D*1/, '+52')]) {
		const parsed = phones.parse(meant);
		if (parsed.ok) return parsed.e164;
	}
	return null;
}

/** Countries that a calling code shared by several means until the number is complete. */
const mainCountry: Record<string, string> = {
	1: 'US',
	7: 'RU',
	39: 'IT',
	44: 'GB',
	47: 'NO',
	61: 'AU',
	212: 'MA',
	262: 'RE',
	290: 'SH',
	358: 'FI',
	590: 'GP',
	599: 'CW',
};

/** The country that a text in a phone input points at: the number's own, else that of its calling code, else `null`. */
export function typedCountry(text: string, phones: Phones, chosen: string | null): string | null {
	const parsed = phones.parse(text, chosen ? { defaultCountry: chosen } : {});
	if (parsed.ok) return parsed.country;
	const code = callingCodeOf(text, phones);
	if (!code || (chosen && phones.callingCode(chosen) === code)) return null;
	return mainCountry[code] ?? phones.countries().find((country) => phones.callingCode(country) === code) ?? null;
}

/** An international text with another country's calling code in place of its own. */
export function withCallingCode(text: string, phones: Phones, country: string): string {
	const national = normalizePhoneText(text).slice(1 + (callingCodeOf(text, phones)?.length ?? 0));
	return `+${phones.callingCode(country) ?? ''}${national}`;
}

/** Calling codes are prefix-free, so the first that matches is the one. */
function callingCodeOf(text: string, phones: Phones): string | null {
	const clean = normalizePhoneText(text);
	if (!clean.startsWith('+')) return null;
	const known = callingCodes(phones);
	return [1, 2, 3].map((length) => clean.slice(1, 1 + length)).find((code) => known.has(code)) ?? null;
}

const codesOf = new WeakMap<Phones, ReadonlySet<string | null>>();

function callingCodes(phones: Phones): ReadonlySet<string | null> {
	let codes = codesOf.get(phones);
	if (!codes) {
		codes = new Set(phones.countries().map((country) => phones.callingCode(country)));
		codesOf.set(phones, codes);
	}
	return codes;
}

function digits(text: string): string {
	return [...text].filter((character) => significant.test(character)).join('');
}

function digitsIn(text: string): number {
	return [...text].filter((character) => significant.test(character)).length;
}

function caretAfter(text: string, count: number): number {
	let offset = 0;
	let left = count;
	for (const character of text) {
		if (left === 0) break;
		offset += character.length;
		if (significant.test(character)) left -= 1;
	}
	return offset;
}

function caretFromEnd(text: string, count: number): number {
	const total = digitsIn(text);
	if (count === 0) return text.length;
	let offset = caretAfter(text, total - count);
	while (offset < text.length && !significant.test(text.charAt(offset))) offset += 1;
	return offset;
}
