import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { CustomerPage } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { pagesOf } from '../cache/lists';
import { newCustomersOf, putNewCustomers } from './newCustomers';

/** Customers by id as they are now; `null` for who is gone. */
export type Fresh = ReadonlyMap<string, Customer | null>;

/** Shows customers as they are now wherever a list has them: every row where it was, untouched where nothing changed, and without who is gone. */
export function replaceRows(client: QueryClient, list: Query, fresh: Fresh): void {
	const unseen = [...newCustomersOf(client, list)];
	const left = unseen.filter((id) => fresh.get(id) !== null);
	if (left.length < unseen.length) putNewCustomers(client, list, new Set(left));
	let changed = false;
	const pages = pagesOf(list).map((page) => {
		const data = page.data.flatMap((row) => {
			const now = fresh.get(row.id);
			if (now === undefined || JSON.stringify(now) === JSON.stringify(row)) return row;
			changed = true;
			return now ?? [];
		});
		const gone = page.data.length - data.length;
		return { ...page, data, ...(page.total && { total: { ...page.total, value: page.total.value - gone } }) };
	});
	if (!changed) return;
	client.setQueryData<CustomerPage | InfiniteData<CustomerPage>>(
		list.queryKey,
		(data) => data && ('pages' in data ? { ...data, pages } : pages[0]),
		{ updatedAt: list.state.dataUpdatedAt },
	);
}
