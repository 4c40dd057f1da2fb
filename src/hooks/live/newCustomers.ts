import type { Query, QueryClient } from '@tanstack/react-query';

/** Customers that lists would have by now and do not show, by the hashes of their cache keys. */
interface Store {
	byList: Map<string, ReadonlySet<string>>;
	listeners: Set<() => void>;
}

const stores = new WeakMap<QueryClient, Store>();

function storeOf(client: QueryClient): Store {
	const store = stores.get(client) ?? { byList: new Map(), listeners: new Set() };
	stores.set(client, store);
	return store;
}

/** Hears of every change of what lists do not show, and at once of what there is already. Returns how to unsubscribe. */
export function watchNewCustomers(client: QueryClient, listener: () => void): () => void {
	const { byList, listeners } = storeOf(client);
	// One for each that watches: React may begin anew with the same one before it ends the former.
	const own = () => listener();
	listeners.add(own);
	if (byList.size > 0) own();
	return () => void listeners.delete(own);
}

/** Those that a list does not show. */
export function newCustomersOf(client: QueryClient, list: Query | undefined): ReadonlySet<string> {
	return (list && storeOf(client).byList.get(list.queryHash)) ?? none;
}

const none: ReadonlySet<string> = new Set();

/** Sets whom a list does not show. */
export function putNewCustomers(client: QueryClient, { queryHash }: Query, ids: ReadonlySet<string>): void {
	const { byList, listeners } = storeOf(client);
	if (ids.size > 0) byList.set(queryHash, ids);
	else if (!byList.delete(queryHash)) return;
	for (const listener of [...listeners]) listener();
}
