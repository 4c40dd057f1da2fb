'use client';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ListCustomersRequest } from '../../contract/backend';
import { useCustomersContext } from '../context/customersContext';
import { type ChosenCustomers, everybody, extendRows, nobody, shownOf, toggleRow, toggleRows } from './chosenCustomers';
import type { CustomerTableModel } from './customerTableModel';

/** The customers chosen: some by their ids, or all that a request finds, also those that were never loaded. */
export type CustomerSelection =
	| {
			/** `some`: the customers of `ids`. `all`: everybody who matches `request`. */
			kind: 'some';
			/** Their ids. */
			ids: readonly string[];
	  }
	| {
			kind: 'all';
			/** Search, filters and order, without a page. */
			request: Omit<ListCustomersRequest, 'after' | 'before' | 'limit' | 'total'>;
	  };

/** What is chosen in a table, and how to choose. */
export interface CustomerSelectionModel {
	/** What is chosen. */
	value: CustomerSelection;
	/** How many are chosen; `null` where it is all that match, which nobody has counted. */
	count: number | null;
	/** Whether a customer is chosen. */
	isSelected: (id: string) => boolean;
	/** How many of the rows shown are chosen. */
	shown: 'none' | 'some' | 'all';
	/** Chooses the row, or no longer. Where all that match were chosen, the rows shown but this one are left. */
	toggle: (id: string) => void;
	/**
	 * Does to every row from the one toggled last up to this one what was done to that; an extension before it is taken back.
	 *
	 * @param from where to begin if nothing was toggled among the rows shown
	 */
	extendTo: (id: string, from?: string) => void;
	/** Chooses the rows shown, or none where they are all chosen. */
	toggleShown: () => void;
	/** Chooses all that match, on every page. */
	selectAll: () => void;
	/** Chooses nobody any more. */
	clear: () => void;
}

/**
 * Which of a table's customers are chosen. Lasts from page to page and through sorting; another search, filter or user begins with none.
 *
 * @returns what is chosen, and how to choose
 * @example
 * const table = useCustomerTable();
 * const selection = useCustomerSelection(table);
 * <CustomerTable table={table} selectable={selection} />;
 */
export function useCustomerSelection({ rows, request }: CustomerTableModel): CustomerSelectionModel {
	const { scope } = useCustomersContext();
	const { limit: _limit, after: _after, before: _before, total: _total, sort, ...filters } = request;
	const subject = JSON.stringify([scope, filters]);
	const [kept, keep] = useState({ subject, chosen: nobody });
	if (kept.subject !== subject) keep({ subject, chosen: nobody });
	const chosen = kept.subject === subject ? kept.chosen : nobody;
	const ids = useMemo(() => rows.map(({ id }) => id), [rows]);

	const shownIds = useRef(ids);
	useLayoutEffect(() => {
		shownIds.current = ids;
	});
	const change = useCallback((next: (chosen: ChosenCustomers, ids: readonly string[]) => ChosenCustomers) => {
		const ids = shownIds.current;
		keep(({ subject, chosen }) => ({ subject, chosen: next(chosen, ids) }));
	}, []);
	const toggle = useCallback((id: string) => change((chosen, ids) => toggleRow(chosen, ids, id)), [change]);
	const extendTo = useCallback((id: string, from = id) => change((chosen, ids) => extendRows(chosen, ids, id, from)), [change]);
	const clear = useCallback(() => change(() => nobody), [change]);
	const value = useMemo((): CustomerSelection => {
		if (!chosen.all) return { kind: 'some', ids: [...chosen.ids] };
		return { kind: 'all', request: { ...(JSON.parse(subject)[1] as ListCustomersRequest), ...(sort && { sort }) } };
	}, [chosen, subject, sort]);
	return useMemo(
		() => ({
			value,
			count: chosen.all ? null : chosen.ids.size,
			isSelected: (id) => chosen.all || chosen.ids.has(id),
			shown: shownOf(chosen, ids),
			toggle,
			extendTo,
			toggleShown: () => change(toggleRows),
			selectAll: () => change(() => everybody),
			clear,
		}),
		[value, chosen, ids, toggle, extendTo, clear, change],
	);
}
