import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { customerKey, keyRoot } from './customerKey';
import { isList, isLoadingMore, pagesOf } from './lists';
import { isUnfiltered, mergePages } from './mergePages';
import { type SavedCustomer, writesOf } from './writeContext';

/** How long a search index may be behind a write, in milliseconds; theirs usually are for less than a minute. */
const lagMs = 60_000;

const watched = new WeakSet<QueryClient>();

/**
 * From the first write on: what an index that lags says of its lists is merged with what was saved here, before anyone sees it. Writes
 * bring this along, so that a table nobody writes beside need not know it.
 */
export function mergeRecentWrites(client: QueryClient): void {
	if (watched.has(client)) return;
	watched.add(client);
	client.getQueryCache().subscribe((event) => {
		if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
		const { query } = event;
		const [root, scope] = query.queryKey;
		if (root !== keyRoot || !isList(query) || pagesOf(query)[0]?.consistency !== 'eventual') return;
		const recent = writesOf(client, scope as string).flatMap(({ saved }) => (saved && Date.now() - saved.at < lagMs ? saved : []));
		if (recent.length > 0) mergeInto(client, query, recent);
	});
}

/** Merges writes into what the cache holds of a list. Who a search or a filter finds is known a moment later: what tells so is loaded for it. */
export function mergeInto(client: QueryClient, list: Query, writes: readonly SavedCustomer[]): void {
	const request = list.queryKey[3] as ListCustomersRequest;
	const merge = () => put(client, list, writes, mergePages);
	merge();
	// A next page brings along those before it as they were when it was asked for, also where it is given up.
	const again = () => isLoadingMore(list) && merge();
	if (list.state.fetchStatus !== 'idle') list.fetch().then(again, again);
	const { query } = request;
	if (isUnfiltered(request) || pagesOf(list)[0]?.consistency !== 'eventual' || !writes.some(({ isNew }) => isNew)) return;
	const reading = query && import('../../domain/readSearch').then(({ readSearch }) => readSearch(query));
	Promise.all([import('./mergeWrites'), reading || null]).then(
		([{ mergeWrites }, terms]) => put(client, list, writes, (pages, asked, known) => mergeWrites(pages, asked, known, terms)),
		// The index will have them soon.
		() => {},
	);
}

function put(client: QueryClient, list: Query, writes: readonly SavedCustomer[], merge: typeof mergePages): void {
	const { queryKey, state } = list;
	// What a later answer says about the customer itself wins over what was saved.
	const known = writes.map(({ customer, isNew }) => ({
		isNew,
		customer: client.getQueryData<Customer>(customerKey(queryKey[1] as string, 'detail', customer.id)) ?? customer,
	}));
	const pages = merge(pagesOf(list), queryKey[3] as ListCustomersRequest, known);
	client.setQueryData<CustomerPage | InfiniteData<CustomerPage>>(
		queryKey,
		(data) => data && ('pages' in data ? { ...data, pages } : pages[0]),
		{ updatedAt: state.dataUpdatedAt },
	);
}
