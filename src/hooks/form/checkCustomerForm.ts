import type { Capabilities } from '../../contract/backend';
import { isKept, unclearableFields } from '../../contract/clearableFields';
import type { Customer, CustomerInput } from '../../domain/customer';
import type { CustomerRules } from '../../domain/customerRules';
import type { Issue, Result } from '../../domain/issue';
import type { CustomerFormSubmission } from './customerFormModel';
import type { CustomerFormValues } from './customerFormValues';
import { toInput, toPatch, valuesOf } from './customerFormValues';

type Checks = typeof import('../../domain/validateCustomer');

/** What a form would send, and what the domain's rules say to it. */
export interface CheckedForm {
	submission: CustomerFormSubmission;
	issues: readonly Issue[];
}

/**
 * Applies the domain's rules to what was typed.
 *
 * @param base the customer who is edited; `null` for a new one
 * @param rules how strictly
 * @param offered what the backend can clear, and what it keeps: the rest is not sent; `undefined` while that is unknown
 */
export async function checkCustomerForm(
	values: CustomerFormValues,
	base: Customer | null,
	defaultCountry: string,
	rules: CustomerRules,
	offered: Pick<Capabilities, 'keeps' | 'write'> | undefined,
): Promise<CheckedForm> {
	const kept = <T extends object>(all: T) =>
		Object.fromEntries(Object.entries(all).filter(([field]) => isKept(field, offered?.keeps))) as T;
	if (!base) {
		// Without an email the validator refuses it; unchecked, the server does.
		const input = kept(toInput(values, defaultCountry)) as CustomerInput;
		const result = await orUnchecked(input, ({ validateCustomerInput }) => validateCustomerInput(input, rules));
		return result.ok ? { submission: { input: result.value }, issues: [] } : { submission: { input }, issues: result.issues };
	}
	const patch = kept(toPatch(values, valuesOf(base)));
	const uncleared = offered ? unclearableFields(patch, offered.write.clear) : [];
	const issues = uncleared.map((field): Issue => ({ path: field === 'address' ? 'address.line1' : field, code: 'required' }));
	const result = await orUnchecked(patch, ({ validateCustomerPatch }) => validateCustomerPatch(patch, { ...rules, previous: base }));
	if (!result.ok) return { submission: { patch }, issues: [...issues, ...result.issues] };
	return { submission: { patch: result.value }, issues };
}

/** Loads the domain's rules: wanted from the first key on. */
export function loadCustomerChecks(): Promise<Checks> {
	return import('../../domain/validateCustomer');
}

/** The rules are loaded on demand, and so is the phone metadata; where that fails the server decides. */
async function orUnchecked<T>(value: T, check: (checks: Checks) => Promise<Result<T>>): Promise<Result<T>> {
	try {
		return await check(await loadCustomerChecks());
	} catch {
		return { ok: true, value };
	}
}
