'use client';
import { type ChangeEvent, type RefObject, useEffect, useRef } from 'react';
import { useHydrated } from '../context/useHydrated';
import { afterFrame } from './afterFrame';
import type { CustomerFormModel } from './customerFormModel';
import { type FormPath, valueAt } from './customerFormValues';
import { watchForm } from './watchForm';

interface CustomerFormInput {
	ref: RefObject<HTMLInputElement | null>;
	defaultValue: string;
	onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

/**
 * A text input that keeps its own text, so that a key renders nothing: the form hears of it after its frame. What the form changes is
 * written into it, and nothing else is.
 */
export function useCustomerFormInput({ form, change }: Pick<CustomerFormModel, 'form' | 'change'>, path: FormPath): CustomerFormInput {
	const ref = useRef<HTMLInputElement>(null);
	const hydrated = useHydrated();
	const early = useRef(!hydrated);
	// biome-ignore lint/correctness/useExhaustiveDependencies: `change` is the form's
	useEffect(() => {
		// Where a server rendered the page, people may type before it comes to life. The form takes that once it stands.
		if (!hydrated) return;
		const input = ref.current;
		if (early.current && input && input.value !== input.defaultValue) change(path, input.value);
		early.current = false;
		const show = () => {
			const value = valueAt(form.getValues(), path);
			// Writing the same text would move the caret.
			if (ref.current && ref.current.value !== value) ref.current.value = value;
		};
		show();
		return watchForm(form, (name) => (!name || name === path) && show());
	}, [hydrated, form, path]);
	return {
		ref,
		defaultValue: valueAt(form.getValues(), path),
		onChange: ({ currentTarget }) => {
			afterFrame(() => change(path, currentTarget.value));
		},
	};
}
