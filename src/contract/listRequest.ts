import type { CustomerSort, ListCustomersRequest } from './backend';

/** Every key that a list request can have. */
export const listRequestKeys = [
	'query',
	'email',
	'country',
	'created',
	'sort',
	'limit',
	'after',
	'before',
	'total',
] as const satisfies readonly (keyof ListCustomersRequest)[];

/** Every way to count, the default first. */
export const totals = ['none', 'exact', 'estimate'] as const satisfies readonly ListCustomersRequest['total'][];

export const defaultSort = '-created' satisfies CustomerSort;
/** Customers a page, where the request does not say. */
export const defaultLimit = 20;
/** Customers a page at most, whatever the backend. */
export const maxLimit = 100;
/** Characters of a search at most. */
export const maxQueryLength = 500;
/** Characters of a cursor at most: it is sealed, and may hold a name or an email of any length. */
export const maxCursorLength = 4096;

/** The largest page of a backend that offers pages of this size. */
export function largestLimit(offered: number): number {
	return Math.max(1, Math.min(offered, maxLimit));
}

/** Text without the space around it, in one Unicode spelling. */
export function normalizeText(text: string): string {
	return text.trim().normalize('NFC');
}

/** Country codes in upper case, each once, in order. */
export function normalizeCountries(codes: readonly string[]): string[] {
	return [...new Set(codes.map((code) => code.toUpperCase()))].sort();
}

/** One spelling for requests that mean the same: defaults and empty filters left out, countries in order, text trimmed. */
export function normalizeRequest(request: ListCustomersRequest): ListCustomersRequest {
	const { query = '', email = '', country = [], created: { gte, lt } = {}, sort, limit, after, before, total } = request;
	const text = normalizeText(query);
	const address = normalizeText(email);
	return {
		...(text && { query: text }),
		...(address && { email: address }),
		...(country.length > 0 && { country: normalizeCountries(country) }),
		...((gte || lt) && { created: { ...(gte && { gte }), ...(lt && { lt }) } }),
		...(sort !== defaultSort && sort && { sort }),
		...(limit !== defaultLimit && limit !== undefined && { limit }),
		...(after && { after }),
		...(before && { before }),
		...(total !== 'none' && total && { total }),
	};
}
