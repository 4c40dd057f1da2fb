'use client';
import type { ChangeEvent, CompositionEvent, RefObject } from 'react';
import { useLayoutEffect, useReducer, useRef, useState } from 'react';
import type { CustomerRules } from '../../domain/customerRules';
import { loadPhones } from '../../domain/phone';
import type { Phones } from '../../domain/phones';
import { normalizePhoneText } from '../../domain/phoneText';
import type { PhoneEdit, PhoneMeaning, TypedPhone } from '../../domain/phoneTyping';
import { useEventCallback } from '../context/useEventCallback';
import { afterFrame } from './afterFrame';
import { countryOf, editOf, meaningOf, type PhoneReader, readEntry, startEntry, takeValue } from './phoneEntry';
import { useHeardAtSubmit } from './useHeardAtSubmit';
import { useTypedEarly } from './useTypedEarly';

export interface PhoneEntryOptions extends Pick<CustomerRules, 'phoneValidation'> {
	/** What stands in the input at first. */
	start: string;
	onChange: (value: string) => void;
	defaultCountry?: string;
}

/** What `usePhoneField` returns. */
export interface PhoneFieldState extends PhoneMeaning {
	/** `failed`: the numbering plans did not load; the server will check the number. */
	status: 'idle' | 'loading' | 'ready' | 'failed';
	/** Whether what was typed waits for the numbering plans; it is passed on as typed until they are here. */
	reading: boolean;
	/** The numbering plans, once loaded. */
	phones: Phones | null;
	/** Loads the numbering plans once; a failed load is tried again. The first focus does so by itself, as does a number that it starts with. */
	load: () => void;
	/** The country of national numbers from now on; an international number gets this country's code instead of its own. */
	chooseCountry: (country: string) => void;
	/** Puts the suggested number in place of what was typed. */
	acceptSuggestion: () => void;
	/** To be spread onto the text input. It keeps its own text, so that a key renders only what it changes around it. */
	inputProps: {
		/** The input, whose text is its own. */
		ref: RefObject<HTMLInputElement | null>;
		/** What it starts with. */
		defaultValue: string;
		/** Loads the numbering plans. */
		onFocus: () => void;
		/** Reads what was typed, after the frame that shows it. */
		onChange: (event: ChangeEvent<HTMLInputElement>) => void;
		/** Reads what an input method wrote. */
		onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => void;
	};
}

interface PhoneEntryState extends PhoneFieldState {
	/** Takes a value from outside; the one that `onChange` was called with last is no news. */
	take: (value: string) => void;
}

/** A phone input that keeps its own text: renders when what the text means changes, and not for each key. */
export function usePhoneEntry(options: PhoneEntryOptions): PhoneEntryState {
	const { plans, status, load } = usePlans();
	const { ref, entry, findings, country, flush, hear, put, take } = usePhoneText(options, plans, status === 'loading');
	const composing = useRef(false);
	useTypedEarly(ref, (input) => {
		load();
		put(typedIn(input), 'insert', country(), true);
	});

	useHeardAtSubmit(
		ref,
		() => entry.text,
		(input) => {
			load();
			put(typedIn(input), 'replace', country(), true);
		},
	);

	// A stored number is shown as its country writes it, with that country, before anybody goes there.
	// What was typed while the plans were on their way is formatted and stored once they are here, and what was typed while no country was
	// known once there is one.
	// biome-ignore lint/correctness/useExhaustiveDependencies: runs when there is more to read by
	useLayoutEffect(() => {
		if (!plans) return findings.e164 ? load() : undefined;
		flush();
		if (ref.current && entry.text.trim() !== '' && !composing.current) put(typedIn(ref.current), 'insert', country(), entry.typed);
	}, [plans, options.defaultCountry]);

	return {
		...findings,
		status,
		phones: plans?.phones ?? null,
		take,
		load,
		chooseCountry: (chosen) => {
			flush();
			entry.choice = chosen;
			const text = plans ? plans.inCountry(entry.text, chosen) : entry.text;
			put({ text, caret: text.length }, 'insert', chosen, true);
		},
		acceptSuggestion: () => {
			flush();
			const text = `+${normalizePhoneText(entry.text)}`;
			ref.current?.focus();
			put({ text, caret: text.length }, 'replace', country(), true);
		},
		inputProps: {
			ref,
			defaultValue: entry.text,
			onFocus: load,
			onChange: ({ nativeEvent, currentTarget: input }) => {
				const native = nativeEvent as InputEvent;
				composing.current = native.isComposing === true;
				// Autofill writes without the focus ever being here.
				if (status === 'idle') load();
				if (composing.current) return;
				flush();
				const edit = editOf(native);
				if (edit !== 'history') return hear(input, edit, country());
				// What an undone paste has pinned is not the country of what was there before.
				const before = countryOf({ ...entry, pinned: null }, options.defaultCountry);
				hear(input, edit, before);
				plans?.followHistory(input, typedIn(input), before, native.inputType === 'historyUndo' ? 'undo' : 'redo');
			},
			onCompositionEnd: (event) => {
				composing.current = false;
				flush();
				put(typedIn(event.currentTarget), 'insert', country(), true);
			},
		},
	};
}

