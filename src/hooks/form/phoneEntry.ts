import type { PhoneValidation } from '../../domain/customerRules';
import type { Phones } from '../../domain/phones';
import { isInternational, normalizePhoneText } from '../../domain/phoneText';
import type { PhoneEdit, PhoneMeaning, TypedPhone } from '../../domain/phoneTyping';

/** What stands in a phone input, and how it came there. */
export interface PhoneEntry {
	text: string;
	/** The country that was chosen in the field. */
	choice: string | null;
	/** The country that the text belongs to, whatever changes elsewhere; `null` while there is none. */
	pinned: string | null;
	/** Whether it was typed here and did not come from outside. */
	typed: boolean;
	/** The value that both sides know of: E.164 once it is a number. */
	value: string;
}

/** What the numbering plans make of the text in a phone input. */
export interface PhoneReader {
	phones: Phones;
	meaningOf: (text: string, country: string | null, validation: PhoneValidation | undefined) => PhoneMeaning;
	/** The country that a text points at by itself. */
	typedCountry: (text: string, chosen: string | null) => string | null;
	/** An international text with another country's calling code; a national one as it is. */
	inCountry: (text: string, country: string) => string;
	/** Formats what an edit made of an input, and returns what stands in it then. */
	format: (input: HTMLInputElement, typed: TypedPhone, edit: PhoneEdit, country: string | null) => string;
	/** Formatting is an undo step of its own: undo and redo go past it, to the key that caused it. */
	followHistory: (input: HTMLInputElement, typed: TypedPhone, country: string | null, command: 'undo' | 'redo') => void;
}

/** By what a text is read; plans that are not loaded know nothing, and it is passed on as typed. */
export interface Reading {
	plans: PhoneReader | null;
	validation: PhoneValidation | undefined;
}

export function startEntry(value: string): PhoneEntry {
	return { text: value, choice: null, pinned: null, typed: false, value };
}

/** While the field is empty the country follows the form's; once something is typed no change elsewhere may alter what it means. */
export function countryOf({ pinned, choice }: Pick<PhoneEntry, 'pinned' | 'choice'>, defaultCountry: string | undefined): string | null {
	return (pinned ?? choice ?? defaultCountry) || null;
}

export function meaningOf(text: string, country: string | null, { plans, validation }: Reading): PhoneMeaning {
	return plans ? plans.meaningOf(text, country, validation) : plainMeaning(text, country);
}

/** All that a text means without the plans. */
export function plainMeaning(text: string, country: string | null): PhoneMeaning {
	return { country: isInternational(text) ? null : country, e164: null, issue: null, suggestion: null };
}

/**
 * What changes when a text is read: it belongs to its own country, else to the given one.
 *
 * @param byUser what came from outside keeps its value
 */
export function readEntry({ text, pinned }: PhoneEntry, country: string | null, byUser: boolean, reading: Reading): Partial<PhoneEntry> {
	const own = reading.plans?.typedCountry(text, country);
	const known = own || byUser ? (text === '' ? null : (own ?? country)) : pinned;
	if (!byUser) return { pinned: known };
	return { pinned: known, typed: true, value: meaningOf(text, country, reading).e164 ?? normalizePhoneText(text) };
}

/** What changes when a value comes from outside. */
export function takeValue(value: string, plans: PhoneReader | null): Partial<PhoneEntry> {
	return { value, typed: false, pinned: null, text: plans ? plans.phones.format(value, 'international') : value };
}

/** Autofill has no input type; what keyboards suggest comes as a whole text. */
export function editOf({ inputType, data }: Pick<InputEvent, 'inputType' | 'data'>): PhoneEdit | 'history' {
	if (inputType?.startsWith('history')) return 'history';
	if (inputType === 'deleteContentForward') return 'delete';
	if (inputType?.startsWith('delete')) return 'backspace';
	return (inputType === 'insertText' || inputType === 'insertCompositionText') && (data?.length ?? 0) <= 1 ? 'insert' : 'replace';
}
