import type { Query, QueryClient } from '@tanstack/react-query';
import type { ListCustomersRequest } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { customerKey, scopeKey } from '../cache/customerKey';
import { listsOf, pagesOf } from '../cache/lists';
import { askedAt, isAsOf } from './asOf';
import { newCustomersOf, putNewCustomers } from './newCustomers';
import { ownIdAmong } from './ownId';
import { askFor, few, type LiveContext, refetchPages } from './refetchPages';
import { arrived, replaceRows } from './replaceRows';
import { unlisted } from './unlisted';

/** What is known to have changed, ids each once. */
export interface Changes {
	created: ReadonlySet<string>;
	updated: ReadonlySet<string>;
	/** What was asked for after this time, in milliseconds since 1970, has all of it. */
	heardAt: number;
	/** Anything may have changed in what was loaded before this time, in milliseconds since 1970; 0: nothing else has. */
	resyncBefore: number;
}

/** The first and last page of a list that are asked for again, which is not shown to anybody before its rows are replaced. */
type Looks = Map<Query, readonly [number, number]>;

/** Puts what is on screen right, and lets the rest be asked for again when it is shown. */
export async function applyChanges(context: LiveContext, changes: Changes): Promise<void> {
	const { queryClient: client, scope } = context;
	const { created, updated, heardAt, resyncBefore } = changes;
	const looks: Looks = new Map();
	const look = (list: Query, from: number, to: number) => {
		const [first, last] = looks.get(list) ?? [from, to];
		if (!isKept(list)) void ask(client, list);
		else looks.set(list, [Math.min(from, first), Math.max(to, last)]);
	};
	void client.invalidateQueries({ queryKey: customerKey(scope, 'email'), refetchType: 'none' });
	const told = [...created, ...updated];
	await Promise.all([
		refresh(context, told, changes),
		// What is on its way may have begun before.
		...listsOf(client, scope).map(arrived),
	]);
	for (const list of listsOf(client, scope)) {
		if (askedAt(list) < resyncBefore) look(list, 0, pagesOf(list).length - 1);
		if (isAsOf(list, heardAt)) continue;
		if (created.size) addNew(context, list, created, look);
		const changed = pagesOf(list).map(({ data }) => data.filter(({ id }) => updated.has(id)).length);
		if (changed.some((rows) => rows > (isKept(list) && !looks.has(list) ? few : 0)))
			look(list, changed.findIndex(Boolean), changed.findLastIndex(Boolean));
	}
	const me = await ownIdAmong(context, told);
	await Promise.all([
		...[...updated].map((id) => updateRows(context, id, heardAt, looks)),
		me && refresh(context, ['me'], changes),
		// Where nobody is shown, nothing moves.
		...[...looks].map(([list, pages]) => (isEmpty(list) ? ask(client, list) : refetchPages(context, list, ...pages))),
	]);
}

/** What has several pages is not asked for again when it is shown. */
const isKept = (list: Query) => list.isActive() || pagesOf(list).length > 1;
const ask = (client: QueryClient, { queryKey }: Query) => client.invalidateQueries({ queryKey, exact: true });
const isEmpty = (list: Query) => pagesOf(list).every(({ data }) => !data.length);

/** What is known of one customer, by id or by email. */
const isOfCustomer = ({ queryKey }: Query) => typeof queryKey[3] === 'string';

/** Customers who were created come first in a list of the newest; whether they are in any other one, only the backend knows. */
function addNew(
	{ queryClient: client }: LiveContext,
	list: Query,
	created: ReadonlySet<string>,
	look: (list: Query, from: number, to: number) => void,
) {
	const { limit: _limit, total: _total, ...rest } = list.queryKey[3] as ListCustomersRequest;
	if (!rest.sort && ('after' in rest || 'before' in rest)) return;
	if (Object.keys(rest).length > 0 || !isKept(list) || isEmpty(list)) return look(list, 0, 0);
	putNewCustomers(client, list, unlisted(list, [...newCustomersOf(client, list), ...created]));
}

/** What is known of customers besides rows, and may be old, is asked for again: at once where it is shown, elsewhere when it is. */
async function refresh({ queryClient, scope }: LiveContext, ids: readonly unknown[], { heardAt, resyncBefore }: Changes): Promise<void> {
	const mayBeOld = (query: Query) =>
		isOfCustomer(query) && (askedAt(query) < resyncBefore || (ids.includes(query.queryKey[3]) && !isAsOf(query, heardAt)));
	const known = queryClient.getQueryCache().findAll({ queryKey: scopeKey(scope), predicate: mayBeOld });
	// TanStack would take a first answer that is on its way for a new one.
	await Promise.all(
		known.map(async (query) => {
			await arrived(query);
			if (mayBeOld(query)) await ask(queryClient, query);
		}),
	);
}

/** A customer's rows, once their own page has been asked for again. */
async function updateRows(context: LiveContext, id: string, heardAt: number, looks: Looks): Promise<void> {
	const { queryClient: client, scope } = context;
	const asked = Date.now();
	const has = (list: Query) => !unlisted(list, [id]).size || newCustomersOf(client, list).has(id);
	if (!listsOf(client, scope).some((list) => isKept(list) && !looks.has(list) && !isAsOf(list, heardAt) && has(list))) return;
	const detail = client.getQueryCache().find({ queryKey: customerKey(scope, 'detail', id) });
	const customer = detail && isAsOf(detail, heardAt) && !detail.state.error ? (detail.state.data as Customer) : await askFor(context, id);
	if (customer === undefined) return;
	await Promise.all(listsOf(client, scope).map((list) => replaceRows(client, list, new Map([[id, customer]]), asked)));
}
