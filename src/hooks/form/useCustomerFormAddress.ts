'use client';
import { useEffect, useReducer } from 'react';
import type { CustomerFormModel } from './customerFormModel';
import type { CustomerFormValues } from './customerFormValues';

/** The address in a form, for inputs that keep their own text: renders when what the fields look like changes, not for each letter. */
export function useCustomerFormAddress({ form }: Pick<CustomerFormModel, 'form'>): CustomerFormValues['address'] {
	const [, render] = useReducer((count: number) => count + 1, 0);
	const address = form.getValues('address');
	const looks = looksOf(address);
	useEffect(() => {
		const show = () => looksOf(form.getValues('address')) !== looks && render();
		show();
		const subscription = form.watch(show);
		return () => subscription.unsubscribe();
	}, [form, looks]);
	return address;
}

/** Which fields there are, which of them are required, and whether the postal code fits the state. */
function looksOf({ country, state, postal_code, line1, line2, city }: CustomerFormValues['address']): string {
	return JSON.stringify([country, state, state && postal_code, [line1, line2, city, postal_code].map((text) => !text.trim())]);
}
