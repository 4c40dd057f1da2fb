import type { QueryClient } from '@tanstack/react-query';
import type { Customer } from '../../domain/customer';
import { scopeKey } from './customerKey';

/** What the cache keeps with a write (TanStack's mutation context), from before it is sent on. */
export interface WriteContext {
	/** The cache partition of the provider. */
	scope: string;
	/** Whom an edit changes. */
	id?: string;
	/** What an edit changes, to be shown until it is saved or refused. */
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

/** The writes that the cache still has: it forgets those of former users, and all when the host clears it. */
export function writesOf(client: QueryClient, scope: string): WriteContext[] {
	const writes = client.getMutationCache().findAll({ mutationKey: scopeKey(scope) });
	return writes.flatMap(({ state }) => (state.context as WriteContext | undefined) ?? []);
}
