import { abortable, throwIfAborted } from '../contract/abort';
import type { CallOptions, Capabilities, CustomerBackend } from '../contract/backend';
import type { EnsureResult, EnsureUser } from '../contract/ensureUser';
import { CustomerError, isCustomerError } from '../contract/errors';
import type { RunInQueue } from '../contract/keyedQueue';
import type { Customer } from '../domain/customer';
import { type CustomerRules, rulesOf } from '../domain/customerRules';
import { digest } from '../domain/digest';
import { emailKey } from '../domain/email';
import type { Issue } from '../domain/issue';
import { inputOf, patchOf, unwritten } from './userFields';

/** A user, and all that their customer is made or found with. */
export interface Ensuring extends EnsureUser, CustomerRules {
	backend: CustomerBackend;
	scope: string;
	signal?: AbortSignal;
}

/** How calls are made, by whoever makes them for many users. */
export interface Calling {
	inQueue: RunInQueue;
	/** When the next call of the backend may be made. */
	ready?(signal: AbortSignal | undefined): Promise<void>;
	capabilities?(ask: () => Promise<Capabilities>): Promise<Capabilities>;
}

/** Makes sure of one user's customer; calls for one user must wait for each other. */
export async function ensureWithin(options: Ensuring, calling: Calling): Promise<EnsureResult> {
	const { backend, link, user, follow = ['email'], signal } = options;
	const work = workOf(options, calling);
	const { ask, call, find, inQueueOf, requireOwn, rules } = work;
	const linkedId = (await ask(() => link.get(user.id))) ?? null;
	const linked = linkedId === null ? null : await find(linkedId);
	if (linked !== null) {
		await requireOwn(linked.id);
		return { outcome: 'linked', ...(await followed(linked, follow || [], work)) };
	}

	const capabilities = await work.capabilities();
	const { value: input, issues } = await inputOf(user, capabilities, rules);
	// Where two creates with one email may both succeed, the key keeps racing servers to one. The id of a customer that is
	// gone is part of it, or a kept response would bring that one back.
	const parts = ['ensureCustomer', options.scope, user.id, linkedId, input];
	const key = capabilities.createByEmail === 'atomic' ? {} : { idempotencyKey: await digest(JSON.stringify(parts)) };

	// Whoever has the same email waits, or would find this customer before it is known whose it is.
	return inQueueOf(input.email, async () => {
		throwIfAborted(signal);
		const { customer, outcome } = await work.callBackend(() => backend.create(input, { ...call, ...key }));
		await requireOwn(customer.id);

		// Another server may have linked this user meanwhile, to a customer under a former email: the first link stays.
		const rival = (await ask(() => link.get(user.id))) ?? null;
		if (rival !== null && rival !== linkedId && rival !== customer.id) {
			const theirs = await find(rival);
			if (theirs !== null) {
				await requireOwn(theirs.id);
				return { customer: theirs, outcome: 'linked' };
			}
		}
		if (rival !== customer.id) {
			await ask(() => link.set(user.id, customer.id));
			// Another server may have given it to another user since.
			await requireOwn(customer.id);
		}
		const told = issues.length > 0 && { issues };
		return { customer, outcome: outcome === 'created' ? 'created' : 'existing', ...told };
	});
}

type Work = ReturnType<typeof workOf>;

function workOf(
	{ backend, scope, user, link, follow: _, signal, ...rules }: Ensuring,
	{ inQueue, ready, capabilities = (ask) => ask() }: Calling,
) {
	const call: CallOptions = { scope, ...(signal && { signal }) };
	/** Whoever answers late, or never, holds up nobody who has given up. */
	const ask = <T>(of: () => T | PromiseLike<T>): Promise<T> => {
		throwIfAborted(signal);
		return abortable((async () => of())(), signal);
	};
	const callBackend = async <T>(of: () => T | PromiseLike<T>): Promise<T> => {
		await ready?.(signal);
		return ask(of);
	};
	return {
		backend,
		user,
		call,
		rules: rulesOf(rules),
		ask,
		callBackend,
		capabilities: () => capabilities(() => callBackend(() => backend.capabilities(call))),
		inQueueOf: <T>(email: string, task: () => Promise<T>) => inQueue(JSON.stringify(['email', scope, emailKey(email)]), task),
		async find(id: string): Promise<Customer | null> {
			try {
				return await callBackend(() => backend.get(id, call));
			} catch (error) {
				if (isCustomerError(error) && error.code === 'not_found') return null;
				throw error;
			}
		},
		/** Who has an email by now need not be whose customer it is: nobody is given another user's. */
		async requireOwn(customerId: string): Promise<void> {
			const ownerId = (await ask(() => link.owner?.(customerId))) ?? null;
			if (ownerId === null || ownerId === user.id) return;
			throw new CustomerError('email_exists', {
				message: 'ensureCustomer: the customer with this email is linked to another user (link.owner).',
			});
		},
	};
}

/** The customer after it took over what changed of its user. What is refused stays as it is, and is told. */
async function followed(customer: Customer, follow: NonNullable<Exclude<EnsureUser['follow'], false>>, work: Work) {
	const { value, issues } = await patchOf(work.user, customer, follow, work.rules);
	const lost: Issue[] = [...issues];
	const told = (now: Customer) => ({ customer: now, ...(lost.length > 0 && { issues: lost }) });
	if (Object.keys(value).length === 0) return told(customer);

	const { write, keeps } = await work.capabilities();
	const entries = Object.entries(value).filter(([name]) => {
		const field = name as keyof typeof value;
		const written = write.update && (field === 'email' || keeps.includes(field));
		if (!written) lost.push(unwritten(field));
		return written;
	});
	// Whoever signs up with the former email waits for it to be free.
	return work.inQueueOf(customer.email ?? '', async () => {
		for (let left = entries; left.length > 0; left = left.filter(([name]) => name !== 'email')) {
			try {
				return told(await work.callBackend(() => work.backend.update(customer.id, Object.fromEntries(left), work.call)));
			} catch (error) {
				if (!isCustomerError(error)) throw error;
				if (error.code === 'email_exists' && 'email' in value) lost.push({ path: 'email', code: 'email_exists' });
				else if (error.code === 'validation_failed') {
					lost.push(...error.issues);
					break;
				} else throw error;
			}
		}
		return told(customer);
	});
}
