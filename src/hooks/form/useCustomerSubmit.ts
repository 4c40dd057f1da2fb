'use client';
import { type FieldErrors, get } from 'react-hook-form';
import type { CustomerError } from '../../contract/errors';
import { copyData } from '../../domain/copyData';
import type { Customer } from '../../domain/customer';
import { useEventCallback } from '../context/useEventCallback';
import type { CustomerFormModel, CustomerFormOutcome, UseCustomerFormOptions } from './customerFormModel';
import { contested, failed, refused, saved, submitted } from './customerFormState';
import { type CustomerFormValues, differingUnits, formPaths, formUnits, valuesOf } from './customerFormValues';
import { hearRegistered } from './hearRegistered';
import { mergeChanges } from './mergeChanges';
import type { PendingReads } from './pendingReads';
import type { SaveResult } from './saveCustomerForm';
import type { CustomerDraft } from './useCustomerDraft';
import { useFormSender } from './useFormSender';

/** Validates and saves a draft, one submit at a time. */
export function useCustomerSubmit(draft: CustomerDraft, reads: PendingReads, options: UseCustomerFormOptions): CustomerFormModel['submit'] {
	const { form, now, update, typed, loose, running, rebase } = draft;
	const getSender = useFormSender();

	const succeed = (customer: Customer, outcome: CustomerFormOutcome, sent: CustomerFormValues) => {
		const typedSince = differingUnits(typed(), sent);
		let settled: CustomerFormValues | null = sent;
		if (now().base) {
			rebase(customer, typedSince);
			settled = typedSince.length === 0 ? copyData(form.getValues()) : null;
		} else if (outcome !== 'existing') form.reset(sent, { keepValues: true });
		update(saved(now(), customer, outcome, settled));
		options.onSuccess?.(customer, outcome);
	};

	/** Someone else saved: their changes come in, mine stay, and saving again goes over their version. */
	const meet = (base: Customer, theirs: Customer, error: CustomerError) => {
		const { mine, differing } = mergeChanges(typed(), valuesOf(base), valuesOf(theirs));
		rebase(theirs, mine);
		if (differing.length === 0) return succeed(theirs, 'unchanged', copyData(form.getValues()));
		update(contested(now(), theirs, differing));
		options.onError?.(error);
	};

	const fail = (error: CustomerError) => {
		update(failed(now(), error, options.fields ?? formUnits));
		const { serverErrors } = now();
		for (const [path, fieldError] of serverErrors) form.setError(path, fieldError);
		if (serverErrors.size > 0) options.onInvalid?.([...serverErrors.keys()]);
		options.onError?.(error);
	};

	const settle = useEventCallback((result: SaveResult, sent: CustomerFormValues) => {
		const { base } = now();
		if ('outcome' in result) succeed(result.customer, result.outcome, sent);
		else if (result.theirs && base) meet(base, result.theirs, result.error);
		else fail(result.error);
	});

	const refuse = useEventCallback((invalid: FieldErrors<CustomerFormValues>) => {
		update(refused(now(), loose.current));
		const paths = formPaths.filter((path) => get(invalid, path));
		if (paths.length > 0) options.onInvalid?.(paths);
	});

	return async (event) => {
		event?.preventDefault();
		event?.stopPropagation();
		hearRegistered(form);
		const { settled } = now();
		if (running.current || (settled && differingUnits(typed(), settled).length === 0)) return;
		const run = {};
		running.current = run;
		update(submitted(now()));
		try {
			// A field that has just heard of something is yet to say that it reads it.
			await null;
			if (reads.any) await reads.done();
			const send = await getSender();
			if (running.current !== run) return;
			const sent = copyData(typed());
			await form.handleSubmit(
				async (submission) => {
					if (running.current !== run) return;
					if (loose.current.length > 0) return refuse({});
					const result = await send(submission, now().base);
					if (running.current === run) settle(result, sent);
				},
				(invalid) => {
					if (running.current === run) refuse(invalid);
				},
			)();
		} finally {
			if (running.current === run) running.current = null;
		}
	};
}
