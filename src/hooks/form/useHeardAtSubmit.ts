'use client';
import { type RefObject, useEffect } from 'react';
import { showsValue } from './showsValue';

/**
 * Old autofill and scripts write without an event. When the form around a control is submitted, this hears of it before anyone saves.
 *
 * @param known what is known to stand in the control
 */
export function useHeardAtSubmit<Control extends HTMLInputElement | HTMLSelectElement>(
	ref: RefObject<Control | null>,
	known: () => string,
	hear: (control: Control) => void,
): void {
	useEffect(() => {
		const control = ref.current;
		const form = control?.form;
		if (!form) return;
		const listen = () => {
			if (!showsValue(control, known())) hear(control);
		};
		form.addEventListener('submit', listen, true);
		return () => form.removeEventListener('submit', listen, true);
	});
}
