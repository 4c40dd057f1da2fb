import type { QueryClient } from '@tanstack/react-query';
import type { Customer } from '../../domain/customer';
import { scopeKey } from './customerKey';

/** What the cache keeps with a write (TanStack's mutation context), from before it is sent on. */
export interface WriteTicket {
	/** The cache partition of the provider. */
	scope: string;
	/** What an edit changes, to be shown until it is answered. */
	changes?: Partial<Customer>;
	/** What was saved, to be shown in lists that are behind. */
	saved?: SavedCustomer;
}

/** A customer as it was saved. */
export interface SavedCustomer {
	/** As the backend returned it. */
	customer: Customer;
	/** It was created, not edited. */
	isNew: boolean;
	/** When it was saved, in milliseconds since 1970. */
	at: number;
}

/** The tickets that the cache still has: it forgets those of former users, and all when the host clears it. */
export function ticketsOf(client: QueryClient, scope: string): WriteTicket[] {
	const writes = client.getMutationCache().findAll({ mutationKey: scopeKey(scope) });
	return writes.flatMap(({ state }) => (state.context as WriteTicket | undefined) ?? []);
}

/** Whether the answer to a write may still be shown. */
export function isCurrent(client: QueryClient, ticket: WriteTicket | undefined): ticket is WriteTicket {
	return ticket !== undefined && ticketsOf(client, ticket.scope).includes(ticket);
}
