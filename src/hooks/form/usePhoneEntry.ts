'use client';
import type { ChangeEvent, CompositionEvent, RefObject } from 'react';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import type { CustomerRules, PhoneValidation } from '../../domain/customerRules';
import { isInternational, loadPhones, normalizePhoneText, type PhoneOptions, type Phones } from '../../domain/phone';
import type { PhoneEdit, PhoneMeaning, TypedPhone } from '../../domain/phoneTyping';
import { useSteady } from '../context/useEventCallback';
import { useHydrated } from '../context/useHydrated';
import { afterFrame } from './afterFrame';

export interface PhoneEntryOptions extends Pick<CustomerRules, 'phoneValidation'> {
	/** What stands in the input at first. */
	start: string;
	onChange: (value: string) => void;
	defaultCountry?: string;
}

export interface PhoneFieldState extends PhoneMeaning {
	/** `failed`: the numbering plans did not load; the server will check the number. */
	status: 'idle' | 'loading' | 'ready' | 'failed';
	/** Whether what was typed waits for the numbering plans; it is passed on as typed until they are here. */
	reading: boolean;
	/** The numbering plans, once loaded. */
	phones: Phones | null;
	/** Loads the numbering plans once; a failed load is tried again. The first focus does so by itself. */
	load: () => void;
	/** The country of national numbers from now on; an international number gets this country's code instead of its own. */
	chooseCountry: (country: string) => void;
	acceptSuggestion: () => void;
	/** To be spread onto the text input. It keeps its own text, so that a key renders only what it changes around it. */
	inputProps: {
		ref: RefObject<HTMLInputElement | null>;
		defaultValue: string;
		onFocus: () => void;
		onChange: (event: ChangeEvent<HTMLInputElement>) => void;
		onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => void;
	};
}

interface PhoneEntry extends PhoneFieldState {
	/** Takes a value from outside; the one that `onChange` was called with last is no news. */
	take: (value: string) => void;
}

/** What is loaded on the first focus. */
type Plans = typeof import('../../domain/phoneTyping') & typeof import('./setInputText') & { phones: Phones };

/** What stands in the input, and how it came there. */
interface Entry {
	text: string;
	/** The country that was chosen in the field. */
	choice: string | null;
	/** The country that the text belongs to, whatever changes elsewhere; `null` while there is none. */
	pinned: string | null;
	/** Whether it was typed here and did not come from outside. */
	typed: boolean;
	/** The value that both sides know of. */
	value: string;
}

