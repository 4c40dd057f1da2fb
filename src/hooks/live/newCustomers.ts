import type { Query, QueryClient } from '@tanstack/react-query';
import type { CustomerPage } from '../../contract/backend';
import { loadedPages } from './liveCache';

/** Customers that a list would have by now, and does not show. */
export interface NewCustomers {
	ids: ReadonlySet<string>;
	/** The first page as it would be, where it was asked for. */
	page?: CustomerPage;
}

interface Store {
	byList: Map<string, NewCustomers>;
	listeners: Set<() => void>;
}

const stores = new WeakMap<QueryClient, Store>();

function storeOf(client: QueryClient): Store {
	const store = stores.get(client) ?? { byList: new Map(), listeners: new Set() };
	stores.set(client, store);
	return store;
}

/** Hears of every change of what lists do not show. Returns how to unsubscribe. */
export function watchNewCustomers(client: QueryClient, listener: () => void): () => void {
	const { listeners } = storeOf(client);
	listeners.add(listener);
	return () => void listeners.delete(listener);
}

/** @param list the hash of its cache key, where there is one */
export function newCustomersOf(client: QueryClient, list: string | undefined): NewCustomers | undefined {
	return list === undefined ? undefined : storeOf(client).byList.get(list);
}

/** Sets, or with `undefined` forgets, what a list does not show. */
export function putNewCustomers(client: QueryClient, { queryHash }: Query, found: NewCustomers | undefined): void {
	const { byList, listeners } = storeOf(client);
	if (found && found.ids.size > 0) byList.set(queryHash, found);
	else if (!byList.delete(queryHash)) return;
	for (const listener of [...listeners]) listener();
}

/** Those of some customers whom a list does not show. */
export function unlisted(list: Query, ids: Iterable<string>): Set<string> {
	const missing = new Set(ids);
	for (const { data } of loadedPages(list)) for (const { id } of data) missing.delete(id);
	return missing;
}