/** The numbering plans, once they were wanted. */
function usePlans(): { plans: PhoneReader | null; status: PhoneFieldState['status']; load: () => void } {
	const [plans, setPlans] = useState<PhoneReader | null>(null);
	const [status, setStatus] = useState<PhoneFieldState['status']>('idle');
	return {
		plans,
		status,
		load: () => {
			if (status === 'loading' || plans) return;
			setStatus('loading');
			Promise.all([loadPhones(), import('./planReader')]).then(
				([phones, { createPlanReader }]) => {
					setPlans(createPlanReader(phones));
					setStatus('ready');
				},
				() => setStatus('failed'),
			);
		},
	};
}

/** The text of a phone input: shown first, formatted and read after its frame. */
function usePhoneText(
	{ start, onChange, defaultCountry, phoneValidation }: PhoneEntryOptions,
	plans: PhoneReader | null,
	loading: boolean,
) {
	const [entry] = useState(() => startEntry(start));
	const ref = useRef<HTMLInputElement>(null);
	const [, render] = useReducer((count: number) => count + 1, 0);
	/** Reads what was typed last; `null` once that is done. */
	const unread = useRef<(() => void) | null>(null);

	const country = () => countryOf(entry, defaultCountry);
	const reading = { plans, validation: phoneValidation };
	const find = () => ({
		...meaningOf(entry.text, country(), reading),
		// What a number from outside is stored as is known before the plans are, and said in the place where it will be.
		...(!plans && !entry.typed && entry.value[0] === '+' && { e164: entry.value }),
		reading: loading && entry.typed && entry.text.trim() !== '',
	});
	const findings = find();
	const shown = useRef('');
	useLayoutEffect(() => {
		shown.current = JSON.stringify(findings);
	});
	useLayoutEffect(() => () => unread.current?.(), []);

	/** Renders where the text means something else than what is shown. */
	const show = () => {
		if (JSON.stringify(find()) !== shown.current) render();
	};

	/** A form that is reset, as React does after an action, goes back to this: the value has not changed. */
	const setText = (input: HTMLInputElement, text: string) => {
		entry.text = text;
		input.defaultValue = text;
	};
	/** Writes a text as it is to be shown. */
	const write = (input: HTMLInputElement, typed: TypedPhone, edit: PhoneEdit | 'history', country: string | null) =>
		setText(input, plans && edit !== 'history' ? plans.format(input, typed, edit, country) : typed.text);

	/** Finds out what the text means, and passes on what was typed. */
	const read = useEventCallback((country: string | null, byUser: boolean) => {
		unread.current = null;
		const { value } = entry;
		Object.assign(entry, readEntry(entry, country, byUser, reading));
		if (entry.value !== value) onChange(entry.value);
		show();
	});

	return {
		ref,
		entry,
		findings,
		country,
		flush: () => unread.current?.(),
		/** Hears of a letter. */
		hear: (input: HTMLInputElement, edit: PhoneEdit | 'history', country: string | null) => {
			entry.text = input.value;
			unread.current = afterFrame(() => {
				write(input, typedIn(input), edit, country);
				read(country, true);
			}, input);
		},
		/** Takes a text that nobody types, and reads it at once. */
		put: (typed: TypedPhone, edit: PhoneEdit, country: string | null, byUser: boolean) => {
			if (ref.current) write(ref.current, typed, edit, country);
			read(country, byUser);
		},
		take: (value: string) => {
			if (value === entry.value) return;
			entry.value = value;
			// What was just typed stays.
			if (unread.current) return;
			Object.assign(entry, takeValue(value, plans));
			if (ref.current) {
				setText(ref.current, entry.text);
				ref.current.value = entry.text;
			}
			show();
		},
	};
}

function typedIn(input: HTMLInputElement): TypedPhone {
	return { text: input.value, caret: input.selectionStart ?? input.value.length };
}
