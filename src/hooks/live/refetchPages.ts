import type { InfiniteData, Query } from '@tanstack/react-query';
import type { CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { CustomerErrorCode } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { pagesOf } from '../cache/lists';
import type { CustomersContextValue } from '../context/customersContext';
import { putNewCustomers } from './newCustomers';
import { replaceRows } from './replaceRows';
import { unlisted } from './unlisted';

/** Whom to ask, and whose cache to change. */
export type LiveContext = Pick<CustomersContextValue, 'backend' | 'scope' | 'queryClient'>;

/** So many customers of a page are asked for one by one; where it is more, the page is. */
export const few = 4;

/** A customer as it is now, `null` for who is gone. Asks quietly: what fails is `undefined`, and asked for again as everything is. */
export async function askFor({ backend, scope }: LiveContext, id: string): Promise<Customer | null | undefined> {
	try {
		return await backend.get(id, { scope });
	} catch (error) {
		const gone: CustomerErrorCode = 'not_found';
		return (error as { code?: unknown } | null)?.code === gone ? null : undefined;
	}
}

/**
 * Asks for pages of a list without showing the answers: rows are changed where they stand, and who is new waits until somebody wants to see
 * them.
 *
 * @param at which of the loaded pages
 */
export async function refetchPages(context: LiveContext, list: Query, at: ReadonlySet<number>): Promise<void> {
	const { queryClient } = context;
	const before = list.state.dataUpdatedAt;
	const answers = await Promise.all([...at].map((page) => askPage(context, list, page)));
	// What was asked for openly meanwhile is as new.
	if (list.state.dataUpdatedAt !== before) return;
	const fresh = new Map<string, Customer | null>();
	const missing: string[] = [];
	for (const [page, answer] of [...at].map((page, index) => [page, answers[index]] as const)) {
		if (!answer) continue;
		for (const customer of answer.data) fresh.set(customer.id, customer);
		missing.push(...missingFrom(answer, pagesOf(list)[page]));
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
	replaceRows(queryClient, list, fresh);
}

async function askPage({ backend, scope }: LiveContext, { queryKey, state }: Query, page: number): Promise<CustomerPage | undefined> {
	// Nobody has asked how many there are by now.
	const { total: _total, ...request } = queryKey[3] as ListCustomersRequest;
	const after = (state.data as Partial<InfiniteData<CustomerPage, string | null>> | undefined)?.pageParams?.[page];
	try {
		return await backend.list(after ? { ...request, after } : request, { scope });
	} catch {
		return undefined;
	}
}

/** Who has a place in a first page before somebody whom the list shows; behind that are those who have moved up from the next one. */
function newIn(first: CustomerPage, list: Query): Set<string> {
	const ids = first.data.map(({ id }) => id);
	const fresh = unlisted(list, ids);
	const [shown] = pagesOf(list);
	const last = shown?.next === null || fresh.size === ids.length ? ids.length : ids.findLastIndex((id) => !fresh.has(id));
	return new Set(ids.slice(0, last).filter((id) => fresh.has(id)));
}

/** Who stood before somebody that is still there, and is not: gone, or elsewhere by now. Others have only moved to the next page. */
function missingFrom({ data, next }: CustomerPage, shown: CustomerPage | undefined): string[] {
	const still = new Set(data.map(({ id }) => id));
	const ids = shown?.data.map(({ id }) => id) ?? [];
	const last = next === null ? ids.length : ids.findLastIndex((id) => still.has(id));
	return ids.slice(0, Math.max(last, 0)).filter((id) => !still.has(id));
}
