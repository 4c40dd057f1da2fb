import type { Capabilities } from '../contract/backend';
import { unkeptFields } from '../contract/clearableFields';
import type { EnsureUser, FollowedField } from '../contract/ensureUser';
import { CustomerError } from '../contract/errors';
import { addressFields, type Customer, type CustomerInput, type CustomerPatch } from '../domain/customer';
import type { CustomerRules } from '../domain/customerRules';
import { emailKey } from '../domain/email';
import type { Issue, Result } from '../domain/issue';
import { validateCustomerInput, validateCustomerPatch } from '../domain/validateCustomer';

type User = EnsureUser['user'];

/** Values that pass, and what is wrong with those that were left out. */
interface Passing<T> {
	value: T;
	issues: Issue[];
}

/** The new customer of a user. @throws `validation_failed` where the email does not pass: only that is needed */
export async function inputOf(
	{ email, name, phone, address }: User,
	{ keeps }: Pick<Capabilities, 'keeps'>,
	rules: CustomerRules,
): Promise<Passing<CustomerInput>> {
	const all = { email, name: name || null, phone: phone || null, address: address ?? null };
	const lost = unkeptFields(all, keeps);
	const given = Object.fromEntries(Object.entries(all).filter(([field]) => !lost.includes(field as 'name')));
	const { result, issues } = await passing(given, (value) => validateCustomerInput(value, rules), ['email']);
	if (result.ok) return { value: result.value, issues: [...lost.map(unwritten), ...issues] };
	throw new CustomerError('validation_failed', {
		issues: result.issues,
		message: 'ensureCustomer: the user’s email is none that a customer can have (see issues). Ask for it again before you call.',
	});
}

/** What a customer lacks of what it follows. */
export async function patchOf(
	user: User,
	customer: Customer,
	follow: readonly FollowedField[],
	rules: CustomerRules,
): Promise<Passing<CustomerPatch>> {
	const given = Object.fromEntries(
		follow.filter((field) => user[field] && !(field === 'email' && isSameEmail(user, customer))).map((field) => [field, user[field]]),
	);
	const { result, issues } = await passing(given, (value) => validateCustomerPatch(value, { ...rules, previous: customer }));
	if (!result.ok) return { value: {}, issues: result.issues };
	const changed = Object.entries(result.value).filter(([field]) => !isSame(field as FollowedField, result.value, customer));
	return { value: Object.fromEntries(changed), issues };
}

/** What a backend has no place for, or never changes. */
export function unwritten(field: FollowedField): Issue {
	return { path: field, code: 'unknown_field', params: { field } };
}

function isSameEmail(user: User, { email }: Customer): boolean {
	return email !== null && typeof user.email === 'string' && emailKey(email) === emailKey(user.email);
}

function isSame(field: FollowedField, patch: CustomerPatch, customer: Customer): boolean {
	if (field !== 'address') return patch[field] === customer[field];
	return addressFields.every((part) => (patch.address?.[part] ?? null) === (customer.address?.[part] ?? null));
}

/** Leaves out the fields that do not pass, but for those that are needed. */
async function passing<T>(
	given: Record<string, unknown>,
	validate: (value: unknown) => Promise<Result<T>>,
	needed: readonly string[] = [],
): Promise<{ result: Result<T>; issues: Issue[] }> {
	const whole = await validate(given);
	if (whole.ok) return { result: whole, issues: [] };
	const bad = new Set(whole.issues.map(({ path }) => path.split('.')[0]));
	const rest = Object.entries(given).filter(([field]) => needed.includes(field) || !bad.has(field));
	return { result: await validate(Object.fromEntries(rest)), issues: whole.issues };
}
