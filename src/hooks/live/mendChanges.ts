import type { Query, QueryClient } from '@tanstack/react-query';
import type { ListCustomersRequest } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { allLists, isListOf, keyOf, type Root } from './liveCache';
import { ask, type LiveContext, lookAgain, replaceRows } from './lookAgain';
import { newCustomersOf, putNewCustomers, unlisted } from './newCustomers';

/** What is known to have changed, ids each once. */
export interface Changes {
	created: ReadonlySet<string>;
	updated: ReadonlySet<string>;
	/** Anything may have changed in what was loaded before this time, in milliseconds since 1970. */
	resyncBefore: number | null;
}

/** From so many rows on that changed at once, a list is asked for rather than each of them. */
const many = 5;

/** Puts what is on screen right, and lets the rest be asked for again when it is shown. */
export async function mendChanges(context: LiveContext, { created, updated, resyncBefore }: Changes): Promise<void> {
	const { queryClient: client, root } = context;
	const lists = allLists(client, root);
	void client.invalidateQueries({ queryKey: keyOf(root, 'email'), refetchType: 'none' });
	const asked = new Set<Query>();
	const look = (list: Query) => {
		if (!list.isActive()) void client.invalidateQueries({ queryKey: list.queryKey, exact: true, refetchType: 'none' });
		else if (!asked.has(list)) asked.add(list);
	};
	if (resyncBefore !== null) resync(client, root, resyncBefore, look);
	for (const list of lists) {
		if (created.size > 0) addNew(client, list, created, look);
		if ([...updated].filter((id) => unlisted(list, [id]).size === 0).length >= many) look(list);
	}
	await Promise.all([
		...[...updated].map((id) => mendCustomer(context, id, asked)),
		...[...asked].map(async (list) => {
			// What is on its way may have begun before.
			if (list.state.fetchStatus === 'fetching') await list.fetch().catch(() => undefined);
			await lookAgain(context, list);
		}),
	]);
}

function resync(client: QueryClient, root: Root, before: number, look: (list: Query) => void): void {
	const isOld = (query: Query) => query.state.dataUpdatedAt < before;
	const predicate = (query: Query) =>
		isOld(query) && !isListOf(root, query) && query.queryKey[2] !== 'capabilities' && query.queryKey[2] !== 'email';
	void client.invalidateQueries({ queryKey: root.slice(0, 2), predicate });
	for (const list of allLists(client, root)) if (isOld(list)) look(list);
}

/** Customers who were created come first in a list of the newest; whether they are in any other one, only the backend knows. */
function addNew(client: QueryClient, list: Query, created: ReadonlySet<string>, look: (list: Query) => void): void {
	const { limit: _limit, total: _total, ...rest } = list.queryKey[3] as ListCustomersRequest;
	const { sort: _sort, ...narrowing } = rest;
	const newestFirst = rest.sort === undefined;
	if (newestFirst && ('after' in rest || 'before' in rest)) return;
	if (!newestFirst || Object.keys(narrowing).length > 0 || list.state.fetchStatus === 'fetching' || !list.isActive()) {
		look(list);
		return;
	}
	const known = newCustomersOf(client, list.queryHash)?.ids ?? [];
	putNewCustomers(client, list, { ids: unlisted(list, [...known, ...created]) });
}

/** A customer's own page, what they have bought, and their rows. */
async function mendCustomer(context: LiveContext, id: string, asked: ReadonlySet<Query>): Promise<void> {
	const { queryClient: client, scope, root } = context;
	const isMe = client.getQueryData<Customer>(keyOf(root, 'detail', 'me'))?.id === id;
	for (const known of isMe ? [id, 'me'] : [id]) {
		for (const kind of ['subscriptions', 'entitlement'] as const) void client.invalidateQueries({ queryKey: keyOf(root, kind, known) });
	}
	if (isMe) void client.invalidateQueries({ queryKey: keyOf(root, 'detail', 'me') });
	const lists = allLists(client, root).filter((list) => unlisted(list, [id]).size === 0);
	const shown = lists.some((list) => list.isActive() && !asked.has(list));
	const detail = client.getQueryCache().find({ queryKey: keyOf(root, 'detail', id), exact: true });
	for (const { queryKey } of lists.filter((list) => !list.isActive()))
		void client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
	// An answer that is on its way may be older than the change.
	await client.invalidateQueries({ queryKey: keyOf(root, 'detail', id), exact: true });
	if (!shown) return;
	const known = detail?.isActive() ? (detail.state.data as Customer | undefined) : undefined;
	const customer = known ?? (await ask(() => context.backend.get(id, { scope })));
	if (customer) for (const list of allLists(client, root)) replaceRows(client, list, new Map([[id, customer]]));
}
