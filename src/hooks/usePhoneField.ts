'use client';
import type { ChangeEvent, CompositionEvent, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { CustomerRules, PhoneValidation } from '../domain/customerRules';
import type { IssueCode } from '../domain/issue';
import { loadPhones, normalizePhoneText, type PhoneOptions, type Phones } from '../domain/phone';
import type { PhoneEdit, TypedPhone } from '../domain/phoneTyping';
import { hasFocus, typeInto } from './typeInto';

export interface UsePhoneFieldOptions extends Pick<CustomerRules, 'phoneValidation'> {
	/** The phone: E.164 once it is a number, until then what was typed. */
	value: string;
	/** Called with E.164 for a valid number, with the text as typed for anything else, with `''` for none. */
	onChange: (value: string) => void;
	/** Country (ISO 3166-1 alpha-2) that national numbers belong to until another is chosen. @default none */
	defaultCountry?: string;
}

export interface PhoneFieldState {
	/** What stands in the input. */
	text: string;
	/** The number's own country, else the chosen one. */
	country: string | null;
	/** `failed`: the numbering plans did not load; the server will check the number. */
	status: 'idle' | 'loading' | 'ready' | 'failed';
	/** The numbering plans, once loaded. */
	phones: Phones | null;
	/** What will be stored; `null` while the text is no valid number. */
	e164: string | null;
	/** Why the text is no valid number; `null` for a valid or empty one and before the plans are loaded. */
	issue: IssueCode | null;
	/** "4915…" typed without a plus: the number that was probably meant, E.164. */
	suggestion: string | null;
	inputRef: RefObject<HTMLInputElement | null>;
	/** Loads the numbering plans once; a failed load is tried again. */
	load: () => void;
	/** The country of national numbers from now on; an international number gets this country's code instead of its own. */
	chooseCountry: (country: string) => void;
	acceptSuggestion: () => void;
	onInput: (event: ChangeEvent<HTMLInputElement>) => void;
	onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => void;
}

/** What is loaded on the first focus. */
type Plans = typeof import('../domain/phoneTyping') & { phones: Phones };

/** A phone input without markup: formats while typing, keeps the caret, follows the number's own country. */
export function usePhoneField({ value, onChange, defaultCountry, phoneValidation }: UsePhoneFieldOptions): PhoneFieldState {
	const [text, setText] = useState(value);
	const [choice, setChoice] = useState<string | null>(null);
	const [pinned, setPinned] = useState<string | null>(null);
	const [plans, setPlans] = useState<Plans | null>(null);
	const phones = plans?.phones ?? null;
	const [status, setStatus] = useState<PhoneFieldState['status']>('idle');
	const [typed, setTyped] = useState(false);
	const [seen, setSeen] = useState(value);
	const [emitted, setEmitted] = useState(value);
	const inputRef = useRef<HTMLInputElement>(null);
	const composing = useRef(false);

	// Only a value that came from outside replaces the text; our own answer coming back must not.
	if (value !== seen) {
		setSeen(value);
		if (value !== emitted) {
			setEmitted(value);
			setTyped(false);
			setText(phones ? phones.format(value, 'international') : value);
		}
	}

	// While the field is empty the country follows the form's; once something is typed no change elsewhere may alter what it means.
	const chosen = pinned ?? choice ?? defaultCountry ?? null;
	const empty = text.trim() === '';
	const international = /^\s*[+＋]/.test(text);
	const parsed = phones && !empty ? phones.parse(text, from(chosen, phoneValidation)) : null;
	const e164 = parsed?.ok ? parsed.e164 : null;

	const accept = (input: HTMLInputElement, before: TypedPhone, edit: PhoneEdit | 'history', country: string | null, byUser: boolean) => {
		const next = plans && edit !== 'history' ? plans.formatTyping(before, edit, plans.phones, country) : before;
		typeInto(input, next.text, next.caret);
		if (hasFocus(input) && input.selectionStart !== next.caret) input.setSelectionRange(next.caret, next.caret);
		setText(next.text);
		const own = plans?.typedCountry(next.text, plans.phones, country);
		if (own || byUser) setPinned(next.text === '' ? null : (own ?? country));
		if (!byUser) return;
		setTyped(true);
		const stored = storedPhone(next.text, phones, from(country, phoneValidation));
		if (stored === emitted) return;
		setEmitted(stored);
		onChange(stored);
	};

	const load = () => {
		if (status === 'loading' || status === 'ready') return;
		setStatus('loading');
		Promise.all([loadPhones(), import('../domain/phoneTyping')]).then(
			([phones, typing]) => {
				setPlans({ ...typing, phones });
				setStatus('ready');
			},
			() => setStatus('failed'),
		);
	};

	// What was typed while the plans were on their way is formatted and stored once they are here.
	// biome-ignore lint/correctness/useExhaustiveDependencies: runs once, when the plans arrive
	useEffect(() => {
		if (phones && inputRef.current && !empty && !composing.current)
			accept(inputRef.current, typedIn(inputRef.current), 'insert', chosen, typed);
	}, [phones]);

	return {
		text,
		country: (parsed?.ok && parsed.country) || (international && !phones ? null : chosen),
		status,
		phones,
		e164,
		issue: parsed && !parsed.ok ? parsed.code : null,
		suggestion: phones && parsed && !parsed.ok && !international ? withPlus(text, phones) : null,
		inputRef,
		load,
		chooseCountry: (country) => {
			setChoice(country);
			const input = inputRef.current;
			if (!input || !plans || empty) return;
			const next = international ? plans.withCallingCode(text, plans.phones, country) : text;
			accept(input, { text: next, caret: next.length }, 'insert', country, true);
		},
		acceptSuggestion: () => {
			const input = inputRef.current;
			if (!input) return;
			const meant = `+${normalizePhoneText(text)}`;
			input.focus();
			accept(input, { text: meant, caret: meant.length }, 'replace', chosen, true);
		},
		onInput: (event) => {
			const native = event.nativeEvent as InputEvent;
			const input = event.currentTarget;
			composing.current = native.isComposing === true;
			// Autofill writes without the focus ever being here.
			if (status === 'idle') load();
			if (composing.current) return setText(input.value);
			const edit = editOf(native);
			const before = typedIn(input);
			// What an undone paste has pinned is not the country of what was there before.
			const country = edit === 'history' ? (choice ?? defaultCountry ?? null) : chosen;
			accept(input, before, edit, country, true);
			// Formatting is an undo step of its own: it goes together with the key that caused it.
			if (edit === 'history' && plans && plans.formatTyping(before, 'insert', plans.phones, country).text !== before.text) {
				setTimeout(() => input.value === before.text && document.execCommand?.(native.inputType === 'historyUndo' ? 'undo' : 'redo'));
			}
		},
		onCompositionEnd: (event) => {
			composing.current = false;
			accept(event.currentTarget, typedIn(event.currentTarget), 'insert', chosen, true);
		},
	};
}

function typedIn(input: HTMLInputElement): TypedPhone {
	return { text: input.value, caret: input.selectionStart ?? input.value.length };
}

function from(country: string | null, validation: PhoneValidation | undefined): PhoneOptions {
	return { ...(country && { defaultCountry: country }), ...(validation && { validation }) };
}

function storedPhone(text: string, phones: Phones | null, options: PhoneOptions): string {
	const parsed = phones?.parse(text, options);
	return parsed?.ok ? parsed.e164 : normalizePhoneText(text);
}

function withPlus(text: string, phones: Phones): string | null {
	const clean = normalizePhoneText(text);
	// Country codes begin with no zero, and the shortest numbers with one have eight digits: nothing to look for before.
	if (clean.startsWith('0') || clean.length < 8) return null;
	const parsed = phones.parse(`+${clean}`);
	return parsed.ok ? parsed.e164 : null;
}

/** Autofill has no input type; what keyboards suggest comes as a whole text. */
function editOf({ inputType, data }: InputEvent): PhoneEdit | 'history' {
	if (inputType?.startsWith('history')) return 'history';
	if (inputType === 'deleteContentForward') return 'delete';
	if (inputType?.startsWith('delete')) return 'backspace';
	return (inputType === 'insertText' || inputType === 'insertCompositionText') && (data?.length ?? 0) <= 1 ? 'insert' : 'replace';
}
