import type { Capabilities, CustomerSort, ListCustomersRequest } from '../contract/backend';

/** Everything that decides which rows a table shows. Plain data, so that a host can keep it. */
export interface CustomerTableState {
	/** What is searched for. */
	query: string;
	/** Exact email; `''` for any. */
	email: string;
	/** ISO 3166-1 alpha-2; empty for any. */
	country: readonly string[];
	/** ISO 8601 instants: from `gte` on, before `lt`. */
	created: { readonly gte?: string; readonly lt?: string };
	sort: CustomerSort;
	/** Rows a page, 1–100. */
	limit: number;
	/** Cursors of the pages walked through, the current page's last; empty on the first page. */
	trail: readonly string[];
}

/** What can be filtered by. */
export type CustomerTableFilters = Pick<CustomerTableState, 'email' | 'country' | 'created'>;

export const initialTableState: CustomerTableState = {
	query: '',
	email: '',
	country: [],
	created: {},
	sort: '-created',
	limit: 20,
	trail: [],
};

/** Whether anything narrows the list down. */
export function isNarrowed({ query, email, country, created }: CustomerTableState): boolean {
	return query.trim() !== '' || email !== '' || country.length > 0 || created.gte !== undefined || created.lt !== undefined;
}

/** Whether a search text is shorter than the backend searches for. */
export function isTooShort(query: string, capabilities: Capabilities | undefined): boolean {
	const length = [...query.trim()].length;
	return Boolean(capabilities?.search && length > 0 && length < capabilities.search.minLength);
}

/** The request for a state, without what the backend does not offer. */
export function toListRequest(state: CustomerTableState, capabilities: Capabilities | undefined): ListCustomersRequest {
	const offers = capabilities ?? {
		search: true,
		filter: { email: true, country: true, created: true },
		sort: [state.sort],
		paging: { maxLimit: 100 },
	};
	return {
		limit: Math.min(state.limit, offers.paging.maxLimit),
		...(offers.sort.includes(state.sort) && { sort: state.sort }),
		...(offers.search && state.query.trim() && !isTooShort(state.query, capabilities) && { query: state.query }),
		...(offers.filter.email && state.email && { email: state.email }),
		...(offers.filter.country && state.country.length > 0 && { country: [...state.country] }),
		...(offers.filter.created && (state.created.gte || state.created.lt) && { created: { ...state.created } }),
		...(state.trail.length > 0 && { after: state.trail.at(-1) }),
	};
}

/** Whether every backend can answer the state, so that it need not wait for the capabilities. */
export function isPlain(state: CustomerTableState): boolean {
	return !isNarrowed(state) && state.sort === '-created' && state.trail.length === 0;
}
