'use client';
import { useEffect, useReducer } from 'react';
import { type AddressLook, addressLook } from './addressLook';
import type { CustomerFormModel } from './customerFormModel';
import type { CustomerFormValues } from './customerFormValues';
import { type SubdivisionsState, useSubdivisions } from './useSubdivisions';
import { watchForm } from './watchForm';

interface CustomerFormAddress {
	value: CustomerFormValues['address'];
	subdivisions: SubdivisionsState;
	look: AddressLook;
}

/** The address in a form, for inputs that keep their own text: renders when what is around them changes, not for each letter. */
export function useCustomerFormAddress({ form }: Pick<CustomerFormModel, 'form'>): CustomerFormAddress {
	const [, render] = useReducer((count: number) => count + 1, 0);
	const value = form.getValues('address');
	const subdivisions = useSubdivisions(value.country);
	const look = addressLook(value, subdivisions);
	const shown = shownOf(value, look);
	useEffect(
		() =>
			watchForm(form, (name) => {
				if (name && !name.startsWith('address')) return;
				const now = form.getValues('address');
				if (shownOf(now, addressLook(now, subdivisions)) !== shown) render();
			}),
		[form, shown, subdivisions],
	);
	return { value, subdivisions, look };
}

/** The country and the state are lists, which do not keep what was chosen. */
function shownOf({ country, state }: CustomerFormValues['address'], look: AddressLook): string {
	return JSON.stringify([country, state, look]);
}
