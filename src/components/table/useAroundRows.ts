'use client';
import { useMemo } from 'react';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';

/** What is shown around a table's rows. */
export type AroundRows = Omit<CustomerTableModel, 'rows' | 'list' | 'request' | 'isPending' | 'isRefreshing' | 'isPrevious' | 'paging'> &
	Omit<CustomerTableModel['paging'], 'range'> & {
		/** Numbers of the first and last row shown, from 1; `undefined` where nobody knows. */
		from: number | undefined;
		to: number | undefined;
	};

/** A table without its rows: the same object until something else changes, so that what shows it need not render for a row. */
export function useAroundRows(table: CustomerTableModel): AroundRows {
	const {
		rows: _rows,
		list: _list,
		request: _request,
		isPending: _pending,
		isRefreshing: _refreshing,
		isPrevious: _previous,
		...rest
	} = table;
	const { paging, ...around } = rest;
	const { range, ...steps } = paging;
	const shown = { ...around, ...steps, from: range?.from, to: range?.to };
	// biome-ignore lint/correctness/useExhaustiveDependencies: they are all that is in it
	return useMemo(() => shown, Object.values(shown));
}
