import { emailKey } from '../../domain/email';
import type { CheckedListRequest } from '../kit/checkListRequest';
import { foldText, phoneDigits } from '../kit/foldText';
import type { Row } from './row';

export type SearchField = 'name' | 'email' | 'phone' | 'id';

/** Whether a row is one of those that a request asks for. */
export function matcher(request: CheckedListRequest, fields: readonly SearchField[]): (row: Row) => boolean {
	const { email, country, created } = request;
	const found = request.query === null ? null : searcher(request.query, fields);
	return (row) =>
		(email === null || row.email === email) &&
		(country === null || country.includes(row.customer.address?.country ?? '')) &&
		(created.gte === null || (row.created !== null && row.created >= created.gte)) &&
		(created.lt === null || (row.created !== null && row.created < created.lt)) &&
		(found === null || found(row));
}

function searcher(query: string, fields: readonly SearchField[]): (row: Row) => boolean {
	const text = foldText(query);
	const key = emailKey(query);
	const digits = fields.includes('phone') ? phoneDigits(query) : null;
	return ({ customer, name, email }) =>
		(fields.includes('name') && name?.includes(text)) ||
		(fields.includes('email') && (email?.includes(text) || email?.includes(key))) ||
		(fields.includes('id') && customer.id.toLowerCase().includes(text)) ||
		(digits !== null && customer.phone?.includes(digits) === true);
}
