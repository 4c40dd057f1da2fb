'use client';
import { type ChangeEvent, type RefObject, useEffect, useRef } from 'react';
import { afterFrame } from './afterFrame';
import type { CustomerFormModel } from './customerFormModel';
import type { FormPath } from './customerFormValues';
import { useHeardAtSubmit } from './useHeardAtSubmit';
import { useTypedEarly } from './useTypedEarly';
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
	const hydrated = useTypedEarly(ref, ({ value }) => change(path, value));
	useEffect(() => {
		if (!hydrated) return;
		const show = () => {
			const value = form.getValues(path);
			// Writing the same text would move the caret.
			if (ref.current && ref.current.value !== value) ref.current.value = value;
		};
		return watchForm(form, show, path);
	}, [hydrated, form, path]);
	useHeardAtSubmit(
		ref,
		() => form.getValues(path),
		({ value }) => change(path, value),
	);
	return {
		ref,
		defaultValue: form.getValues(path),
		onChange: ({ currentTarget }) => {
			afterFrame(() => change(path, currentTarget.value), currentTarget);
		},
	};
}
