import type { CallOptions } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { notFound } from '../kit/refusals';
import { type Calls, createCalls } from './calls';
import type { DialectOf, ProyectaClient } from './client';
import { createEmails, type Emails } from './emails';
import { isDeleted, toCustomer } from './toCustomer';

/** An account's customers, as far as its client can reach them. */
export interface Account {
	calls: Calls;
	emails: Emails;
	/** Of the object dialect's list only `limit` is documented. */
	positional: boolean;
}

/** Throws `misconfigured` when the client has no customers to call. */
export function openAccount(client: ProyectaClient, dialectOf: DialectOf): Account {
	const calls = createCalls(client, dialectOf);
	const positional = dialectOf('list') === 'positional';
	return { calls, emails: createEmails(calls, positional), positional };
}

/** Throws `not_found`, also for a customer who was deleted. */
export async function readCustomer({ calls }: Account, id: string, call: CallOptions): Promise<Customer> {
	const answer = await calls.get(id, call);
	if (isDeleted(answer)) throw notFound();
	return toCustomer(answer);
}
