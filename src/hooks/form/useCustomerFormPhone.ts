'use client';
import { useEffect } from 'react';
import { useEventCallback } from '../context/useEventCallback';
import type { CustomerFormModel } from './customerFormModel';
import { type PhoneEntryOptions, type PhoneFieldState, usePhoneEntry } from './usePhoneEntry';
import { watchForm } from './watchForm';

/** The phone of a form. What the form changes is written into its input, and nothing else is. */
export function useCustomerFormPhone(
	{ form, change }: Pick<CustomerFormModel, 'form' | 'change'>,
	options: Omit<PhoneEntryOptions, 'start' | 'onChange'>,
): PhoneFieldState {
	const { take, ...phone } = usePhoneEntry({
		...options,
		start: form.getValues('phone'),
		onChange: (value) => change('phone', value),
	});
	const show = useEventCallback(() => take(form.getValues('phone')));
	// biome-ignore lint/correctness/useExhaustiveDependencies: `show` stays the same
	useEffect(() => watchForm(form, show, 'phone'), [form]);
	return phone;
}
