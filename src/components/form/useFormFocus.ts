'use client';
import { type RefObject, useEffect, useRef } from 'react';
import type { QuietCustomerFormModel } from '../../hooks/form/customerFormModel';
import type { FormPath } from '../../hooks/form/customerFormValues';
import { focusedElement } from '../ui/focusedElement';

/**
 * Leads people to what a form has to say: the first error, or the word about the whole form.
 *
 * @param refused the fields that the last submit was refused for; emptied once one of them has the focus
 */
export function useFormFocus({ status, fieldError }: QuietCustomerFormModel, refused: RefObject<readonly FormPath[]>) {
	const formRef = useRef<HTMLFormElement>(null);
	const noticeRef = useRef<HTMLDivElement>(null);

	// Once the errors of the submit are on the page.
	useEffect(() => {
		if (!refused.current.every(fieldError)) return;
		// In the order of the page, which is that of the country.
		if (refused.current.length > 0) formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
		refused.current = [];
	});

	// A word about the whole form is brought into sight, and takes the focus over from a button that it made go away.
	const former = useRef(status);
	useEffect(() => {
		// The choice between mine and theirs is made: back to the fields.
		if (status === 'idle' && former.current === 'conflict') formRef.current?.querySelector<HTMLElement>('input')?.focus();
		former.current = status;
		if (status === 'idle' || status === 'saving' || status === 'invalid') return;
		noticeRef.current?.scrollIntoView?.({ block: 'nearest' });
		if (focusedElement() === document.body) noticeRef.current?.focus({ preventScroll: true });
	}, [status]);

	return [formRef, noticeRef] as const;
}
