'use client';
import { useEffect, useReducer, useState } from 'react';
import { get } from 'react-hook-form';
import type { Capabilities } from '../../contract/backend';
import { isKept } from '../../contract/clearableFields';
import { formWords } from '../../locales/english/form/formWords';
import { issueMessage } from '../../locales/issueMessage';
import { useWords } from '../context/useWords';
import type { CustomerFormConflict, CustomerFormModel, QuietCustomerFormModel, UseCustomerFormOptions } from './customerFormModel';
import { leftEmail } from './customerFormState';
import { type CustomerFormValues, formUnits, sameUnit, valuesOf } from './customerFormValues';
import type { FormFieldError } from './formErrors';
import { createPendingReads } from './pendingReads';
import { type CustomerDraft, useCustomerDraft } from './useCustomerDraft';
import { useCustomerSubmit } from './useCustomerSubmit';
import { useOffer } from './useOffer';
import { useTakenEmail } from './useTakenEmail';
import { watchForm } from './watchForm';

/**
 * A form for a customer without markup: validates on blur and on submit, puts the server's issues at their fields, saves each intent once
 * and never loses what was typed.
 *
 * @returns the form without markup
 * @example
 * const { values, change, blur, fieldError, submit } = useCustomerForm({ customer });
 * <form onSubmit={submit}>
 * 	<input value={values.email} onChange={(event) => change('email', event.target.value)} onBlur={() => blur('email')} />
 * 	{fieldError('email')}
 * </form>;
 */
export function useCustomerForm(options: UseCustomerFormOptions = {}): CustomerFormModel {
	const { model } = useFormModel(options, true);
	return { ...model, isDirty: model.form.formState.isDirty };
}

/** The same for a form whose fields watch their own values: no key renders it, and `watchUnsaved` tells what there is to lose. */
export function useQuietCustomerForm(options: UseCustomerFormOptions): QuietCustomerForm {
	return useFormModel(options, false);
}

interface QuietCustomerForm {
	model: QuietCustomerFormModel;
	/** Of the backend; `undefined` while they are unknown. */
	capabilities: Capabilities | undefined;
}

function useFormModel(given: UseCustomerFormOptions, watching: boolean): QuietCustomerForm {
	const capabilities = useOffer();
	const { customer = null } = given;
	const fields = (given.fields ?? formUnits).filter((unit) => isKept(unit, capabilities?.keeps));
	const options = { ...given, fields };
	const locale = useWords(formWords);
	const draft = useCustomerDraft(options, capabilities);
	const [reads] = useState(() => createPendingReads(5_000));
	const submit = useCustomerSubmit(draft, reads, options);
	const { form, state, now, startOver } = draft;
	useRenderedAtKeys(form, watching || state.conflict !== null);
	const values = form.getValues();
	const { errors } = form.formState;
	const asksWho = !customer && !state.saved && capabilities?.filter.email === true && state.leftEmail === values.email.trim();
	const taken = useTakenEmail(asksWho ? state.leftEmail : null);
	const countryNow = () => form.getValues('address.country');

	const model: QuietCustomerFormModel = {
		form,
		mode: customer ? 'edit' : 'create',
		fields,
		values,
		change: (path, value) => form.setValue(path, value, { shouldDirty: true, shouldTouch: true }),
		blur: (path) => {
			if (path === 'email' && !customer) draft.update(leftEmail(now(), form.getValues('email').trim()));
			if (reads.has(path)) void reads.done().then(() => form.trigger(path));
			else void form.trigger(path);
		},
		hold: reads.set,
		fieldError: (path) => {
			const error: FormFieldError | undefined = get(errors, path);
			if (error?.issue) return issueMessage(locale, error.issue, countryNow());
			return error && locale.errors.email_exists;
		},
		summary: state.loose.map((issue) => issueMessage(locale, issue, countryNow())),
		submit,
		status: state.status,
		error: state.error,
		saved: state.saved,
		taken,
		conflict: conflictOf(draft, values, submit),
		reset: () => startOver(now().base),
	};
	return { model, capabilities };
}

/** Renders whenever a value changes, where that is shown. */
function useRenderedAtKeys(form: CustomerFormModel['form'], shown: boolean): void {
	const [, render] = useReducer((count: number) => count + 1, 0);
	useEffect(() => {
		if (!shown) return;
		let heard = false;
		const unsubscribe = watchForm(form, () => heard && render());
		heard = true;
		return unsubscribe;
	}, [form, shown]);
}

/** Someone else's version beside mine, and what can be done about it. */
function conflictOf(
	{ state: { conflict }, rebase, startOver }: CustomerDraft,
	values: CustomerFormValues,
	submit: CustomerFormModel['submit'],
): CustomerFormConflict | null {
	if (!conflict) return null;
	const { theirs, fields } = conflict;
	const stored = valuesOf(theirs);
	return {
		theirs,
		fields: fields.filter((unit) => !sameUnit(unit, values, stored)).map((unit) => ({ unit, mine: values[unit], theirs: stored[unit] })),
		saveMerged: async (choice = {}) => {
			rebase(
				theirs,
				fields.filter((unit) => choice[unit] !== 'theirs'),
			);
			await submit();
		},
		takeTheirs: () => startOver(theirs),
	};
}
