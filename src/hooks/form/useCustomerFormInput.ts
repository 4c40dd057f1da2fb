'use client';
import { type ChangeEvent, type RefObject, useEffect, useRef } from 'react';
import { afterFrame } from './afterFrame';
import type { CustomerFormModel } from './customerFormModel';
import type { FormPath } from './customerFormValues';
import { showsValue } from './showsValue';
import { listenAtSubmit } from './useHeardAtSubmit';
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
export function useCustomerFormInput({ form }: Pick<CustomerFormModel, 'form'>, path: FormPath): CustomerFormInput {
	const ref = useRef<HTMLInputElement>(null);
	const tell = (value: string) => form.setValue(path, value, { shouldDirty: true, shouldTouch: true });
	// biome-ignore lint/correctness/useExhaustiveDependencies: `tell` is the form's and the path's
	useEffect(() => {
		// React has the element ready by now.
		const input = ref.current!;
		// Where a server rendered the page, people may type before it comes to life. The form listens once all effects have run.
		let early = !showsValue(input, input.defaultValue);
		if (early) {
			queueMicrotask(() => {
				early = false;
				tell(input.value);
			});
		}
		const show = () => {
			const value = form.getValues(path);
			// Writing the same text would move the caret.
			if (!early && input.value !== value) input.value = value;
		};
		const unwatch = watchForm(form, show, path);
		const unlisten = listenAtSubmit(
			input,
			() => form.getValues(path),
			() => tell(input.value),
		);
		return () => {
			unwatch();
			unlisten?.();
		};
	}, [form, path]);
	return {
		ref,
		defaultValue: form.getValues(path),
		onChange: ({ currentTarget }) => {
			afterFrame(() => tell(currentTarget.value), currentTarget);
		},
	};
}
