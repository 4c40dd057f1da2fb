import { abortable, throwIfAborted } from '../contract/abort';
import type { CustomerBackend } from '../contract/backend';
import type { EnsureResult, EnsureUser } from '../contract/ensureUser';
import { CustomerError } from '../contract/errors';
import { createKeyedQueue, type RunInQueue } from '../contract/keyedQueue';
import type { CustomerRules } from '../domain/customerRules';
import { type Calling, ensureWithin } from './ensureWithin';

/** Who needs a customer, where customers are, and where to remember it. */
export interface EnsureCustomerOptions extends EnsureUser, CustomerRules {
	/** Where the customers are. */
	backend: CustomerBackend;
	/** Whose customers these are, as `authorize` would grant it. */
	scope: string;
	/**
	 * Gives up with `aborted`, whoever keeps it waiting, so that a sign-up is not held up: `AbortSignal.timeout(2_000)`. The next call takes
	 * up what was left. @default it waits as long as the backend and the link take
	 */
	signal?: AbortSignal;
}

/** By backend: calls for one user wait for each other, and so do those for one email. */
const queues = new WeakMap<CustomerBackend, RunInQueue>();

/**
 * Makes sure that a user has a customer, and exactly one: creates it, or finds the one with the user's email, and stores
 * its id with the user. Call it at every sign-up and sign-in, and when the user's email changes: the customer follows (`follow`). Safe in
 * races; a link that was not stored, or leads to a customer that is gone, is repaired. A value that does not pass, or an email that another
 * customer has, is told in `issues`, never a reason to fail.
 * @throws `CustomerError`: `misconfigured` for a blank scope or `*`, `email_exists` where `link.owner` gives the customer to another user, `validation_failed` for an email that is none, `aborted`, and whatever the backend fails with; nothing is
 * created while the backend cannot say whether the linked customer exists.
 *
 * @returns the user's customer, and where it came from
 * @example
 * const { customer } = await ensureCustomer({
 * 	backend,
 * 	scope: 'my-company',
 * 	user,
 * 	link: {
 * 		get: (userId) => db.customerIdOf(userId),
 * 		set: (userId, id) => db.linkCustomer(userId, id),
 * 		owner: (id) => db.userIdOf(id),
 * 	},
 * });
 */
export async function ensureCustomer(options: EnsureCustomerOptions): Promise<EnsureResult> {
	return ensureInTurn(options);
}

/** {@link ensureCustomer} for whoever makes its calls in their own way. */
export async function ensureInTurn(options: EnsureCustomerOptions, calling?: Omit<Calling, 'inQueue'>): Promise<EnsureResult> {
	const { backend, scope, user, signal } = options;
	if (typeof scope !== 'string' || scope.trim() === '' || scope.trim() === '*') {
		throw new CustomerError('misconfigured', {
			message: 'ensureCustomer: `scope` is blank or `*`, which no grant can name. Pass the scope that authorize() grants this user.',
		});
	}
	throwIfAborted(signal);
	const inQueue = queues.get(backend) ?? createKeyedQueue();
	queues.set(backend, inQueue);
	const run = inQueue(JSON.stringify(['user', scope, user.id]), () => ensureWithin(options, { ...calling, inQueue }));
	return abortable(run, signal);
}
