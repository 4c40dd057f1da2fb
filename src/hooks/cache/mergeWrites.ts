import type { CustomerPage, ListCustomersRequest } from '../../contract/backend';
import { searchedText } from '../../domain/searchedText';
import { isFound, type SearchTerms, searchTerms } from '../../domain/searchTerms';
import { type KnownWrite, mergePages } from './mergePages';

/**
 * Merges as {@link mergePages}, also into the answer to a search: a new customer is there who is found as backends find them.
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
	return mergePages(pages, request, writes, (customer) => terms === null || isFound(terms, searchedText(customer), customer.phone));
}
