import type { QueryClient } from '@tanstack/react-query';
import type { Customer } from '../../domain/customer';
import { customerKeys } from './customerKeys';
import { listedCustomer } from './lists';

/** A customer as the cache knows it: its own answer, else a row of a list. */
export function cachedCustomer(client: QueryClient, scope: string, id: string): Customer | undefined {
	return client.getQueryData<Customer>(customerKeys.detail(scope, id)) ?? listedCustomer(client, scope, id);
}
