'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { detailQuery, listQuery } from '../cache/queries';
import { useFetching } from '../cache/useFetching';
import { usePendingEdits } from '../cache/usePendingEdits';
import { useCustomersContext } from '../context/customersContext';
import { useEventCallbacks } from '../context/useEventCallbacks';
import type { CustomerTableModel } from './customerTableModel';
import { cursorOf, isFirstPage, isNarrowed, toListRequest } from './customerTableState';
import { nextSort } from './nextSort';
import { shownRows } from './shownRows';
import { tablePaging } from './tablePaging';
import { tableStatus } from './tableStatus';
import { useTableList } from './useTableList';
import { useTableSearch } from './useTableSearch';
import { type TableStateOptions, useTableState } from './useTableState';

/** What a table starts with, and where its state is kept. */
export interface UseCustomerTableOptions extends TableStateOptions {
	/** One page at a time, or all pages loaded so far. @default 'pages' */
	mode?: 'pages' | 'infinite';
}

/** What is done to a table, and not asked while it renders. */
type Act = 'retry' | 'clearFilters' | 'toggleSort' | 'setPageSize' | 'dismissNotice' | 'prefetchNext' | 'prefetchCustomer';

/**
 * A table of customers without markup: search, filters, sort and pages, offering only what the backend can do.
 *
 * @returns the table without markup
 * @example
 * const table = useCustomerTable({ initialState: { sort: 'name' } });
 * <CustomerTable table={table} />;
 */
export function useCustomerTable(options: UseCustomerTableOptions = {}): CustomerTableModel {
	const { mode = 'pages' } = options;
	const context = useCustomersContext();
	const { queryClient } = context;
	const edits = usePendingEdits();
	const source = useTableState(options);
	const { state, setState: change, initialState } = source;
	const { list, data, endless, position, shown, request, capabilities, retry } = useTableList(source, mode === 'infinite');
	const [notice, setNotice] = useState<CustomerTableModel['notice']>(null);
	const setState = useCallback<typeof change>(
		(...args) => {
			change(...args);
			setNotice(null);
		},
		[change],
	);
	const search = useTableSearch(state.query, (query) => setState({ query }), capabilities);
	useForgetFormerUser(search.setText, setState);

	const unwalkable = cursorOf(state).before !== undefined && capabilities?.paging.backward === false;
	const vanished = unwalkable || (list.error?.code === 'invalid_cursor' && !isFirstPage(state));
	useEffect(() => {
		if (!vanished) return;
		setState({ trail: [] }, { replace: true });
		setNotice('cursor_vanished');
	}, [vanished, setState]);

	const { pages, isPrevious } = shown;
	const rows = useMemo(() => shownRows(pages, edits), [pages, edits]);
	const error = vanished ? null : shown.error;
	const { isFetching, isOffline } = useFetching(list);
	const narrowed = isNarrowed(state);
	const { next } = position;
	return {
		mode,
		status: tableStatus({ data, error, fetchStatus: list.fetchStatus }, rows.length, narrowed, isOffline),
		rows,
		isPending: edits.isPending,
		isRefreshing: isFetching && data !== undefined,
		isPrevious,
		error,
		isOffline,
		capabilities,
		state,
		request,
		setState,
		initialState,
		search,
		isNarrowed: narrowed,
		setFilters: setState,
		canSort: useCallback((field) => nextSort(field, state.sort, capabilities) !== undefined, [state.sort, capabilities]),
		paging: useEventCallbacks(tablePaging(position, shown, rows.length, endless, setState, retry)),
		notice,
		scrollOffset: useRef(0),
		list,
		...useEventCallbacks<Pick<CustomerTableModel, Act>>({
			retry,
			clearFilters: () => {
				search.setText('');
				setState({ query: '', email: '', country: [], created: {} });
			},
			toggleSort: (field) => {
				const sort = nextSort(field, state.sort, capabilities);
				if (sort) setState({ sort });
			},
			setPageSize: (limit) => setState({ limit }),
			dismissNotice: () => setNotice(null),
			prefetchNext: () => {
				if (next) void queryClient.prefetchQuery(listQuery(context, toListRequest({ ...state, ...next }, capabilities)));
			},
			prefetchCustomer: (id) => void queryClient.prefetchQuery(detailQuery(context, id)),
		}),
	};
}

/** Cursors belong to the user who was given them, and typing to who typed it. */
function useForgetFormerUser(setText: (text: string) => void, setState: CustomerTableModel['setState']): void {
	const { scope } = useCustomersContext();
	const session = useRef(scope);
	useEffect(() => {
		if (session.current === scope) return;
		session.current = scope;
		setText('');
		setState({ query: '', email: '' });
	}, [scope, setState, setText]);
}
