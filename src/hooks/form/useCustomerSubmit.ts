'use client';
import { useEffect, useRef } from 'react';
import type { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { customerQueries } from '../cache/customerQueries';
import { useCreateCustomer } from '../cache/useCreateCustomer';
import { useUpdateCustomer } from '../cache/useUpdateCustomer';
import { useCustomersContext } from '../context/customersContext';
import type { CustomerFormModel, CustomerFormOutcome, CustomerFormSubmission, UseCustomerFormOptions } from './customerFormModel';
import { type CustomerFormValues, differingUnits, formPaths, formUnits, valuesOf } from './customerFormValues';
import { errorAt } from './formErrors';
import { unitsInConflict } from './mergeChanges';
import type { PendingReads } from './pendingReads';
import { saveCustomerForm } from './saveCustomerForm';
import type { CustomerDraft } from './useCustomerDraft';

/** Validates and saves a draft, one submit at a time. */
export function useCustomerSubmit(draft: CustomerDraft, reads: PendingReads, options: UseCustomerFormOptions): CustomerFormModel['submit'] {
	const { form, now, dispatch, typed, loose, running, rebase } = draft;
	const context = useCustomersContext();
	const { mutateAsync: create } = useCreateCustomer();
	const { mutateAsync: update } = useUpdateCustomer();
	const latest = useRef(options);
	useEffect(() => {
		latest.current = options;
	});
	const read = (id: string) => context.queryClient.fetchQuery({ ...customerQueries.detail(context, id), staleTime: 0 });

	const succeed = (customer: Customer, outcome: CustomerFormOutcome, sent: CustomerFormValues) => {
		const typedSince = differingUnits(typed(), sent);
		let settled: CustomerFormValues | null = sent;
		if (now().base) {
			rebase(customer, typedSince);
			settled = typedSince.length === 0 ? structuredClone(form.getValues()) : null;
		} else if (outcome !== 'existing') form.reset(sent, { keepValues: true });
		dispatch({ type: 'saved', customer, outcome, settled });
		latest.current.onSuccess?.(customer, outcome);
	};

	/** Someone else saved: their changes come in, mine stay, and saving again goes over their version. */
	const meet = (base: Customer, theirs: Customer, error: CustomerError) => {
		const values = typed();
		const fields = unitsInConflict(values, valuesOf(base), valuesOf(theirs));
		rebase(theirs, differingUnits(values, valuesOf(base)));
		if (fields.length === 0) return succeed(theirs, 'unchanged', structuredClone(form.getValues()));
		dispatch({ type: 'met', theirs, fields });
		latest.current.onError?.(error);
	};

	const fail = (error: CustomerError) => {
		dispatch({ type: 'failed', error, fields: latest.current.fields ?? formUnits });
		const { serverErrors } = now();
		for (const [path, fieldError] of serverErrors) form.setError(path, fieldError);
		if (serverErrors.size > 0) latest.current.onInvalid?.([...serverErrors.keys()]);
		latest.current.onError?.(error);
	};

	const save = async (submission: CustomerFormSubmission, sent: CustomerFormValues, run: object) => {
		if (running.current !== run) return;
		if (loose.current.length > 0) return dispatch({ type: 'refused', loose: loose.current });
		const { base } = now();
		const result = await saveCustomerForm(submission, base, { create, update, read });
		if (running.current !== run) return;
		if (result.type === 'saved') succeed(result.customer, result.outcome, sent);
		else if (result.type === 'failed') fail(result.error);
		else if (base) meet(base, result.theirs, result.error);
	};

	return async (event) => {
		event?.preventDefault();
		event?.stopPropagation();
		const { settled } = now();
		if (running.current || (settled && differingUnits(typed(), settled).length === 0)) return;
		const run = {};
		running.current = run;
		dispatch({ type: 'submitted' });
		try {
			if (reads.any) await reads.done();
			if (running.current !== run) return;
			const sent = structuredClone(typed());
			await form.handleSubmit(
				(submission) => save(submission, sent, run),
				(invalid) => {
					if (running.current !== run) return;
					dispatch({ type: 'refused', loose: loose.current });
					latest.current.onInvalid?.(formPaths.filter((path) => errorAt(invalid, path)));
				},
			)();
		} finally {
			if (running.current === run) running.current = null;
		}
	};
}
