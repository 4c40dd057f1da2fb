import type { CustomerBackend } from '../contract/backend';
import { type ClearableField, unkeptFields } from '../contract/clearableFields';
import type { EnsureResult, EnsureUser } from '../contract/ensureUser';
import { CustomerError, isCustomerError } from '../contract/errors';
import type { Customer, CustomerInput } from '../domain/customer';
import { type CustomerRules, rulesOf } from '../domain/customerRules';
import { digest } from '../domain/digest';
import type { Issue } from '../domain/issue';
import { validateCustomerInput } from '../domain/validateCustomer';

/** Who needs a customer, where customers are, and where to remember it. */
export interface EnsureCustomerOptions extends EnsureUser, CustomerRules {
	/** Where the customers are. */
	backend: CustomerBackend;
	/** Whose customers these are, as `authorize` would grant it. */
	scope: string;
}

/** Calls under way, by backend and user: those for one user wait for each other. */
const running = new WeakMap<CustomerBackend, Map<string, Promise<unknown>>>();

/**
 * Makes sure that a user has a customer, and exactly one: creates it, or finds the one with the user's email, and stores
 * its id with the user. Call it at every sign-up and sign-in. Safe in races; a link that was not stored, or leads to a
 * customer that is gone, is repaired. A name, phone or address that does not pass is left out, never a reason to fail.
 * @throws `CustomerError`: `misconfigured` for a blank scope, `email_exists` where `link.owner` gives the customer to another user, `validation_failed` for an email that is none, and whatever the backend fails with; nothing is
 * created while the backend cannot say whether the linked customer exists.
 *
 * @returns the user's customer, and where it came from
 * @example
 * const { customer } = await ensureCustomer({
 * 	backend,
 * 	scope: 'my-company',
 * 	user,
 * 	link: { get: (userId) => db.customerIdOf(userId), set: (userId, id) => db.linkCustomer(userId, id) },
 * });
 */
export async function ensureCustomer(options: EnsureCustomerOptions): Promise<EnsureResult> {
	const { backend, scope, user } = options;
	if (typeof scope !== 'string' || scope.trim() === '') {
		throw new CustomerError('misconfigured', {
			message: 'ensureCustomer: `scope` is blank. Pass the scope that authorize() grants this user.',
		});
	}
	const calls = running.get(backend) ?? new Map<string, Promise<unknown>>();
	running.set(backend, calls);
	const key = JSON.stringify([scope, user.id]);
	const former = calls.get(key);
	const call = (former ?? Promise.resolve()).catch(() => {}).then(() => ensure(options));
	calls.set(key, call);
	try {
		return await call;
	} finally {
		if (calls.get(key) === call) calls.delete(key);
	}
}

async function ensure({ backend, scope, user, link, ...rules }: EnsureCustomerOptions): Promise<EnsureResult> {
	const linkedId = (await link.get(user.id)) ?? null;
	const linked = linkedId === null ? null : await find(backend, linkedId, scope);
	if (linked !== null) {
		await requireOwn(linked.id, user.id, link);
		return { customer: linked, outcome: 'linked' };
	}

	const { createByEmail, keeps } = await backend.capabilities({ scope });
	const { input, issues } = await inputOf(user, keeps, rulesOf(rules));
	// Where two creates with one email may both succeed, the key keeps racing servers to one. The id of a customer that is
	// gone is part of it, or a kept response would bring that one back.
	const key =
		createByEmail === 'atomic' ? {} : { idempotencyKey: await digest(JSON.stringify(['ensureCustomer', scope, user.id, linkedId, input])) };
	const { customer, outcome } = await backend.create(input, { scope, ...key });

	if (outcome !== 'created') await requireOwn(customer.id, user.id, link);

	// Another server may have linked this user meanwhile, to a customer under a former email: the first link stays.
	const rival = (await link.get(user.id)) ?? null;
	if (rival !== null && rival !== linkedId && rival !== customer.id) {
		const theirs = await find(backend, rival, scope);
		if (theirs !== null) return { customer: theirs, outcome: 'linked' };
	}
	if (rival !== customer.id) await link.set(user.id, customer.id);
	return { customer, outcome: outcome === 'created' ? 'created' : 'existing', ...(issues.length > 0 && { issues }) };
}

/** Who has an email by now need not be whose customer it is: nobody is given another user's. */
async function requireOwn(customerId: string, userId: string, link: EnsureUser['link']): Promise<void> {
	const ownerId = (await link.owner?.(customerId)) ?? null;
	if (ownerId === null || ownerId === userId) return;
	throw new CustomerError('email_exists', {
		message: 'ensureCustomer: the customer with this email is linked to another user (link.owner).',
	});
}

async function find(backend: CustomerBackend, id: string, scope: string): Promise<Customer | null> {
	try {
		return await backend.get(id, { scope });
	} catch (error) {
		if (isCustomerError(error) && error.code === 'not_found') return null;
		throw error;
	}
}

async function inputOf(
	{ email, name, phone, address }: EnsureUser['user'],
	keeps: readonly ClearableField[],
	rules: CustomerRules,
): Promise<{ input: CustomerInput; issues: readonly Issue[] }> {
	const all = { email, name: name || null, phone: phone || null, address: address ?? null };
	const lost = unkeptFields(all, keeps);
	const unkept = lost.map((field): Issue => ({ path: field, code: 'unknown_field', params: { field } }));
	const given = { ...all, ...Object.fromEntries(lost.map((field) => [field, null])) };
	const whole = await validateCustomerInput(given, rules);
	if (whole.ok) return { input: whole.value, issues: unkept };
	const bad = new Set(whole.issues.map(({ path }) => path.split('.')[0]));
	const rest = await validateCustomerInput(
		Object.fromEntries(Object.entries(given).filter(([key]) => key === 'email' || !bad.has(key))),
		rules,
	);
	if (rest.ok) return { input: rest.value, issues: [...unkept, ...whole.issues] };
	throw new CustomerError('validation_failed', {
		issues: rest.issues,
		message: 'ensureCustomer: the user’s email is none that a customer can have (see issues). Ask for it again before you call.',
	});
}
