import type { CallOptions, CustomerSort } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { searchedText } from '../../domain/searchedText';
import { isFound, searchTerms } from '../../domain/searchTerms';
import type { CheckedListRequest } from '../kit/checkListRequest';
import { inRange, type Rows } from './accountRows';
import type { Anchors } from './anchors';
import type { Emails } from './emails';
import { cursorGone } from './toCustomerError';

/** The customers of one email: as emails are compared by key, these few rows are matched, sorted and paged here. */
export async function emailRows(
	emails: Emails,
	request: CheckedListRequest,
	typed: string,
	anchors: Anchors,
	call: CallOptions,
): Promise<Rows> {
	const { sort, direction, limit, query, created } = request;
	const found = await emails.search([typed], call);
	const terms = query === null ? null : searchTerms(query, null);
	const rows = found
		.filter((customer) => inRange(customer, created) && (terms === null || isFound(terms, searchedText(customer), null)))
		.sort((a, b) => compare(sort, a, b));
	const shown = new Set(anchors.map(([id]) => id));
	const at = rows.findIndex(({ id }) => anchors[0]?.[0] === id);
	if (anchors.length > 0 && at < 0) throw cursorGone();
	if (direction === 'forward') {
		const rest = rows.slice(at + 1).filter(({ id }) => !shown.has(id));
		return { customers: rest.slice(0, limit), more: rest.length > limit };
	}
	const rest = rows.slice(0, at).filter(({ id }) => !shown.has(id));
	return { customers: rest.slice(-limit), more: rest.length > limit };
}

function compare(sort: CustomerSort, a: Customer, b: Customer): number {
	const field = sort.replace('-', '') as 'created' | 'name' | 'email';
	const order = (a[field] ?? '').localeCompare(b[field] ?? '') || a.id.localeCompare(b.id);
	return sort.startsWith('-') ? -order : order;
}
