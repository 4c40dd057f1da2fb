import type { CustomerPage, ListCustomersRequest } from '../../contract/backend';
import { normalizeRequest } from '../../contract/listRequest';
import type { Customer } from '../../domain/customer';

/** A customer as it is now, who was created or edited here. */
export interface KnownWrite {
	customer: Customer;
	isNew: boolean;
}

/**
 * Pages of a list from its beginning or from a cursor on, with what was saved here: customers that were edited as they are now, and new
 * ones before all others where the list is certain to have them. Pages in which nothing changes come back as they are.
 *
 * @param writes oldest first
 * @param hasNew whether the list has a new customer. Default: where the newest of all come first
 */
export function mergePages(
	pages: readonly CustomerPage[],
	request: ListCustomersRequest,
	writes: readonly KnownWrite[],
	hasNew: (customer: Customer) => boolean = () => isUnfiltered(request),
): CustomerPage[] {
	const saved = new Map(writes.map(({ customer }) => [customer.id, customer]));
	const listed = new Set(pages.flatMap(({ data }) => data.map(({ id }) => id)));
	const first = writes.flatMap(({ isNew, customer: { id } }) => (isNew && !listed.has(id) && hasNew(saved.get(id)!) ? saved.get(id)! : []));
	return pages.map((page, index) => {
		if (first.length === 0 && !page.data.some(({ id }) => saved.has(id))) return page;
		// The last row stays: the next page begins behind it.
		const data = [...(index === 0 ? first.reverse() : []), ...page.data.map((row) => saved.get(row.id) ?? row)];
		return { ...page, data, ...(page.total && { total: { ...page.total, value: page.total.value + first.length } }) };
	});
}

/** Whether a request shows the newest customers of all: only there is it certain that a new one comes first. */
export function isUnfiltered(request: ListCustomersRequest): boolean {
	const { limit: _limit, total: _total, ...rest } = normalizeRequest(request);
	return Object.keys(rest).length === 0;
}