/** A phone input that keeps its own text: renders when what the text means changes, and not for each key. */
export function usePhoneEntry({ start, onChange, defaultCountry, phoneValidation }: PhoneEntryOptions): PhoneEntry {
	const [plans, setPlans] = useState<Plans | null>(null);
	const phones = plans?.phones ?? null;
	const [status, setStatus] = useState<PhoneFieldState['status']>('idle');
	const { current: entry } = useRef<Entry>({ text: start, choice: null, pinned: null, typed: false, value: start });
	const [, render] = useReducer((count: number) => count + 1, 0);
	const ref = useRef<HTMLInputElement>(null);
	const composing = useRef(false);
	/** Reads what was typed last; `null` once that is done. */
	const unread = useRef<(() => void) | null>(null);
	const hydrated = useHydrated();
	const early = useRef(!hydrated);

	// While the field is empty the country follows the form's; once something is typed no change elsewhere may alter what it means.
	const chosen = () => entry.pinned ?? entry.choice ?? defaultCountry ?? null;
	const meaningOf = (country: string | null): PhoneMeaning =>
		plans && entry.text.trim() !== ''
			? plans.meaningOf(entry.text, plans.phones, from(country, phoneValidation))
			: { country: isInternational(entry.text) ? null : country, e164: null, issue: null, suggestion: null };
	const find = () => ({ ...meaningOf(chosen()), reading: status === 'loading' && entry.text.trim() !== '' });
	const findings = find();
	const shown = useRef('');
	useLayoutEffect(() => {
		shown.current = JSON.stringify(findings);
	});

	/** Renders where the text means something else than what is shown. */
	const show = () => {
		if (JSON.stringify(find()) !== shown.current) render();
	};

	/** A form that is reset, as React does after an action, goes back to this: the value has not changed. */
	const setText = (input: HTMLInputElement | null, text: string) => {
		entry.text = text;
		if (input) input.defaultValue = text;
	};

	/** Writes a text as it is to be shown. */
	const write = (input: HTMLInputElement, before: TypedPhone, edit: PhoneEdit | 'history', country: string | null) => {
		let next = before;
		if (plans && edit !== 'history') {
			next = plans.formatTyping(before, edit, plans.phones, country);
			plans.setInputText(input, next.text, next.caret);
		}
		setText(input, next.text);
	};

	/** Finds out what the text means, and passes on what was typed. */
	const read = useSteady((country: string | null, byUser: boolean) => {
		unread.current = null;
		const own = plans?.typedCountry(entry.text, plans.phones, country);
		if (own || byUser) entry.pinned = entry.text === '' ? null : (own ?? country);
		if (byUser) {
			entry.typed = true;
			const stored = meaningOf(country).e164 ?? normalizePhoneText(entry.text);
			if (stored !== entry.value) {
				entry.value = stored;
				onChange(stored);
			}
		}
		show();
	});

	/** Hears of a letter: it is shown first, formatted and read after its frame. */
	const hear = (input: HTMLInputElement, edit: PhoneEdit | 'history', country: string | null) => {
		entry.text = input.value;
		unread.current = afterFrame(() => {
			write(input, typedIn(input), edit, country);
			read(country, true);
		});
	};

	/** Takes a text that nobody types, and reads it at once. */
	const put = (typed: TypedPhone, edit: PhoneEdit, country: string | null, byUser: boolean) => {
		if (ref.current) write(ref.current, typed, edit, country);
		read(country, byUser);
	};

	const load = () => {
		if (status === 'loading' || status === 'ready') return;
		setStatus('loading');
		Promise.all([loadPhones(), import('../../domain/phoneTyping'), import('./setInputText')]).then(
			([phones, reading, writing]) => {
				setPlans({ ...reading, ...writing, phones });
			},
			() => setStatus('failed'),
		);
	};

	const take = (value: string) => {
		if (value === entry.value) return;
		entry.value = value;
		// What was just typed stays.
		if (unread.current) return;
		entry.typed = false;
		entry.pinned = null;
		setText(ref.current, phones ? phones.format(value, 'international') : value);
		if (ref.current) ref.current.value = entry.text;
		show();
	};

	useLayoutEffect(() => () => unread.current?.(), []);

	// Where a server rendered the page, people may type before it comes to life.
	// biome-ignore lint/correctness/useExhaustiveDependencies: runs once, when the page has come to life
	useEffect(() => {
		const input = ref.current;
		if (!hydrated || !early.current || !input) return;
		early.current = false;
		if (input.value === input.defaultValue) return;
		load();
		put(typedIn(input), 'insert', chosen(), true);
	}, [hydrated]);

	// What was typed while the plans were on their way is formatted and stored once they are here.
	// biome-ignore lint/correctness/useExhaustiveDependencies: runs once, when the plans arrive
	useLayoutEffect(() => {
		if (!phones) return;
		unread.current?.();
		if (ref.current && entry.text.trim() !== '' && !composing.current) put(typedIn(ref.current), 'insert', chosen(), entry.typed);
		setStatus('ready');
	}, [phones]);

	return {
		...findings,
		status,
		phones,
		take,
		load,
		chooseCountry: (country) => {
			unread.current?.();
			entry.choice = country;
			if (!plans || entry.text.trim() === '') {
				entry.pinned = null;
				return show();
			}
			const text = isInternational(entry.text) ? plans.withCallingCode(entry.text, plans.phones, country) : entry.text;
			put({ text, caret: text.length }, 'insert', country, true);
		},
		acceptSuggestion: () => {
			unread.current?.();
			const text = `+${normalizePhoneText(entry.text)}`;
			ref.current?.focus();
			put({ text, caret: text.length }, 'replace', chosen(), true);
		},
		inputProps: {
			ref,
			defaultValue: entry.text,
			onFocus: load,
			onChange: (event) => {
				const native = event.nativeEvent as InputEvent;
				const input = event.currentTarget;
				composing.current = native.isComposing === true;
				// Autofill writes without the focus ever being here.
				if (status === 'idle') load();
				if (composing.current) return;
				unread.current?.();
				const edit = editOf(native);
				if (edit !== 'history') return hear(input, edit, chosen());
				// What an undone paste has pinned is not the country of what was there before.
				const country = entry.choice ?? defaultCountry ?? null;
				const before = typedIn(input);
				hear(input, edit, country);
				// Formatting is an undo step of its own: it goes together with the key that caused it.
				if (plans && plans.formatTyping(before, 'insert', plans.phones, country).text !== before.text)
					setTimeout(() => input.value === before.text && document.execCommand?.(native.inputType === 'historyUndo' ? 'undo' : 'redo'));
			},
			onCompositionEnd: (event) => {
				composing.current = false;
				unread.current?.();
				put(typedIn(event.currentTarget), 'insert', chosen(), true);
			},
		},
	};
}

function typedIn(input: HTMLInputElement): TypedPhone {
	return { text: input.value, caret: input.selectionStart ?? input.value.length };
}

function from(country: string | null, validation: PhoneValidation | undefined): PhoneOptions {
	return { ...(country && { defaultCountry: country }), ...(validation && { validation }) };
}

/** Autofill has no input type; what keyboards suggest comes as a whole text. */
function editOf({ inputType, data }: InputEvent): PhoneEdit | 'history' {
	if (inputType?.startsWith('history')) return 'history';
	if (inputType === 'deleteContentForward') return 'delete';
	if (inputType?.startsWith('delete')) return 'backspace';
	return (inputType === 'insertText' || inputType === 'insertCompositionText') && (data?.length ?? 0) <= 1 ? 'insert' : 'replace';
}
