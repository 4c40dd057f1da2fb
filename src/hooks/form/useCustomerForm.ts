'use client';
import { useEffect, useRef, useState } from 'react';
import type { Resolver } from 'react-hook-form';
import { useForm, useWatch } from 'react-hook-form';
import type { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import type { Issue } from '../../domain/issue';
import { formWords } from '../../locales/english/formWords';
import { issueMessage } from '../../locales/issueMessage';
import { customerQueries } from '../cache/customerQueries';
import { asCustomerError } from '../cache/querySettings';
import { useCapabilities } from '../cache/useCapabilities';
import { useCreateCustomer } from '../cache/useCreateCustomer';
import { useUpdateCustomer } from '../cache/useUpdateCustomer';
import { useCustomersContext } from '../context/customersContext';
import { useWords } from '../context/useWords';
import { flushAfterFrame } from './afterFrame';
import { checkCustomerForm, loadCustomerChecks } from './checkCustomerForm';
import type {
	CustomerFormModel,
	CustomerFormOutcome,
	CustomerFormProgress,
	CustomerFormSubmission,
	QuietCustomerFormModel,
	UseCustomerFormOptions,
} from './customerFormModel';
import type { CustomerFormValues, FormPath, FormUnit } from './customerFormValues';
import { differingUnits, formPaths, formUnits, sameUnit, valueAt, valuesOf, withUnits } from './customerFormValues';
import type { FormFieldError } from './formErrors';
import { dependentsOf, errorAt, firstErrors, isFormPath, nestErrors } from './formErrors';
import { createPendingReads } from './pendingReads';
import { useTakenEmail } from './useTakenEmail';

const nothing: CustomerFormProgress = { status: 'idle', error: null, loose: [], saved: null, conflict: null };

/**
 * A form for a customer without markup: validates on blur and on submit, puts the server's issues at their fields, saves each intent once
 * and never loses what was typed.
 */
export function useCustomerForm(options: UseCustomerFormOptions = {}): CustomerFormModel {
	const model = useFormModel(options, true);
	return { ...model, isDirty: model.form.formState.isDirty };
}

/** The same for a form whose fields watch their own values: no key renders it, and whether it is dirty is for `useFormState` to tell. */
export function useQuietCustomerForm(options: UseCustomerFormOptions): QuietCustomerFormModel {
	return useFormModel(options, false);
}

function useFormModel(options: UseCustomerFormOptions, watching: boolean): QuietCustomerFormModel {
	const { customer = null, fields = formUnits, defaultCountry = '' } = options;
	const context = useCustomersContext();
	const { queryClient, scope } = context;
	const locale = useWords(formWords);
	const capabilities = useCapabilities();
	const create = useCreateCustomer();
	const update = useUpdateCustomer();
	const [progress, setProgress] = useState<CustomerFormProgress>(nothing);
	const [leftEmail, setLeftEmail] = useState<string | null>(null);

	/** What the typed values are compared with and saved over. */
	const base = useRef(customer);
	/** The submit that is being worked on. */
	const running = useRef<object | null>(null);
	/** The values that the last submit settled: sending them again is a double click. */
	const settled = useRef<CustomerFormValues | null>(null);
	const [reads] = useState(() => createPendingReads(5_000));
	const serverErrors = useRef(new Map<FormPath, FormFieldError>());
	const looseIssues = useRef<readonly Issue[]>([]);
	/** The domain's rules on their way, from the first key on. */
	const checking = useRef<Promise<unknown> | null>(null);
	const session = useRef(scope);
	const latest = useRef({ options, clearable: capabilities.data?.write.clear });
	useEffect(() => {
		latest.current = { options, clearable: capabilities.data?.write.clear };
	});

	const baseValues = () => valuesOf(base.current ?? latest.current.options.defaultValues ?? {}, base.current ? '' : defaultCountry);

	const resolver: Resolver<CustomerFormValues, unknown, CustomerFormSubmission> = async (values) => {
		const { submission, issues } = await checkCustomerForm(
			values,
			base.current,
			defaultCountry,
			latest.current.options,
			latest.current.clearable,
		);
		const shown = latest.current.options.fields ?? formUnits;
		const hasInput = ({ path }: Issue) => isFormPath(path) && shown.includes(path.split('.')[0] as FormUnit);
		looseIssues.current = issues.filter((issue) => !hasInput(issue));
		const errors = new Map([...firstErrors(issues.filter(hasInput)), ...serverErrors.current]);
		return errors.size > 0 ? { values: {}, errors: nestErrors(errors) } : { values: submission, errors: {} };
	};

	const form = useForm<CustomerFormValues, unknown, CustomerFormSubmission>({
		mode: 'onBlur',
		reValidateMode: 'onBlur',
		defaultValues: valuesOf(customer ?? options.defaultValues ?? {}, customer ? '' : defaultCountry),
		shouldUnregister: false,
		resolver,
	});
	const watched = useWatch({ control: form.control, disabled: !watching && !progress.conflict }) as CustomerFormValues;
	const values = watching ? watched : form.getValues();
	const { errors } = form.formState;

	/** What stands in the inputs, also where the form is yet to hear of the last letter. */
	const typed = () => {
		flushAfterFrame();
		return form.getValues();
	};

	/** Takes a stored customer as the new base; the given units of the form stay as they are. */
	const adopt = (stored: Customer | null, keep: readonly FormUnit[]) => {
		base.current = stored;
		settled.current = null;
		const target = baseValues();
		const kept = withUnits(target, typed(), keep);
		form.reset(target, { keepValues: true, keepErrors: true, keepTouched: true, keepIsSubmitted: true, keepSubmitCount: true });
		for (const path of formPaths) form.setValue(path, valueAt(kept, path), { shouldDirty: true });
	};

	const startOver = (stored: Customer | null) => {
		serverErrors.current.clear();
		adopt(stored, []);
		form.clearErrors();
		setProgress(nothing);
		setLeftEmail(null);
	};

	// A fresher answer fills the fields that nobody touched. Where it changed one that was, the base stays: saving then tells of the conflict.
	// biome-ignore lint/correctness/useExhaustiveDependencies: only a new answer is news
	useEffect(() => {
		if (customer === base.current || running.current) return;
		if (customer?.id !== base.current?.id) return startOver(customer);
		const mine = differingUnits(typed(), baseValues());
		const theirs = differingUnits(valuesOf(customer ?? {}), baseValues());
		if (!mine.some((unit) => theirs.includes(unit))) adopt(customer, mine);
	}, [customer]);

	// Another user must not find the former one's draft.
	// biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the scope matters
	useEffect(() => {
		if (session.current === scope) return;
		session.current = scope;
		running.current = null;
		startOver(customer);
	}, [scope]);

	useEffect(() => {
		const subscription = form.watch((current, { name }) => {
			if (!name) return;
			checking.current ??= loadCustomerChecks().catch(() => null);
			for (const path of dependentsOf(name)) {
				serverErrors.current.delete(path);
				if (form.getFieldState(path).error) form.clearErrors(path);
			}
			if (name === 'email') setLeftEmail(null);
			if (name !== 'address.country') return;
			const filled = (['address.state', 'address.postal_code'] as const).filter((path) =>
				valueAt(current as CustomerFormValues, path).trim(),
			);
			if (filled.length > 0) void form.trigger(filled);
		});
		return () => subscription.unsubscribe();
	}, [form]);

	const succeed = (stored: Customer, outcome: CustomerFormOutcome, sent: CustomerFormValues) => {
		const typedSince = differingUnits(typed(), sent);
		if (outcome === 'existing') {
			settled.current = sent;
			setProgress({ ...nothing, status: 'existing', saved: stored });
		} else if (base.current) {
			adopt(stored, typedSince);
			if (typedSince.length === 0) settled.current = structuredClone(form.getValues());
			setProgress({ ...nothing, status: outcome === 'unchanged' ? 'unchanged' : 'updated', saved: stored });
		} else {
			settled.current = sent;
			form.reset(sent, { keepValues: true });
			setProgress({ ...nothing, status: 'created', saved: stored });
		}
		latest.current.options.onSuccess?.(stored, outcome);
	};

	const fail = async (error: CustomerError): Promise<void> => {
		if (error.code === 'version_conflict' && base.current) return meet(base.current.id, error);
		serverErrors.current = firstErrors(error.issues.filter(({ path }) => fields.includes(path.split('.')[0] as FormUnit)));
		if (error.code === 'email_exists' && fields.includes('email')) serverErrors.current.set('email', { type: error.code });
		for (const [path, fieldError] of serverErrors.current) form.setError(path, fieldError);
		const loose = error.issues.filter(({ path }) => !isFormPath(path) || !fields.includes(path.split('.')[0] as FormUnit));
		const explained = serverErrors.current.size > 0 || loose.length > 0;
		setProgress({ ...nothing, status: explained ? 'invalid' : 'failed', error: explained ? null : error, loose });
		if (serverErrors.current.size > 0) latest.current.options.onInvalid?.([...serverErrors.current.keys()]);
		latest.current.options.onError?.(error);
	};

	/** Someone else saved: their changes come in, mine stay, and saving again goes over their version. */
	const meet = async (id: string, conflict: CustomerError) => {
		const mine = differingUnits(typed(), baseValues());
		const asked = session.current;
		try {
			const theirs = await queryClient.fetchQuery({ ...customerQueries.detail(context, id), staleTime: 0 });
			if (session.current !== asked) return;
			adopt(theirs, mine);
			const fields = differingUnits(form.getValues(), valuesOf(theirs));
			if (fields.length === 0) return succeed(theirs, 'unchanged', structuredClone(form.getValues()));
			setProgress({ ...nothing, status: 'conflict', conflict: { theirs, fields } });
			latest.current.options.onError?.(conflict);
		} catch (error) {
			if (session.current === asked) await fail(asCustomerError(error));
		}
	};

	const save = async (submission: CustomerFormSubmission, sent: CustomerFormValues) => {
		if (looseIssues.current.length > 0) return setProgress({ ...nothing, status: 'invalid', loose: looseIssues.current });
		const asked = session.current;
		try {
			if ('input' in submission) {
				const { customer: stored, outcome } = await create.mutateAsync(submission.input);
				if (session.current === asked) succeed(stored, outcome, sent);
			} else if (base.current) {
				const { id, version } = base.current;
				const { patch } = submission;
				if (Object.keys(patch).length === 0) return succeed(base.current, 'unchanged', sent);
				const stored = await update.mutateAsync({ id, patch, ...(version !== null && { ifVersion: version }) });
				if (session.current === asked) succeed(stored, 'updated', sent);
			}
		} catch (error) {
			if (session.current === asked) await fail(asCustomerError(error));
		}
	};

	const submit: CustomerFormModel['submit'] = async (event) => {
		event?.preventDefault();
		event?.stopPropagation();
		if (running.current || (settled.current && differingUnits(typed(), settled.current).length === 0)) return;
		const run = {};
		running.current = run;
		serverErrors.current.clear();
		setProgress((former) => ({ ...former, status: 'saving' }));
		try {
			if (reads.any) await reads.done();
			if (running.current !== run) return;
			const sent = structuredClone(typed());
			await form.handleSubmit(
				(submission) => save(submission, sent),
				(invalid) => {
					setProgress({ ...nothing, status: 'invalid', loose: looseIssues.current });
					latest.current.options.onInvalid?.(formPaths.filter((path) => errorAt(invalid, path)));
				},
			)();
		} finally {
			if (running.current === run) running.current = null;
		}
	};

	const taken = useTakenEmail(!customer && leftEmail === values.email.trim() && progress.saved === null ? leftEmail : null);
	const countryNow = () => form.getValues('address.country');
	const { conflict } = progress;

	return {
		form,
		mode: customer ? 'edit' : 'create',
		fields,
		values,
		change: (path, value) => form.setValue(path, value, { shouldDirty: true, shouldTouch: true }),
		blur: (path) => {
			const email = form.getValues('email').trim();
			if (path === 'email' && !customer) setLeftEmail(email.includes('@') ? email : null);
			if (reads.has(path)) void reads.done().then(() => form.trigger(path));
			else void form.trigger(path);
		},
		hold: reads.set,
		fieldError: (path) => {
			const error = errorAt(errors, path);
			if (error?.issue) return issueMessage(locale, error.issue, countryNow());
			return error && locale.errors.email_exists;
		},
		summary: progress.loose.map((issue) => issueMessage(locale, issue, countryNow())),
		submit,
		status: progress.status,
		error: progress.error,
		saved: progress.saved,
		taken,
		conflict: conflict && {
			theirs: conflict.theirs,
			fields: conflict.fields
				.filter((unit) => !sameUnit(unit, values, valuesOf(conflict.theirs)))
				.map((unit) => ({ unit, mine: values[unit], theirs: valuesOf(conflict.theirs)[unit] })),
			saveMerged: async (choice = {}) => {
				adopt(
					conflict.theirs,
					conflict.fields.filter((unit) => choice[unit] !== 'theirs'),
				);
				await submit();
			},
			takeTheirs: () => startOver(conflict.theirs),
		},
		reset: () => startOver(base.current),
	};
}
