'use client';
import { useEffect, useReducer, useRef } from 'react';
import { type FormPath, valueAt } from './customerFormValues';
import type { CustomerFormModel } from './useCustomerFormModel';
import { useSteady } from './useSteady';

/** A value for a field that keeps its own text, and the way to change it: renders for what others change, not for what the field does. */
export function useCustomerFormValue(
	{ form, change }: Pick<CustomerFormModel, 'form' | 'change'>,
	path: FormPath,
): readonly [value: string, change: (value: string) => void] {
	const [, render] = useReducer((count: number) => count + 1, 0);
	const own = useRef(false);
	useEffect(() => {
		const subscription = form.watch((_, { name }) => {
			if (!own.current && (!name || name === path)) render();
		});
		return () => subscription.unsubscribe();
	}, [form, path]);
	const changeOwn = useSteady((value: string) => {
		own.current = true;
		change(path, value);
		own.current = false;
	});
	return [valueAt(form.getValues(), path), changeOwn];
}
