'use client';
import { useCallback, useSyncExternalStore } from 'react';
import type { CustomerFormMethods } from './customerFormModel';
import { holdsAddress } from './customerFormValues';
import { watchForm } from './watchForm';

/**
 * Whether a form holds some of an address; renders when that changes.
 *
 * @param preset the country that a new address starts with, which alone is none
 * @param known that it is treated as if it did, whatever it holds
 */
export function useHasAddress(form: CustomerFormMethods, preset: string, known: boolean): boolean {
	const subscribe = useCallback((hear: () => void) => watchForm(form, hear), [form]);
	const read = () => known || holdsAddress(form.getValues(), preset);
	return useSyncExternalStore(subscribe, read, read);
}
