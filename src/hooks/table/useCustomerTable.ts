'use client';
import type { InfiniteData, QueryClient, QueryKey, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Capabilities, CustomerPage, CustomerSort, ListCustomersRequest } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import { defaultLimit } from '../../contract/listRequest';
import type { Customer } from '../../domain/customer';
import { customerQueries } from '../cache/customerQueries';
import { useCapabilities } from '../cache/useCapabilities';
import { useCustomers } from '../cache/useCustomers';
import { useInfiniteCustomers } from '../cache/useInfiniteCustomers';
import { usePendingEdits } from '../cache/usePendingEdits';
import { useRecentWrites } from '../cache/useRecentWrites';
import { useCustomersContext } from '../context/customersContext';
import type { CustomerTableFilters, CustomerTableState } from './customerTableState';
import { cursorOf, isFirstPage, isNarrowed, isPlain, pageNumber, toListRequest } from './customerTableState';
import { type TableSearch, useTableSearch } from './useTableSearch';
import { type TableStateOptions, useTableState } from './useTableState';

export interface UseCustomerTableOptions extends TableStateOptions {
	/** One page at a time, or all pages loaded so far. @default 'pages' */
	mode?: 'pages' | 'infinite';
}

/**
 * `loading`: nothing to show yet. `offline`: nothing to show, and it loads once there is a connection. `forbidden`, `failed`: nothing to
 * show, see `error`. `empty`: there are no customers. `no-matches`: none for this search. `ready`: rows.
 */
export type CustomerTableStatus = 'loading' | 'offline' | 'forbidden' | 'failed' | 'empty' | 'no-matches' | 'ready';

export interface CustomerTableModel {
	mode: 'pages' | 'infinite';
	status: CustomerTableStatus;
	/** With pending edits shown as if saved; the same object as before for a row that did not change. */
	rows: readonly Customer[];
	isPending: (id: string) => boolean;
	/** Rows are on the way that will replace or follow those shown. */
	isRefreshing: boolean;
	/** The rows shown belong to a former page or search. */
	isPrevious: boolean;
	/** Also while older rows are shown. */
	error: CustomerError | null;
	/** Waiting for a connection. */
	isOffline: boolean;
	/** Asks again. With several pages loaded below each other it begins anew from the first one, or where loading more failed. */
	retry: () => void;
	/** `undefined` until known. Show only what they offer. */
	capabilities: Capabilities | undefined;
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
	search: TableSearch;
	isNarrowed: boolean;
	setFilters: (filters: Partial<CustomerTableFilters>) => void;
	/** Search and filters. */
	clearFilters: () => void;
	/** Ascending first, then descending; names the backend cannot sort by are left alone. */
	toggleSort: (field: 'created' | 'name' | 'email') => void;
	canSort: (field: 'created' | 'name' | 'email') => boolean;
	setPageSize: (limit: number) => void;
	paging: {
		/** Numbers of the first and last row shown, from 1; `null` without rows, and where an address led into the midst of the list. */
		range: { from: number; to: number } | null;
		hasNext: boolean;
		hasPrevious: boolean;
		/** Nothing comes before this page. Where it is `false` and there is no way back, the first page is one `goFirst()` away. */
		isFirst: boolean;
		goFirst: () => void;
		goNext: () => void;
		goPrevious: () => void;
		/** With `mode: 'infinite'`: loads the next page below. */
		loadMore: () => void;
		isLoadingMore: boolean;
	};
	/** `cursor_vanished`: the page asked for is gone, this is the first one. */
	notice: 'cursor_vanished' | null;
	dismissNotice: () => void;
	/** On intent: loads the next page ahead. */
	prefetchNext: () => void;
	/** On intent: loads a customer ahead. */
	prefetchCustomer: (id: string) => void;
	/** Where a windowed list is scrolled to, in pixels: so that one finds it there again after leaving it. */
	scrollOffset: { current: number };
	/** TanStack's results as they are. */
	list: UseQueryResult<CustomerPage, CustomerError> | Endless;
}

type Endless = UseInfiniteQueryResult<InfiniteData<CustomerPage, string | null>, CustomerError>;

