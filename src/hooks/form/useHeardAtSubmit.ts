'use client';
import { type RefObject, useEffect } from 'react';
import { showsValue } from './showsValue';

type Control = HTMLInputElement | HTMLSelectElement;

/**
 * Old autofill and scripts write without an event. When the form around a control is submitted, this hears of it before anyone saves.
 * Returns what ends that.
 *
 * @param known what is known to stand in the control
 */
export function listenAtSubmit(control: Control, known: () => string, hear: () => void): (() => void) | undefined {
	const { form } = control;
	if (!form) return;
	const listen = () => {
		if (!showsValue(control, known())) hear();
	};
	form.addEventListener('submit', listen, true);
	return () => form.removeEventListener('submit', listen, true);
}

/** The same as a hook, for a control whose form may become another one. */
export function useHeardAtSubmit<One extends Control>(ref: RefObject<One | null>, known: () => string, hear: (control: One) => void): void {
	useEffect(() => {
		const control = ref.current;
		return control ? listenAtSubmit(control, known, () => hear(control)) : undefined;
	});
}
