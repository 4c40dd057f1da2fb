import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { CustomerPage } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { customerKeys } from './customerKeys';

/** A customer as the cache knows it: its own answer, else a row of a list. */
export function cachedCustomer(client: QueryClient, scope: string, id: string): Customer | undefined {
	return client.getQueryData<Customer>(customerKeys.detail(scope, id)) ?? listedCustomer(client, scope, id);
}

/** A customer as some list shows it. */
export function listedCustomer(client: QueryClient, scope: string, id: string): Customer | undefined {
	for (const [, page] of client.getQueriesData<CustomerPage>({ queryKey: customerKeys.lists(scope) })) {
		const row = page?.data.find((customer) => customer.id === id);
		if (row) return row;
	}
	for (const [, pages] of client.getQueriesData<InfiniteData<CustomerPage>>({ queryKey: customerKeys.infinites(scope) })) {
		for (const page of pages?.pages ?? []) {
			const row = page.data.find((customer) => customer.id === id);
			if (row) return row;
		}
	}
	return undefined;
}
