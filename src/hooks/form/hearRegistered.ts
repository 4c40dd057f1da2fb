'use client';
import { type Field, get } from 'react-hook-form';
import type { CustomerFormMethods } from './customerFormModel';
import { formPaths } from './customerFormValues';
import { showsValue } from './showsValue';

/** Takes over what stands in registered inputs without the form knowing: old autofill and scripts write without an event. */
export function hearRegistered(form: CustomerFormMethods): void {
	for (const path of formPaths) {
		const field: Field | undefined = get(form.control._fields, path);
		const { ref, setValueAs } = field?._f ?? {};
		if (ref instanceof HTMLInputElement && !setValueAs && !showsValue(ref, form.getValues(path))) {
			form.setValue(path, ref.value, { shouldDirty: true });
		}
	}
}
