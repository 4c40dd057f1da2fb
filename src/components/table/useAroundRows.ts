'use client';
import { type RefObject, useMemo, useRef } from 'react';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { useSame } from './useSame';

type Paging = CustomerTableModel['paging'];

/** What is shown around a table's rows, wherever in the list they are. */
export type AroundRows = Omit<
	CustomerTableModel,
	'rows' | 'list' | 'request' | 'isPending' | 'isRefreshing' | 'isPrevious' | 'status' | 'paging'
> & {
	/** All of the table, for what is done where it is opened. */
	latest: RefObject<CustomerTableModel>;
};

/** Where the rows are in the list, and the ways from there. */
export type RowsPlace = Omit<Paging, 'range'> & {
	/** Numbers of the first and last row shown, from 1; `undefined` where nobody knows. */
	from: number | undefined;
	to: number | undefined;
};

/**
 * A table without its rows, in two: each is the same object until something in it changes, so that a row renders nothing around it, and
 * another page renders the pager alone. What the state in `around` says of the page may be of a former one.
 */
export function useAroundRows(table: CustomerTableModel): { around: AroundRows; place: RowsPlace } {
	const {
		rows: _rows,
		list: _list,
		request: _request,
		isPending: _pending,
		isRefreshing: _refreshing,
		isPrevious: _previous,
		status: _status,
		paging,
		state: current,
		...rest
	} = table;
	// biome-ignore lint/correctness/useExhaustiveDependencies: that is all of it but the page
	const state = useMemo(() => current, [JSON.stringify({ ...current, trail: 0, start: 0 })]);
	const latest = useRef(table);
	latest.current = table;
	const around = useSame({ ...rest, latest, state });
	const { range, ...steps } = paging;
	return { around, place: useSame({ ...steps, from: range?.from, to: range?.to }) };
}
