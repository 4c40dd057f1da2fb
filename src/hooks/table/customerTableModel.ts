import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import type { Capabilities, CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import type { CustomerTableFilters, CustomerTableState } from './customerTableState';
import type { TableSearch } from './useTableSearch';

/**
 * `loading`: nothing to show yet. `offline`: nothing to show, and it loads once there is a connection. `forbidden`, `failed`: nothing to
 * show, see `error`. `empty`: there are no customers. `no-matches`: none for this search. `ready`: rows.
 */
export type CustomerTableStatus = 'loading' | 'offline' | 'forbidden' | 'failed' | 'empty' | 'no-matches' | 'ready';

/** A table without markup: its rows, its state, and what can be done. */
export interface CustomerTableModel {
	/** One page at a time, or all below each other. */
	mode: 'pages' | 'infinite';
	/** What there is to show. */
	status: CustomerTableStatus;
	/** With pending edits shown as if saved; the same object as before for a row that did not change. */
	rows: readonly Customer[];
	/** Whether an edit of this customer is being saved. */
	isPending: (id: string) => boolean;
	/** Rows are on the way that will replace or follow those shown. */
	isRefreshing: boolean;
	/** The rows shown belong to a former page or search: what was asked for is on its way, or failed with `error`. */
	isPrevious: boolean;
	/** Also while older rows are shown, and while what failed above them is tried again. */
	error: CustomerError | null;
	/** Waiting for a connection. */
	isOffline: boolean;
	/** Asks again. With several pages loaded below each other it begins anew from the first one, or where loading more failed. */
	retry: () => void;
	/** `undefined` until known. Show only what they offer. */
	capabilities: Capabilities | undefined;
	/** Search, filters, order and page. */
	state: CustomerTableState;
	/** What the list asks for: the state without what the backend does not offer. */
	request: ListCustomersRequest;
	/**
	 * Changes parts of the state; anything but `trail` and `start` leads back to the first page. In an address, another page, order or
	 * view adds an entry to the history, anything else replaces the current one.
	 */
	setState: (change: Partial<CustomerTableState>, options?: { replace?: boolean }) => void;
	/** What the table started with. */
	initialState: CustomerTableState;
	/** The search box. */
	search: TableSearch;
	/** Whether search or filters leave anybody out. */
	isNarrowed: boolean;
	/** Changes some filters and leaves the others; leads back to the first page. */
	setFilters: (filters: Partial<CustomerTableFilters>) => void;
	/** Search and filters. */
	clearFilters: () => void;
	/** Ascending first, then descending; names the backend cannot sort by are left alone. */
	toggleSort: (field: 'created' | 'name' | 'email') => void;
	/** Whether the backend can sort by it. */
	canSort: (field: 'created' | 'name' | 'email') => boolean;
	/** Rows a page, 1–100; leads back to the first page. */
	setPageSize: (limit: number) => void;
	/** Where one is in the list, and how to move. */
	paging: {
		/** Numbers of the first and last row shown, also of a former page, from 1; `null` without rows, and where an address led into the midst of the list. */
		range: {
			/** Number of the first row shown. */
			from: number;
			/** Number of the last row shown. */
			to: number;
		} | null;
		/** Whether a page comes after this one. */
		hasNext: boolean;
		/** Whether there is a way back to a page before this one. */
		hasPrevious: boolean;
		/** Nothing comes before this page. Where it is `false` and there is no way back, the first page is one `goFirst()` away. */
		isFirst: boolean;
		/** Shows the first page. */
		goFirst: () => void;
		/** Shows the next page; does nothing where there is none. */
		goNext: () => void;
		/** Shows the page before; does nothing where there is none. */
		goPrevious: () => void;
		/** With `mode: 'infinite'`: loads the next page below; asks again where the list that was asked for failed. */
		loadMore: () => void;
		/** Whether the next page below is on its way. */
		isLoadingMore: boolean;
	};
	/** `cursor_vanished`: the page asked for is gone, this is the first one. */
	notice: 'cursor_vanished' | null;
	/** Takes the notice away. */
	dismissNotice: () => void;
	/** On intent: loads the next page ahead. */
	prefetchNext: () => void;
	/** On intent: loads a customer ahead. */
	prefetchCustomer: (id: string) => void;
	/** Where a windowed list is scrolled to, in pixels: so that one finds it there again after leaving it. */
	scrollOffset: {
		/** Pixels from the top. */
		current: number;
	};
	/** TanStack's results as they are. */
	list: UseQueryResult<CustomerPage, CustomerError> | UseInfiniteQueryResult<InfiniteData<CustomerPage, string | null>, CustomerError>;
}
