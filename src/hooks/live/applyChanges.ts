import type { Query } from '@tanstack/react-query';
import type { ListCustomersRequest } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { customerKey, scopeKey } from '../cache/customerKey';
import { isList, listsOf, pagesOf } from '../cache/lists';
import { isAsOf } from './asOf';
import { newCustomersOf, putNewCustomers } from './newCustomers';
import { ownIdAmong } from './ownId';
import { askFor, few, type LiveContext, refetchPages } from './refetchPages';
import { replaceRows } from './replaceRows';
import { unlisted } from './unlisted';

/** What is known to have changed, ids each once. */
export interface Changes {
	created: ReadonlySet<string>;
	updated: ReadonlySet<string>;
	/** What was asked for after this time, in milliseconds since 1970, has all of it. */
	heardAt: number;
	/** Anything may have changed in what was loaded before this time, in milliseconds since 1970. */
	resyncBefore: number | null;
}

/** Pages of a list that are asked for again, which is not shown to anybody before its rows are replaced. */
type Looks = Map<Query, Set<number>>;

/** Puts what is on screen right, and lets the rest be asked for again when it is shown. */
export async function applyChanges(context: LiveContext, changes: Changes): Promise<void> {
	const { queryClient: client, scope } = context;
	const { created, updated, heardAt, resyncBefore } = changes;
	const looks: Looks = new Map();
	const look = (list: Query, pages: Iterable<number>) => {
		// Where nobody is shown, nothing moves.
		if (!list.isActive() || isEmpty(list)) void client.invalidateQueries({ queryKey: list.queryKey, exact: true });
		else looks.set(list, new Set([...(looks.get(list) ?? []), ...pages]));
	};
	void client.invalidateQueries({ queryKey: customerKey(scope, 'email'), refetchType: 'none' });
	if (resyncBefore !== null) resync(context, resyncBefore, look);
	for (const list of listsOf(client, scope)) {
		if (isAsOf(list, heardAt)) continue;
		if (created.size > 0) addNew(context, list, created, look);
		const changed = pagesOf(list).map(({ data }) => data.filter(({ id }) => updated.has(id)).length);
		if (changed.some((rows) => rows > few))
			look(
				list,
				changed.flatMap((rows, page) => (rows > 0 ? page : [])),
			);
	}
	const me = await ownIdAmong(context, [...created, ...updated]);
	await Promise.all([
		...[...updated].map((id) => updateCustomer(context, id, heardAt, looks)),
		...(me === undefined ? [] : [refresh(context, 'me', heardAt)]),
		...[...looks].map(async ([list, pages]) => {
			// What is on its way may have begun before.
			if (list.state.fetchStatus === 'fetching') await list.fetch().catch(() => undefined);
			await refetchPages(context, list, pages);
		}),
	]);
}

const isEmpty = (list: Query) => pagesOf(list).every(({ data }) => data.length === 0);

/** Loaded pages that are asked for again after a gap, the first ones: nobody knows what changed. */
const most = 5;

function resync({ queryClient: client, scope }: LiveContext, before: number, look: (list: Query, pages: Iterable<number>) => void): void {
	const isOld = (query: Query) => query.state.dataUpdatedAt < before;
	const predicate = (query: Query) =>
		isOld(query) && !isList(query) && query.queryKey[2] !== 'capabilities' && query.queryKey[2] !== 'email';
	void client.invalidateQueries({ queryKey: scopeKey(scope), predicate });
	for (const list of listsOf(client, scope)) if (isOld(list)) look(list, pagesOf(list).slice(0, most).keys());
}

/** Customers who were created come first in a list of the newest; whether they are in any other one, only the backend knows. */
function addNew(
	{ queryClient: client }: LiveContext,
	list: Query,
	created: ReadonlySet<string>,
	look: (list: Query, pages: number[]) => void,
) {
	const { limit: _limit, total: _total, ...rest } = list.queryKey[3] as ListCustomersRequest;
	const { sort: _sort, ...narrowing } = rest;
	const newestFirst = rest.sort === undefined;
	if (newestFirst && ('after' in rest || 'before' in rest)) return;
	const isPlain = newestFirst && Object.keys(narrowing).length === 0;
	if (!isPlain || list.state.fetchStatus === 'fetching' || !list.isActive() || isEmpty(list)) return look(list, [0]);
	putNewCustomers(client, list, unlisted(list, [...newCustomersOf(client, list), ...created]));
}

/** What is known of a customer besides rows is asked for again: at once where it is shown, elsewhere when it is. */
async function refresh({ queryClient, scope }: LiveContext, id: string, heardAt: number): Promise<void> {
	const predicate = (query: Query) => !isAsOf(query, heardAt);
	await Promise.all(
		(['detail', 'subscriptions', 'entitlement'] as const).map((kind) =>
			queryClient.invalidateQueries({ queryKey: customerKey(scope, kind, id), predicate }),
		),
	);
}

/** A customer's own page, what they have bought, and their rows. */
async function updateCustomer(context: LiveContext, id: string, heardAt: number, looks: Looks): Promise<void> {
	const { queryClient: client, scope } = context;
	await refresh(context, id, heardAt);
	const lists = listsOf(client, scope).filter((list) => unlisted(list, [id]).size === 0 || newCustomersOf(client, list).has(id));
	for (const list of lists) {
		if (!list.isActive()) void client.invalidateQueries({ queryKey: list.queryKey, exact: true, refetchType: 'none' });
	}
	if (!lists.some((list) => list.isActive() && !looks.has(list) && !isAsOf(list, heardAt))) return;
	const detail = client.getQueryCache().find({ queryKey: customerKey(scope, 'detail', id), exact: true });
	const customer = detail && isAsOf(detail, heardAt) && !detail.state.error ? (detail.state.data as Customer) : await askFor(context, id);
	if (customer !== undefined) for (const list of listsOf(client, scope)) replaceRows(client, list, new Map([[id, customer]]));
}
