import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { CustomerPage } from '../../contract/backend';
import { normalizeRequest } from '../../contract/listRequest';
import type { Customer } from '../../domain/customer';
import { customerKeys } from './customerKeys';

/** Marks a write, to tell later whether its answer may still be shown. */
export interface WriteTicket {
	scope: string;
}

/** Whether the cache still knows the write: it forgets those of former users, and all when the host clears it. */
export function isCurrent(client: QueryClient, ticket: WriteTicket | undefined): ticket is WriteTicket {
	if (!ticket) return false;
	const mutations = client.getMutationCache().findAll({ mutationKey: customerKeys.scope(ticket.scope) });
	return mutations.some((mutation) => mutation.state.context === ticket);
}

/** Shows a created or edited customer at once in its detail and in every list, then lets mounted lists ask again. */
export function showWritten(client: QueryClient, scope: string, customer: Customer, isNew: boolean): void {
	const lists = { queryKey: customerKeys.lists(scope) };
	const infinites = { queryKey: customerKeys.infinites(scope) };
	// Answers to reads that began before the write would undo it.
	void client.cancelQueries(lists);
	void client.cancelQueries({ queryKey: customerKeys.detail(scope, customer.id) });
	void client.cancelQueries({ ...infinites, predicate: (query) => !isLoadingMore(query) });
	client.setQueryData<Customer>(customerKeys.detail(scope, customer.id), customer);

	for (const query of client.getQueryCache().findAll(lists)) {
		const first = isNew && isUnfiltered(query.queryKey[3]);
		client.setQueryData<CustomerPage>(query.queryKey, (page) => page && withRow(page, customer, first));
	}
	for (const query of client.getQueryCache().findAll(infinites)) {
		const first = isNew && isUnfiltered(query.queryKey[3]);
		client.setQueryData<InfiniteData<CustomerPage>>(query.queryKey, (data) => {
			if (!data) return undefined;
			const known = data.pages.some((page) => page.data.some((row) => row.id === customer.id));
			return { ...data, pages: data.pages.map((page, index) => withRow(page, customer, first && !known && index === 0)) };
		});
	}
	refreshLists(client, scope);
}

/** Lets the lists on screen ask again, and the others when they are shown. */
export function refreshLists(client: QueryClient, scope: string): void {
	void client.invalidateQueries({ queryKey: customerKeys.lists(scope), refetchType: 'active' });
	const short = (query: Query) => pageCount(query) <= 1;
	void client.invalidateQueries({ queryKey: customerKeys.infinites(scope), refetchType: 'active', predicate: short });
}

function withRow(page: CustomerPage, customer: Customer, addFirst: boolean): CustomerPage {
	const index = page.data.findIndex((row) => row.id === customer.id);
	if (index >= 0) return { ...page, data: page.data.with(index, customer) };
	// The last row stays: the next page begins behind it.
	return addFirst ? { ...page, data: [customer, ...page.data] } : page;
}

/** Whether a request shows the newest customers of all: only there is it certain that a new one comes first. */
function isUnfiltered(request: unknown): boolean {
	const { limit: _limit, total: _total, ...rest } = normalizeRequest((request ?? {}) as object);
	return Object.keys(rest).length === 0;
}

function pageCount(query: Query): number {
	return (query.state.data as InfiniteData<unknown> | undefined)?.pages.length ?? 0;
}

function isLoadingMore(query: Query): boolean {
	return query.state.fetchMeta?.fetchMore !== undefined;
}
