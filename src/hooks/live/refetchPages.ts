import type { InfiniteData, Query } from '@tanstack/react-query';
import type { Capabilities, CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { CustomerErrorCode } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { customerKey } from '../cache/customerKey';
import { pagesOf } from '../cache/lists';
import type { CustomersContextValue } from '../context/customersContext';
import { isAsOf } from './asOf';
import { putNewCustomers } from './newCustomers';
import { replaceRows } from './replaceRows';
import { unlisted } from './unlisted';

/** Whom to ask, and whose cache to change. */
export type LiveContext = Pick<CustomersContextValue, 'backend' | 'scope' | 'queryClient'>;

/** So many customers of a page are asked for one by one; where it is more, the page is. */
export const few = 4;

/** So many customers have pushed on those who are shown, at most: then each of these is asked for. */
const pushed = 400;

/** Asks without a word: who is not there is `null`; what fails is `undefined`, and asked for again as everything is. */
async function quietly<Answer>(ask: () => Promise<Answer>): Promise<Answer | null | undefined> {
	try {
		return await ask();
	} catch (error) {
		const gone: CustomerErrorCode = 'not_found';
		return (error as { code?: unknown } | null)?.code === gone ? null : undefined;
	}
}

/** A customer as it is now. */
export function askFor({ backend, scope }: LiveContext, id: string): Promise<Customer | null | undefined> {
	return quietly(() => backend.get(id, { scope }));
}

/**
 * Asks for pages of a list without showing the answers, as many with one request as the backend gives: rows are changed where they stand,
 * and who is new waits until somebody wants to see them.
 *
 * @param from the first of the loaded pages, `to` the last one
 */
export async function refetchPages(context: LiveContext, list: Query, from: number, to: number): Promise<void> {
	const { backend, scope, queryClient } = context;
	const asked = Date.now();
	// Nobody has asked how many there are by now.
	const { total: _total, ...request } = list.queryKey[3] as ListCustomersRequest;
	const pages = pagesOf(list).slice(from);
	const ids = pages.flatMap(idsOf);
	const shown = pages.slice(0, to - from + 1).flatMap(idsOf);
	const most = queryClient.getQueryData<Capabilities>(customerKey(scope, 'capabilities'))?.paging.maxLimit ?? request.limit ?? 20;
	const limit = Math.min(most, shown.length + few);
	const fresh = new Map<string, Customer | null>();
	let after = (list.state.data as Partial<InfiniteData<CustomerPage, string | null>> | undefined)?.pageParams?.[from];
	let known: number;
	do {
		const answer = await quietly(() => backend.list({ ...request, limit, ...(after && { after }) }, { scope }));
		if (!answer) return;
		for (const customer of answer.data) fresh.set(customer.id, customer);
		after = answer.next;
		// Up to there all have been asked for; those behind may have gone, or others have pushed them on.
		known = after === null ? ids.length : ids.findLastIndex((id) => fresh.has(id));
	} while (shown.length - known > few && fresh.size < shown.length + pushed);
	// What was asked for openly meanwhile is as new.
	if (isAsOf(list, asked)) return;
	if (from === 0) putNewCustomers(queryClient, list, newIn([...fresh.keys()], list));
	const missing = shown.filter((id) => !fresh.has(id));
	for (const id of missing) {
		// Many at once are no edit that somebody would look for where it was.
		const customer = missing.length > few && ids.indexOf(id) < known ? null : await askFor(context, id);
		if (customer !== undefined) fresh.set(id, customer);
	}
	await replaceRows(queryClient, list, fresh, asked);
}

/** Who has a place before somebody whom the list shows; behind that are those who have moved up from the next page. */
function newIn(ids: readonly string[], list: Query): Set<string> {
	const fresh = unlisted(list, ids);
	const isAll = pagesOf(list).at(-1)?.next === null || fresh.size === ids.length;
	return isAll
		? fresh
		: new Set(
				ids
					.slice(
						0,
						ids.findLastIndex((id) => !fresh.has(id)),
					)
					.filter((id) => fresh.has(id)),
			);
}

const idsOf = ({ data }: CustomerPage) => data.map(({ id }) => id);
