'use client';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { neverChanges } from '../context/neverChanges';
import { useHydrated } from '../context/useHydrated';
import { type CustomerTableState, initialTableState } from './customerTableState';
import type { UrlState } from './urlState';
import { useTableAddress } from './useTableAddress';

/** Where the state of a table is kept. */
export interface TableStateOptions {
	/** Where the table starts; with `urlState`, what an address that says nothing means. */
	initialState?: Partial<CustomerTableState>;
	/** Keeps the state outside, together with `onStateChange`. @default kept by the hook */
	state?: CustomerTableState;
	/** Called with each new state. */
	onStateChange?: (state: CustomerTableState) => void;
	/**
	 * Keeps sort, filters, page size, cursor and view in the address; Back, Forward and reload restore them.
	 * Of `historyUrlState()`, `controlledUrlState(…)`, `memoryUrlState()` or a host's own. @default none: the state lives with the table
	 */
	urlState?: UrlState;
	/** Goes before each parameter's name, so that two tables share one address. @default '' */
	urlPrefix?: string;
	/** Lets search text and emails, which are personal data, stand in the address. @default false */
	urlSearch?: boolean;
}

interface TableStateModel {
	state: CustomerTableState;
	setState: (change: Partial<CustomerTableState>, options?: { replace?: boolean }) => void;
	/** What the table started with. */
	initialState: CustomerTableState;
	/** Not yet while it is unknown what the address says. */
	isKnown: boolean;
}

/** A table's state from its one source: the host, the address, or the hook itself. */
export function useTableState(options: TableStateOptions): TableStateModel {
	const { urlState: url, urlPrefix: prefix = '', urlSearch: withSearch = false } = options;
	const [initial] = useState<CustomerTableState>(() => ({ ...initialTableState, ...options.initialState }));
	const [own, setOwn] = useState(initial);
	const { subscribe, get, getOnServer } = url ?? noUrl;
	const search = useSyncExternalStore(subscribe, get, getOnServer);
	const open = useTableAddress(url);
	const address = useMemo(() => open?.({ initial, prefix, withSearch }), [open, initial, prefix, withSearch]);
	// "Last 7 days" begin at another hour in another time zone.
	const hydrated = useHydrated();
	const given = options.state;
	const state = useMemo(() => given ?? address?.read(search, own) ?? own, [given, own, search, address]);

	const latest = useRef({ state, options, address });
	useEffect(() => {
		address?.see(search);
		latest.current = { state, options, address };
	});
	const setState = useCallback<TableStateModel['setState']>((change, { replace } = {}) => {
		const { state: former, options, address } = latest.current;
		const next: CustomerTableState = { ...former, trail: [], start: undefined, ...change };
		latest.current.state = next;
		setOwn(next);
		options.onStateChange?.(next);
		const { urlState: url } = options;
		const move = url && address?.move(url.get(), former, next);
		if (move) url.set(move.search, { replace: replace ?? move.replace });
	}, []);
	return { state, setState, initialState: initial, isKnown: !url || (open !== undefined && (hydrated || state.created.gte === undefined)) };
}

const empty = () => '';
const noUrl = { get: empty, getOnServer: empty, subscribe: neverChanges };
