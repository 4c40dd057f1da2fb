import type { CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import { searchedText } from '../../domain/searchedText';
import { isFound, type SearchTerms, searchTerms } from '../../domain/searchTerms';
import { type KnownWrite, mergePages } from './mergePages';

/**
 * Merges as {@link mergePages}, also into what an index that lags says of a search, a filter or another order: a new customer is there who
 * is found as backends find them.
 *
 * @param writes oldest first
 * @param terms how the search is read. Default: without the phone plans
 */
export function mergeWrites(
	pages: readonly CustomerPage[],
	request: ListCustomersRequest,
	writes: readonly KnownWrite[],
	terms: SearchTerms | null = request.query ? searchTerms(request.query, null) : null,
): CustomerPage[] {
	const finds = (customer: Customer) => terms === null || isFound(terms, searchedText(customer), customer.phone);
	const has = (customer: Customer) => matches(request, customer) && finds(customer);
	return mergePages(pages, request, writes, pages[0]?.consistency === 'eventual' ? has : undefined);
}

/** Whether the first page under these filters would plainly have the customer. */
function matches({ email, country, created, after, before }: ListCustomersRequest, customer: Customer): boolean {
	if (after || before) return false;
	if (email && (!customer.email || emailKey(customer.email) !== emailKey(email))) return false;
	if (country?.length && !country.includes(customer.address?.country ?? '')) return false;
	return (
		!created || (customer.created !== null && customer.created >= (created.gte ?? '') && (!created.lt || customer.created < created.lt))
	);
}
