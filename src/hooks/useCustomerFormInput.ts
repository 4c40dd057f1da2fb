'use client';
import { type ChangeEvent, type RefObject, useEffect, useRef } from 'react';
import { type FormPath, valueAt } from './customerFormValues';
import type { CustomerFormModel } from './useCustomerFormModel';

interface CustomerFormInput {
	ref: RefObject<HTMLInputElement | null>;
	defaultValue: string;
	onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** A text input that keeps its own text, so that a key renders nothing. What the form changes is written into it, and nothing else is. */
export function useCustomerFormInput({ form, change }: Pick<CustomerFormModel, 'form' | 'change'>, path: FormPath): CustomerFormInput {
	const ref = useRef<HTMLInputElement>(null);
	useEffect(() => {
		const show = () => {
			const value = valueAt(form.getValues(), path);
			// Writing the same text would move the caret.
			if (ref.current && ref.current.value !== value) ref.current.value = value;
		};
		show();
		const subscription = form.watch((_, { name }) => (!name || name === path) && show());
		return () => subscription.unsubscribe();
	}, [form, path]);
	return { ref, defaultValue: valueAt(form.getValues(), path), onChange: (event) => change(path, event.target.value) };
}
