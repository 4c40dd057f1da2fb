'use client';
import { useCallback, useSyncExternalStore } from 'react';
import type { CustomerFormMethods } from './customerFormModel';
import type { FormPath } from './customerFormValues';
import { watchForm } from './watchForm';

/** What stands in a field of a form; renders when it changes. */
export function useFormValue(form: CustomerFormMethods, path: FormPath): string {
	const subscribe = useCallback((hear: () => void) => watchForm(form, hear, path), [form, path]);
	const read = () => form.getValues(path);
	return useSyncExternalStore(subscribe, read, read);
}