/** A table of customers without markup: search, filters, sort and pages, offering only what the backend can do. */
export function useCustomerTable(options: UseCustomerTableOptions = {}): CustomerTableModel {
	const { mode = 'pages' } = options;
	const infinite = mode === 'infinite';
	const context = useCustomersContext();
	const { queryClient, scope } = context;
	const capabilities = useCapabilities();
	const edits = usePendingEdits();
	const [state, change, initialState] = useTableState(options);
	const [notice, setNotice] = useState<CustomerTableModel['notice']>(null);
	const scrollOffset = useRef(0);

	const setState = useCallback<typeof change>(
		(...args) => {
			change(...args);
			setNotice(null);
		},
		[change],
	);

	const known = capabilities.data;
	const search = useTableSearch(state.query, (query) => setState({ query }), known);
	const { setText } = search;

	// Cursors belong to the user who was given them, and typing to who typed it.
	const session = useRef(scope);
	useEffect(() => {
		if (session.current === scope) return;
		session.current = scope;
		setText('');
		setState({ query: '', email: '' });
	}, [scope, setState, setText]);

	const request = useMemo(() => toListRequest(state, known), [state, known]);
	const enabled = isPlain(state) || !capabilities.isPending;
	const { after: _after, before: _before, ...unpaged } = request;
	// Hooks are always called: the one that is not in use asks nothing.
	const paged = useCustomers({ ...request, enabled: enabled && !infinite });
	const pagesBelow = useInfiniteCustomers({ ...unpaged, enabled: enabled && infinite });
	const endless = infinite ? pagesBelow : undefined;
	const list = endless ?? paged;
	const { isPlaceholderData: isPrevious } = list;
	const pages = useMemo(() => {
		if (!list.data) return [];
		return 'pages' in list.data ? list.data.pages : [list.data];
	}, [list.data]);
	/** Of this very request. */
	const page = infinite || isPrevious ? undefined : pages[0];

	const { before } = cursorOf(state);
	const unwalkable = before !== undefined && known?.paging.backward === false;
	const vanished = unwalkable || (list.error?.code === 'invalid_cursor' && !isFirstPage(state));
	useEffect(() => {
		if (!vanished) return;
		setState({ trail: [] }, { replace: true });
		setNotice('cursor_vanished');
	}, [vanished, setState]);

	const mend = useRecentWrites();
	const rows = useMemo(() => {
		// A loop: a hundred thousand rows take flatMap and map thirty milliseconds.
		const shown: Customer[] = [];
		for (const [index, page] of pages.entries()) {
			const isFirst = index === 0 && (infinite || isFirstPage(state)) && !isPrevious;
			for (const row of mend(page, request, isFirst)) shown.push(edits.isEmpty ? row : edits.apply(row));
		}
		return shown;
	}, [infinite, pages, isPrevious, edits, mend, request, state]);
	const next = page?.next ?? null;
	// Walked back to the beginning, whatever number the address began with.
	const reachedFirst = before !== undefined && page?.previous === null;
	const previous = state.start && state.trail.length === 0 && known?.paging.backward ? page?.previous : null;
	const number = reachedFirst || infinite ? 1 : pageNumber(state);
	const first = number && (number - 1) * (request.limit ?? defaultLimit);

	return {
		mode,
		status: statusOf(list, rows.length, isNarrowed(state), vanished),
		rows,
		isPending: edits.isPending,
		isRefreshing: list.isFetching && list.data !== undefined,
		isPrevious,
		error: vanished ? null : list.error,
		isOffline: list.fetchStatus === 'paused',
		retry: () => {
			if (capabilities.isError) void capabilities.refetch();
			if (!endless) void list.refetch();
			else if (endless.isFetchNextPageError) void endless.fetchNextPage();
			else void refetchFirst(queryClient, customerQueries.infinite(context, unpaged).queryKey);
		},
		capabilities: known,
		state,
		request,
		setState,
		initialState,
		search,
		isNarrowed: isNarrowed(state),
		setFilters: (filters) => setState(filters),
		clearFilters: () => {
			search.setText('');
			setState({ query: '', email: '', country: [], created: {} });
		},
		canSort: (field) => sortsBy(field, known).length > 0,
		toggleSort: (field) => {
			const offered = sortsBy(field, known);
			const sort = offered.find((candidate) => candidate !== state.sort) ?? offered[0];
			if (sort) setState({ sort });
		},
		setPageSize: (limit) => setState({ limit }),
		paging: {
			range: rows.length > 0 && first !== undefined ? { from: first + 1, to: first + rows.length } : null,
			hasNext: endless ? endless.hasNextPage : next !== null,
			hasPrevious: !infinite && (state.trail.length > 0 || Boolean(previous)),
			isFirst: infinite || reachedFirst || isFirstPage(state),
			goFirst: () => setState({ trail: [] }),
			goNext: () => {
				if (next !== null) setState({ trail: [...state.trail, next], start: state.start });
			},
			goPrevious: () => {
				if (state.trail.length > 0) setState({ trail: state.trail.slice(0, -1), start: state.start });
				else if (previous) setState({ start: { before: previous, ...(number && number > 1 && { page: number - 1 }) } });
			},
			loadMore: () => {
				if (endless?.hasNextPage && !endless.isFetching) void endless.fetchNextPage();
			},
			isLoadingMore: endless?.isFetchingNextPage ?? false,
		},
		notice,
		dismissNotice: () => setNotice(null),
		prefetchNext: () => {
			if (next !== null) void queryClient.prefetchQuery(customerQueries.list(context, { ...request, before: undefined, after: next }));
		},
		scrollOffset,
		prefetchCustomer: (id) => void queryClient.prefetchQuery(customerQueries.detail(context, id)),
		list,
	};
}

/** TanStack would ask for every page it holds, one after another. */
function refetchFirst(client: QueryClient, queryKey: QueryKey): Promise<void> {
	client.setQueryData<InfiniteData<unknown>>(
		queryKey,
		(data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
	);
	return client.refetchQueries({ queryKey, exact: true });
}

function statusOf(
	list: Pick<UseQueryResult<unknown, CustomerError>, 'data' | 'error' | 'fetchStatus'>,
	rows: number,
	narrowed: boolean,
	vanished: boolean,
): CustomerTableStatus {
	if (list.data !== undefined) return rows > 0 ? 'ready' : narrowed ? 'no-matches' : 'empty';
	if (list.error && !vanished && list.fetchStatus !== 'fetching') return list.error.code === 'forbidden' ? 'forbidden' : 'failed';
	return list.fetchStatus === 'paused' ? 'offline' : 'loading';
}

/** Ascending first. */
function sortsBy(field: 'created' | 'name' | 'email', capabilities: Capabilities | undefined): CustomerSort[] {
	return ([field, `-${field}`] as const).filter((sort) => capabilities?.sort.includes(sort));
}
