import type { Capabilities, CustomerSort, ListCustomersRequest } from '../../contract/backend';
import { defaultLimit, defaultSort, maxLimit, normalizeText } from '../../contract/listRequest';

/** Everything that decides which rows a table shows. Plain data, so that a host can keep it. */
export interface CustomerTableState {
	/** What is searched for. */
	query: string;
	/** Exact email; `''` for any. */
	email: string;
	/** ISO 3166-1 alpha-2; empty for any. */
	country: readonly string[];
	/** ISO 8601 instants: from `gte` on, before `lt`. */
	created: {
		/** From then on; absent for the beginning. */
		readonly gte?: string;
		/** Before then; absent for now. */
		readonly lt?: string;
	};
	/** The order of the rows. */
	sort: CustomerSort;
	/** Rows a page, 1–100. */
	limit: number;
	/** Cursors of the pages walked through, the current page's last; empty on the first page. */
	trail: readonly string[];
	/**
	 * Set where one came into the midst of the list by an address: the cursor of the first page known, before the trail begins,
	 * and its number from 1 where that is known.
	 */
	start?: {
		/** Its cursor, where it was reached forward. */
		readonly after?: string;
		/** Its cursor, where it was reached backward. */
		readonly before?: string;
		/** Its number, from 1 on. */
		readonly page?: number;
	};
	/** Id of the saved view that was chosen. */
	view?: string;
}

/** What can be filtered by. */
export type CustomerTableFilters = Pick<CustomerTableState, 'email' | 'country' | 'created'>;

export const initialTableState: CustomerTableState = {
	query: '',
	email: '',
	country: [],
	created: {},
	sort: defaultSort,
	limit: defaultLimit,
	trail: [],
};

/** Whether anything narrows the list down. */
export function isNarrowed({ query, email, country, created }: CustomerTableState): boolean {
	return Boolean(query.trim() || email || country.length > 0 || created.gte || created.lt);
}

/** Whether a search text is shorter than the backend searches for. */
export function isTooShort(query: string, capabilities: Capabilities | undefined): boolean {
	const length = [...normalizeText(query)].length;
	return Boolean(capabilities?.search && length > 0 && length < capabilities.search.minLength);
}

/** The request for a state, without what the backend does not offer. */
export function toListRequest(state: CustomerTableState, capabilities: Capabilities | undefined): ListCustomersRequest & { limit: number } {
	const offers = capabilities ?? {
		search: true,
		filter: { email: true, country: true, created: true },
		sort: [state.sort],
		paging: { maxLimit },
	};
	return {
		limit: Math.min(state.limit, offers.paging.maxLimit),
		...(offers.sort.includes(state.sort) && { sort: state.sort }),
		...(offers.search && state.query.trim() && !isTooShort(state.query, capabilities) && { query: state.query }),
		...(offers.filter.email && state.email && { email: state.email }),
		...(offers.filter.country && state.country.length > 0 && { country: [...state.country] }),
		...(offers.filter.created && (state.created.gte || state.created.lt) && { created: { ...state.created } }),
		...cursorOf(state),
	};
}

/** The cursor of the page that a state shows; `{}` on the first page. */
export function cursorOf({ trail, start }: CustomerTableState): { after?: string; before?: string } {
	if (trail.length > 0) return { after: trail.at(-1) };
	return start?.after ? { after: start.after } : start?.before ? { before: start.before } : {};
}

/** Number of the page shown, from 1; `undefined` where nobody knows. */
export function pageNumber({ start, trail }: CustomerTableState): number | undefined {
	return start ? start.page && start.page + trail.length : trail.length + 1;
}

/** Whether a state shows the first page. */
export function isFirstPage({ trail, start }: CustomerTableState): boolean {
	return trail.length === 0 && start === undefined;
}

/** Whether every backend can answer the state, so that it need not wait for the capabilities. */
export function isPlain(state: CustomerTableState): boolean {
	return !isNarrowed(state) && state.sort === defaultSort && isFirstPage(state);
}
