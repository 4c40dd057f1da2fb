'use client';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ListCustomersRequest } from '../../contract/backend';
import { useCustomersContext } from '../context/customersContext';
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

interface Chosen {
	ids: ReadonlySet<string>;
	all: boolean;
	/** The search and filters, and the user, that it belongs to. */
	subject: string;
}

const none: ReadonlySet<string> = new Set();

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
	const [kept, keep] = useState<Chosen>({ ids: none, all: false, subject });
	const chosen = kept.subject === subject ? kept : { ids: none, all: false, subject };
	if (chosen !== kept) keep(chosen);

	const latest = useRef({ rows, chosen });
	/** Where an extension begins, whether it chooses or the opposite, and what was chosen before it. */
	const anchor = useRef<{ id: string; on: boolean; base: ReadonlySet<string> } | null>(null);
	useLayoutEffect(() => {
		if (latest.current.chosen.subject !== subject) anchor.current = null;
		latest.current = { rows, chosen };
	});

	const change = useCallback((ids: ReadonlySet<string>, all = false) => {
		const next = { ids, all, subject: latest.current.chosen.subject };
		latest.current.chosen = next;
		keep(next);
	}, []);
	const idsNow = useCallback(() => {
		const { rows, chosen } = latest.current;
		return chosen.all ? new Set(rows.map(({ id }) => id)) : chosen.ids;
	}, []);
	const toggle = useCallback(
		(id: string) => {
			const base = idsNow();
			const on = !base.has(id);
			anchor.current = { id, on, base };
			change(withIds(base, [id], on));
		},
		[change, idsNow],
	);
	const extendTo = useCallback(
		(id: string, from = id) => {
			const { rows } = latest.current;
			const position = (id: string) => rows.findIndex((row) => row.id === id);
			const begin = anchor.current && position(anchor.current.id) >= 0 ? anchor.current : { id: from, on: true, base: idsNow() };
			anchor.current = begin;
			const [first, last] = [position(begin.id), position(id)].sort((a, b) => a - b) as [number, number];
			const range = rows.slice(Math.max(first, 0), last + 1).map((row) => row.id);
			change(withIds(begin.base, range, begin.on));
		},
		[change, idsNow],
	);
	const clear = useCallback(() => {
		anchor.current = null;
		change(none);
	}, [change]);
	const shown = useMemo(() => {
		if (rows.length === 0 || (!chosen.all && chosen.ids.size === 0)) return 'none';
		if (chosen.all || rows.every(({ id }) => chosen.ids.has(id))) return 'all';
		return rows.some(({ id }) => chosen.ids.has(id)) ? 'some' : 'none';
	}, [rows, chosen]);
	const value = useMemo((): CustomerSelection => {
		if (!chosen.all) return { kind: 'some', ids: [...chosen.ids] };
		return { kind: 'all', request: { ...(JSON.parse(chosen.subject)[1] as ListCustomersRequest), ...(sort && { sort }) } };
	}, [chosen, sort]);
	return useMemo(
		() => ({
			value,
			count: chosen.all ? null : chosen.ids.size,
			isSelected: (id) => chosen.all || chosen.ids.has(id),
			shown,
			toggle,
			extendTo,
			toggleShown: () => {
				anchor.current = null;
				const ids = rows.map(({ id }) => id);
				change(chosen.all ? none : withIds(chosen.ids, ids, shown !== 'all'));
			},
			selectAll: () => {
				anchor.current = null;
				change(none, true);
			},
			clear,
		}),
		[value, chosen, shown, rows, toggle, extendTo, clear, change],
	);
}

function withIds(base: ReadonlySet<string>, ids: readonly string[], on: boolean): ReadonlySet<string> {
	const next = new Set(base);
	for (const id of ids) {
		if (on) next.add(id);
		else next.delete(id);
	}
	return next;
}
