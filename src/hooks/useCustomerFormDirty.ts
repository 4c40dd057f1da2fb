'use client';
import { useLayoutEffect, useRef, useState } from 'react';
import { useFormState } from 'react-hook-form';
import { afterFrame } from './afterFrame';
import type { CustomerFormModel } from './useCustomerFormModel';

/** Whether there is something to lose: known after the frame that shows the first letter, and before anything else can happen. */
export function useCustomerFormDirty({ form }: Pick<CustomerFormModel, 'form'>): boolean {
	// Renders for each change, and at once: only its first answer is taken.
	const { isDirty } = useFormState({ control: form.control, disabled: true });
	const latest = useRef(isDirty);
	const [dirty, setDirty] = useState(isDirty);
	useLayoutEffect(
		() =>
			form.subscribe({
				formState: { isDirty: true },
				callback: ({ isDirty = false }) => {
					if (latest.current === isDirty) return;
					latest.current = isDirty;
					// What was saved may be left at once; a new base is set in two steps.
					(isDirty ? afterFrame : queueMicrotask)(() => setDirty(latest.current));
				},
			}),
		[form],
	);
	return dirty;
}
