import type { CallOptions, CustomerBackend } from '../contract/backend';
import type { EnsureUser } from '../contract/ensureUser';
import { CustomerError } from '../contract/errors';

/** Who is signed in. */
export interface Me {
	/** Their customer. @default none, until `ensureMe` makes one */
	id?: string | null;
	/** Who `ensureMe` makes a customer for. @default nobody: it is not there */
	user?: EnsureUser['user'];
}

const methods = [
	'get',
	'update',
	'recall',
	'checkEntitlements',
	'createCheckout',
	'createBillingPortal',
	'listSubscriptions',
	'cancelSubscription',
	'resumeSubscription',
] as const satisfies (keyof CustomerBackend)[];

/**
 * A backend that knows `me`, as one behind the handler does: for stories and tests of what a signed-in person sees.
 *
 * @param me who is signed in; `ensureMe` gives them a customer
 * @returns a backend over the given one; `me` is `not_found` while there is no customer
 * @example
 * const backend = withMe(memoryBackend({ customers: [{ id: 'cus_1' }] }), { id: 'cus_1' });
 * await backend.get('me');
 */
export function withMe(backend: CustomerBackend, me: Me): CustomerBackend {
	let mine = me.id ?? null;
	const known: Partial<Record<keyof CustomerBackend, unknown>> = { ...backend };
	for (const method of methods) {
		const original = backend[method] as ((id: string, ...rest: unknown[]) => Promise<unknown>) | undefined;
		if (!original) continue;
		known[method] = async (id: string, ...rest: unknown[]) => {
			const meant = id === 'me' ? mine : id;
			if (meant === null) throw new CustomerError('not_found', { message: 'Nobody is `me` here: see what was given to withMe.' });
			return original.call(backend, meant, ...rest);
		};
	}
	const { user } = me;
	if (user)
		known.ensureMe = async ({ signal, scope }: CallOptions = {}) => {
			const call = { ...(signal && { signal }), ...(scope !== undefined && { scope }) };
			if (mine !== null) return { customer: await backend.get(mine, call), outcome: 'linked' };
			const { email, name, phone, address } = user;
			const given = { email, ...(name && { name }), ...(phone && { phone }), ...(address && { address }) };
			const { customer, outcome } = await backend.create(given, call);
			mine = customer.id;
			return { customer, outcome: outcome === 'created' ? 'created' : 'existing' };
		};
	return known as unknown as CustomerBackend;
}
