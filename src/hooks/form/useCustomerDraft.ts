'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { get, type Resolver, set, useForm } from 'react-hook-form';
import type { Capabilities } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import type { Issue } from '../../domain/issue';
import { useCustomersContext } from '../context/customersContext';
import { flushAfterFrame } from './afterFrame';
import { checkCustomerForm, loadCustomerChecks } from './checkCustomerForm';
import type { CustomerFormMethods, CustomerFormSubmission, UseCustomerFormOptions } from './customerFormModel';
import { type CustomerFormState, changed, contested, rebased, started } from './customerFormState';
import { type CustomerFormValues, type FormUnit, formPaths, formUnits, valuesOf, withUnits } from './customerFormValues';
import { dependentsOf, placeIssues } from './formErrors';
import { mergeChanges } from './mergeChanges';
import { type ReadPhone, readRegisteredPhone } from './readRegisteredPhone';
import { loadFormSender } from './useFormSender';
import { watchForm } from './watchForm';

/** What was typed over what is stored, and how far it has come. */
export interface CustomerDraft {
	form: CustomerFormMethods;
	/** As it is rendered. */
	state: CustomerFormState;
	/** As it is by now. */
	now: () => CustomerFormState;
	update: (next: CustomerFormState) => void;
	/** What stands in the inputs, also where the form is yet to hear of the last letter. */
	typed: () => CustomerFormValues;
	/** Issues without an input, as of the last check. */
	loose: RefObject<readonly Issue[]>;
	/** The submit that is being worked on. */
	running: RefObject<object | null>;
	/** Takes a stored customer as the new base; the given units stay as they were typed. */
	rebase: (base: Customer | null, keep: readonly FormUnit[]) => void;
	/** Drops what was typed. */
	startOver: (base: Customer | null) => void;
}

/**
 * A draft that is in react-hook-form's hands.
 *
 * @param capabilities of the backend; `undefined` while they are unknown
 */
export function useCustomerDraft(options: UseCustomerFormOptions, capabilities: Capabilities | undefined): CustomerDraft {
	const { customer = null, fields = formUnits, defaultCountry = '' } = options;
	const { scope } = useCustomersContext();
	const [state, setState] = useState(() => started(scope, customer));
	const latest = useRef(state);
	const loose = useRef<readonly Issue[]>([]);
	const running = useRef<object | null>(null);

	const now = () => latest.current;
	const update = (next: CustomerFormState) => {
		if (next !== latest.current) setState(next);
		latest.current = next;
	};
	const valuesOver = (base: Customer | null) => valuesOf(base ?? options.defaultValues ?? {}, base ? '' : defaultCountry);

	const resolver: Resolver<CustomerFormValues, unknown, CustomerFormSubmission> = async (values, _context, { fields: registered }) => {
		const { base } = now();
		const country = values.address.country || defaultCountry;
		// A phone field of the kit's own has read it already, by the country that was chosen there.
		const asTyped = registered.phone && values.phone !== base?.phone;
		const { phone, code }: ReadPhone = asTyped ? await readRegisteredPhone(values.phone, country, options.phoneValidation) : values;
		const { submission, issues } = await checkCustomerForm({ ...values, phone }, base, defaultCountry, options, capabilities);
		const placed = placeIssues(code ? issues.map((issue) => (issue.path === 'phone' ? { ...issue, code } : issue)) : issues, fields);
		loose.current = placed.loose;
		const found = [...placed.errors, ...now().serverErrors];
		const errors = {};
		for (const [path, error] of found) set(errors, path, error);
		return found.length > 0 ? { values: {}, errors } : { values: submission, errors };
	};
	const defaultValues = valuesOver(customer);
	const form: CustomerFormMethods = useForm({ mode: 'onBlur', reValidateMode: 'onBlur', defaultValues, resolver });

	const typed = () => {
		flushAfterFrame();
		return form.getValues();
	};
	const rebase: CustomerDraft['rebase'] = (base, keep) => {
		const target = valuesOver(base);
		const kept = withUnits(target, typed(), keep);
		update(rebased(now(), base));
		form.reset(target, { keepValues: true, keepErrors: true, keepTouched: true, keepIsSubmitted: true, keepSubmitCount: true });
		for (const path of formPaths) form.setValue(path, get(kept, path), { shouldDirty: true });
	};
	const startOver = (base: Customer | null) => {
		update(started(scope, base));
		rebase(base, []);
		form.clearErrors();
	};

	// Another user must not find the former one's draft. A fresher answer fills the fields that nobody touched; where it changed one that
	// was, the base stays, and one is told at once: saving would tell of the conflict.
	// biome-ignore lint/correctness/useExhaustiveDependencies: only another user or a new answer is news
	useEffect(() => {
		const { base, scope: former } = now();
		if (former !== scope) running.current = null;
		if (former !== scope || (customer?.id !== base?.id && !running.current)) return startOver(customer);
		if (customer === base || running.current) return;
		const { mine, contested: both, differing } = mergeChanges(typed(), valuesOver(base), valuesOf(customer ?? {}));
		if (customer && both) return update({ ...contested(now(), customer, differing), status: 'idle' });
		rebase(customer, mine);
		// What saving has met stays until one has chosen.
		if (now().conflict && now().status === 'idle') update({ ...now(), conflict: null });
	}, [customer, scope]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: goes on from the latest state
	useEffect(() => watchTyping(form, (path) => update(changed(now(), path))), [form]);

	return { form, state, now, update, typed, loose, running, rebase, startOver };
}

/** Forgets what was said of fields that changed, and has the rules at hand when one is left. Returns what unsubscribes. */
function watchTyping(form: CustomerFormMethods, tell: (path: string) => void): () => void {
	let asked = false;
	return watchForm(form, (name) => {
		if (!name) return;
		if (!asked) for (const load of [loadCustomerChecks, loadFormSender]) load().catch(() => null);
		asked = true;
		tell(name);
		for (const path of dependentsOf(name)) if (form.getFieldState(path).error) form.clearErrors(path);
		if (name !== 'address.country') return;
		const filled = (['address.state', 'address.postal_code'] as const).filter((path) => form.getValues(path).trim());
		if (filled.length > 0) void form.trigger(filled);
	});
}
