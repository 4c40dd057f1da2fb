'use client';
import { useState } from 'react';
import { get, useWatch } from 'react-hook-form';
import { isKept } from '../../contract/clearableFields';
import { formWords } from '../../locales/english/form/formWords';
import { issueMessage } from '../../locales/issueMessage';
import { useCapabilities } from '../cache/useCapabilities';
import { useWords } from '../context/useWords';
import type { CustomerFormConflict, CustomerFormModel, QuietCustomerFormModel, UseCustomerFormOptions } from './customerFormModel';
import { leftEmail } from './customerFormState';
import { type CustomerFormValues, formUnits, sameUnit, valuesOf } from './customerFormValues';
import type { FormFieldError } from './formErrors';
import { createPendingReads } from './pendingReads';
import { type CustomerDraft, useCustomerDraft } from './useCustomerDraft';
import { useCustomerSubmit } from './useCustomerSubmit';
import { useTakenEmail } from './useTakenEmail';

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
	const model = useFormModel(options, true);
	return { ...model, isDirty: model.form.formState.isDirty };
}

/** The same for a form whose fields watch their own values: no key renders it, and `watchUnsaved` tells what there is to lose. */
export function useQuietCustomerForm(options: UseCustomerFormOptions): QuietCustomerFormModel {
	return useFormModel(options, false);
}

function useFormModel(given: UseCustomerFormOptions, watching: boolean): QuietCustomerFormModel {
	const keeps = useCapabilities().data?.keeps;
	const { customer = null } = given;
	const fields = (given.fields ?? formUnits).filter((unit) => isKept(unit, keeps));
	const options = { ...given, fields };
	const locale = useWords(formWords);
	const draft = useCustomerDraft(options);
	const [reads] = useState(() => createPendingReads(5_000));
	const submit = useCustomerSubmit(draft, reads, options);
	const { form, state, now, startOver } = draft;
	const watched = useWatch({ control: form.control, disabled: !watching && !state.conflict }) as CustomerFormValues;
	const values = watching ? watched : form.getValues();
	const { errors } = form.formState;
	const asksWho = !customer && !state.saved && state.leftEmail === values.email.trim();
	const taken = useTakenEmail(asksWho ? state.leftEmail : null);
	const countryNow = () => form.getValues('address.country');

	return {
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
