import type { SearchField } from '../../domain/searchedText';
import { isFound, type SearchTerms } from '../../domain/searchTerms';
import type { CheckedListRequest } from '../kit/checkListRequest';
import type { Row } from './row';

/** Whether a row is one of those that a request asks for; `terms` is how its query is read. */
export function matcher(
	{ email, country, created }: CheckedListRequest,
	terms: SearchTerms | null,
	fields: readonly SearchField[],
): (row: Row) => boolean {
	const phoneOf = fields.includes('phone') ? (row: Row) => row.customer.phone : () => null;
	return (row) =>
		(email === null || row.email === email) &&
		(country === null || country.includes(row.customer.address?.country ?? '')) &&
		(created.gte === null || (row.created !== null && row.created >= created.gte)) &&
		(created.lt === null || (row.created !== null && row.created < created.lt)) &&
		(terms === null || isFound(terms, row.searched(fields), phoneOf(row)));
}
