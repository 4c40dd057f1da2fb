import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import type { CustomersContextValue } from '../context/customersContext';
import { loadedPages, type Root } from './liveCache';
import { putNewCustomers, unlisted } from './newCustomers';

/** Whom to ask, and what to mend. */
export type LiveContext = Pick<CustomersContextValue, 'backend' | 'scope' | 'queryClient'> & {
	/** How the scope's cache keys begin. */
	root: Root;
};

/** Asks quietly: what fails is asked for again as everything is. */
export async function ask<T>(call: () => Promise<T>): Promise<T | null> {
	try {
		return await call();
	} catch {
		return null;
	}
}

/** Shows customers as they are now wherever a list has them: every row where it was, and untouched where nothing changed. */
export function replaceRows(client: QueryClient, list: Query, fresh: ReadonlyMap<string, Customer>): void {
	let changed = false;
	const pages = loadedPages(list).map((page) => {
		const data = page.data.map((row) => {
			const now = fresh.get(row.id);
			if (!now || JSON.stringify(now) === JSON.stringify(row)) return row;
			changed = true;
			return now;
		});
		return { ...page, data };
	});
	if (!changed) return;
	client.setQueryData<CustomerPage | InfiniteData<CustomerPage>>(
		list.queryKey,
		(data) => data && ('pages' in data ? { ...data, pages } : pages[0]),
		{ updatedAt: list.state.dataUpdatedAt },
	);
}

/**
 * Asks for a list without showing the answer: rows are changed where they stand, and who is new waits until somebody wants to see them.
 */
export async function lookAgain({ backend, scope, queryClient }: LiveContext, list: Query): Promise<void> {
	const request = list.queryKey[3] as ListCustomersRequest;
	const before = list.state.dataUpdatedAt;
	const page = await ask(() => backend.list(request, { scope }));
	// What was asked for openly meanwhile is as new.
	if (!page || list.state.dataUpdatedAt !== before) return;
	replaceRows(queryClient, list, new Map(page.data.map((customer) => [customer.id, customer])));
	const ids = unlisted(
		list,
		page.data.map(({ id }) => id),
	);
	putNewCustomers(queryClient, list, { ids, page });
}
