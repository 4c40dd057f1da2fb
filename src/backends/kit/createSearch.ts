import type { Customer } from '../../domain/customer';
import { readSearch } from '../../domain/readSearch';
import { searchedText } from '../../domain/searchedText';
import { isFound } from '../../domain/searchTerms';

/**
 * Reads a query as backends whose `search.matching` is `folded` do. Never rejects.
 *
 * @param fields what is searched. Default: name, email, phone and id
 * @returns whether the query finds a customer
 * @example
 * const finds = await createSearch('asha 0044 7911');
 * finds(customer);
 */
export async function createSearch(
	query: string,
	fields: readonly ('name' | 'email' | 'phone' | 'id')[] = ['name', 'email', 'phone', 'id'],
): Promise<(customer: Customer) => boolean> {
	const terms = await readSearch(query);
	return (customer) => isFound(terms, searchedText(customer, fields), fields.includes('phone') ? customer.phone : null);
}
