import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { CustomerPage } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { pagesOf } from '../cache/lists';
import { writesOf } from '../cache/writeContext';
import { isAsOf } from './asOf';
import { newCustomersOf, putNewCustomers } from './newCustomers';
import { unlisted } from './unlisted';

/** Customers by id as they are now; `null` for who is gone. */
export type Fresh = ReadonlyMap<string, Customer | null>;

/**
 * Shows customers as they are now wherever a list has them: every row where it was, untouched where nothing changed, and without who is gone.
 *
 * @param asked when the answers were asked for, in milliseconds since 1970: what was asked for openly or saved here since stays
 */
export async function replaceRows(client: QueryClient, list: Query, fresh: Fresh, asked: number): Promise<void> {
	// A next page brings along those before it as they were when it was asked for.
	await arrived(list);
	if (isAsOf(list, asked)) return;
	const now = new Map(fresh);
	for (const { saved } of writesOf(client, list.queryKey[1] as string)) if (saved && saved.at >= asked) now.delete(saved.customer.id);
	putNewCustomers(client, list, new Set([...newCustomersOf(client, list)].filter((id) => now.get(id) !== null)));
	if (unlisted(list, now.keys()).size === now.size) return;
	const gone = [...now.keys()].filter((id) => now.get(id) === null);
	const fewer = gone.length - unlisted(list, gone).size;
	const pages = pagesOf(list).map((page) => ({
		...page,
		data: page.data.flatMap((row) => (now.has(row.id) ? (now.get(row.id) ?? []) : row)),
		...(page.total && { total: { ...page.total, value: page.total.value - fewer } }),
	}));
	client.setQueryData<CustomerPage | InfiniteData<CustomerPage>>(
		list.queryKey,
		(data) => data && ('pages' in data ? { ...data, pages } : pages[0]),
		{ updatedAt: list.state.dataUpdatedAt },
	);
}

/** Waits for what is on its way, whatever becomes of it. */
export async function arrived(list: Query): Promise<void> {
	if (list.state.fetchStatus !== 'idle') await list.fetch().catch(() => {});
}
