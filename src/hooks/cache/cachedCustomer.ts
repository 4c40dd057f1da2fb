import type { QueryClient } from '@tanstack/react-query';
import type { Customer } from '../../domain/customer';
import { customerKey } from './customerKey';
import { listedCustomer } from './lists';

/** A customer as the cache knows it: its own answer, else a row of a list. */
export function cachedCustomer(client: QueryClient, scope: string, id: string): Customer | undefined {
	return client.getQueryData<Customer>(customerKey(scope, 'detail', id)) ?? listedCustomer(client, scope, id);
}
