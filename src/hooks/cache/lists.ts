import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { CustomerPage } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { scopeKey } from './customerKey';

/** Whether an entry of the cache is a list of customers, one page or all loaded so far. */
export function isList({ queryKey: [, , kind] }: Pick<Query, 'queryKey'>): boolean {
	return kind === 'list' || kind === 'infinite';
}

/** What a list holds. */
export function pagesOf({ state }: Query): readonly CustomerPage[] {
	const data = state.data as CustomerPage | InfiniteData<CustomerPage> | undefined;
	return data ? ('pages' in data ? data.pages : [data]) : [];
}

export function listsOf(client: QueryClient, scope: string): Query[] {
	return client.getQueryCache().findAll({ queryKey: scopeKey(scope), predicate: isList });
}

/** Whether the next page of an endless list is on its way, or was what came last. */
export function isLoadingMore({ state }: Query): boolean {
	return state.fetchMeta?.fetchMore !== undefined;
}

/** A customer as some list shows it. */
export function listedCustomer(client: QueryClient, scope: string, id: string): Customer | undefined {
	for (const page of listsOf(client, scope).flatMap(pagesOf)) {
		const row = page.data.find((customer) => customer.id === id);
		if (row) return row;
	}
	return undefined;
}
