import type { Capabilities, CustomerSort, ListCustomersRequest } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import { defaultLimit, defaultSort, listRequestKeys, normalizeCountries, normalizeText } from '../../contract/listRequest';
import { isSort, sorts } from '../../contract/sorts';
import { emailKey } from '../../domain/email';
import { toInstant } from '../../domain/toInstant';
import { notSupported } from './refusals';

/** A list request with every default filled in, and nothing in it that the backend does not offer. */
export interface CheckedListRequest {
	/** Trimmed, in NFC, as typed otherwise; `null` for no search. */
	query: string | null;
	/** The email key to match, `null` for any. */
	email: string | null;
	/** Upper-case codes, sorted, each once; `null` for any, as is an empty list. */
	country: readonly string[] | null;
	/** When it was created: instants in UTC with six decimals, `null` for an open end. */
	created: {
		/** From then on. */
		gte: string | null;
		/** Before then. */
		lt: string | null;
	};
	/** One that the backend offers. */
	sort: CustomerSort;
	/** Customers a page, from 1 to the backend's `maxLimit`. */
	limit: number;
	/** As it was sealed, to be opened; `null` for the first page. */
	cursor: string | null;
	/** Whether the page goes on after the cursor, or ends before it. */
	direction: 'forward' | 'backward';
	/** How to count; `none` unless asked for. */
	total: 'none' | 'exact' | 'estimate';
}

/**
 * Checks a list request against what the backend offers, and brings it to one form.
 *
 * @returns the request with its defaults: the first sort offered where `-created` is not, and 20 customers a page or `maxLimit`
 * @throws `not_supported` naming the capability, or `malformed_request`
 * @example
 * const { query, country, sort, limit, cursor, direction } = checkListRequest(listRequest, capabilities);
 */
export function checkListRequest(request: ListCustomersRequest, capabilities: Capabilities): CheckedListRequest {
	const unknown = Object.keys(request).find((key) => !(listRequestKeys as readonly string[]).includes(key));
	if (unknown !== undefined) throw malformed(`A list request has no key "${unknown}".`);
	const { after, before } = request;
	if (after !== undefined && before !== undefined) throw malformed('A list takes "after" or "before", not both.');
	if (before !== undefined && !capabilities.paging.backward) throw notSupported('paging.backward');
	return {
		query: checkQuery(request.query, capabilities.search),
		...checkFilters(request, capabilities.filter),
		sort: checkSort(request.sort, capabilities.sort),
		limit: checkLimit(request.limit, capabilities.paging.maxLimit),
		cursor: checkCursor(after ?? before),
		direction: before === undefined ? 'forward' : 'backward',
		total: checkTotal(request.total, capabilities.paging.total),
	};
}

/**
 * What a cursor belongs to: sealed with this, it opens for no other scope, sort, search or filter.
 *
 * @returns the binding that a {@link CursorSealer} takes
 * @example
 * const checked = checkListRequest(listRequest, capabilities);
 * const binding = cursorBinding(checked, call.scope);
 */
export function cursorBinding(request: CheckedListRequest, scope: string | undefined): unknown {
	const { query, email, country, created, sort } = request;
	return { scope: scope ?? null, query, email, country, created, sort };
}

function checkQuery(query: string | undefined, search: Capabilities['search']): string | null {
	if (query === undefined) return null;
	if (typeof query !== 'string') throw malformed('"query" is text.');
	const text = normalizeText(query);
	if (text === '') return null;
	if (!search) throw notSupported('search');
	if ([...text].length < search.minLength) throw notSupported(`search below its minLength of ${search.minLength}`);
	return text;
}

function checkFilters(
	request: ListCustomersRequest,
	filter: Capabilities['filter'],
): Pick<CheckedListRequest, 'email' | 'country' | 'created'> {
	const { email, country, created } = request;
	if (email !== undefined) {
		if (typeof email !== 'string') throw malformed('"email" is text.');
		if (!filter.email) throw notSupported('filter.email');
	}
	if (country !== undefined) {
		if (!Array.isArray(country) || !country.every((code) => typeof code === 'string' && /^[A-Za-z]{2}$/.test(code)))
			throw malformed('"country" is a list of two-letter codes.');
		if (!filter.country && country.length > 0) throw notSupported('filter.country');
	}
	if (created !== undefined && !filter.created) throw notSupported('filter.created');
	return {
		email: email === undefined ? null : emailKey(email),
		country: !country?.length ? null : normalizeCountries(country),
		created: { gte: checkInstant(created?.gte, 'created.gte'), lt: checkInstant(created?.lt, 'created.lt') },
	};
}

function checkInstant(text: string | undefined, path: string): string | null {
	if (text === undefined) return null;
	const instant = typeof text === 'string' ? toInstant(text) : null;
	if (instant === null) throw malformed(`"${path}" is an ISO 8601 instant with its zone, such as 2026-11-22T00:00:00Z.`);
	return instant;
}

function checkSort(sort: CustomerSort | undefined, offered: readonly CustomerSort[]): CustomerSort {
	const wanted = sort ?? defaultSort;
	if (!isSort(wanted)) throw malformed(`"sort" is one of ${sorts.join(', ')}.`);
	if (offered.includes(wanted)) return wanted;
	const [first] = offered;
	if (sort === undefined && first !== undefined) return first;
	throw notSupported(`sort by ${wanted}`);
}

function checkLimit(limit: number | undefined, maxLimit: number): number {
	if (limit === undefined) return Math.min(defaultLimit, maxLimit);
	if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) throw malformed(`"limit" is a whole number from 1 to ${maxLimit}.`);
	return limit;
}

function checkCursor(cursor: string | undefined): string | null {
	if (cursor !== undefined && typeof cursor !== 'string') throw malformed('A cursor is the text from a page’s "next" or "previous".');
	return cursor ?? null;
}

function checkTotal(total: ListCustomersRequest['total'], offered: readonly ('exact' | 'estimate')[]): CheckedListRequest['total'] {
	if (total === undefined || total === 'none') return 'none';
	if (total !== 'exact' && total !== 'estimate') throw malformed('"total" is none, exact or estimate.');
	if (!offered.includes(total)) throw notSupported(`paging.total ${total}`);
	return total;
}

function malformed(message: string): CustomerError {
	return new CustomerError('malformed_request', { message });
}
