import type { InfiniteData, Query } from '@tanstack/react-query';
import type { CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { CustomerErrorCode } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
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
 * Asks for pages of a list without showing the answers: rows are changed where they stand, and who is new waits until somebody wants to see
 * them.
 *
 * @param at which of the loaded pages
 * @param updated who is known to have changed
 */
export async function refetchPages(
	context: LiveContext,
	list: Query,
	at: ReadonlySet<number>,
	updated: ReadonlySet<string>,
): Promise<void> {
	const { queryClient } = context;
	const asked = Date.now();
	const answers = await Promise.all([...at].map(async (page) => [page, await askPage(context, list, page)] as const));
	// What was asked for openly meanwhile is as new.
	if (isAsOf(list, asked)) return;
	const fresh = new Map<string, Customer | null>();
	const missing: string[] = [];
	for (const [page, answer] of answers) {
		if (!answer) continue;
		for (const customer of answer.data) fresh.set(customer.id, customer);
		missing.push(...missingFrom(answer, pagesOf(list)[page], updated));
		if (page === 0) putNewCustomers(queryClient, list, newIn(answer, list));
	}
	const elsewhere = missing.filter((id) => !fresh.has(id));
	await Promise.all(
		elsewhere.map(async (id) => {
			// Many at once are no edit that somebody would look for where it was.
			const customer = elsewhere.length > few ? null : await askFor(context, id);
			if (customer !== undefined) fresh.set(id, customer);
		}),
	);
	await replaceRows(queryClient, list, fresh, asked);
}

function askPage({ backend, scope }: LiveContext, { queryKey, state }: Query, page: number): Promise<CustomerPage | null | undefined> {
	// Nobody has asked how many there are by now.
	const { total: _total, ...request } = queryKey[3] as ListCustomersRequest;
	const after = (state.data as Partial<InfiniteData<CustomerPage, string | null>> | undefined)?.pageParams?.[page];
	return quietly(() => backend.list(after ? { ...request, after } : request, { scope }));
}

/** Who has a place in a first page before somebody whom the list shows; behind that are those who have moved up from the next one. */
function newIn({ data }: CustomerPage, list: Query): Set<string> {
	const ids = idsOf(data);
	const fresh = unlisted(list, ids);
	return new Set(gaps(ids, (id) => !fresh.has(id), pagesOf(list)[0]?.next === null || fresh.size === ids.length));
}

/**
 * Who stood before somebody that is still there, or has changed, and is not: gone, or elsewhere by now. Others have only moved to the next
 * page.
 */
function missingFrom({ data, next }: CustomerPage, shown: CustomerPage | undefined, updated: ReadonlySet<string>): string[] {
	const still = new Set(idsOf(data));
	return gaps(idsOf(shown?.data ?? []), (id) => still.has(id), next === null, updated);
}

const idsOf = (customers: readonly Customer[]) => customers.map(({ id }) => id);

/** Those who do not stay and stand before somebody who does; all who do not where that is sure, or they are. */
function gaps(ids: readonly string[], stays: (id: string) => boolean, isSure: boolean, sure?: ReadonlySet<string>): string[] {
	const last = isSure ? ids.length : ids.findLastIndex(stays);
	return ids.filter((id, at) => !stays(id) && (at < last || sure?.has(id)));
}
