'use client';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { neverChanges } from '../context/neverChanges';
import { type CustomerTableState, initialTableState } from './customerTableState';
import type { UrlState } from './urlState';

export interface TableStateOptions {
	/** Where the table starts; with `urlState`, what an address that says nothing means. */
	initialState?: Partial<CustomerTableState>;
	/** Keeps the state outside, together with `onStateChange`. @default kept by the hook */
	state?: CustomerTableState;
	onStateChange?: (state: CustomerTableState) => void;
	/**
	 * Keeps sort, filters, page size, cursor and view in the address; Back, Forward and reload restore them.
	 * Of `historyUrlState()`, `controlledUrlState(…)` or `memoryUrlState()`.
	 */
	urlState?: UrlState;
	/** Goes before each parameter's name, so that two tables share one address. @default '' */
	urlPrefix?: string;
	/** Lets search text and emails, which are personal data, stand in the address. @default false */
	urlSearch?: boolean;
}

type Change = (change: Partial<CustomerTableState>, options?: { replace?: boolean }) => void;

/** A table's state from its one source, the host, the address, or the hook itself; and what it started with. */
export function useTableState(
	options: TableStateOptions,
): readonly [state: CustomerTableState, setState: Change, initial: CustomerTableState] {
	const { urlState: url, urlPrefix: prefix = '', urlSearch: withSearch = false } = options;
	const [initial] = useState<CustomerTableState>(() => ({ ...initialTableState, ...options.initialState }));
	const [own, setOwn] = useState(initial);
	const { subscribe, get, getOnServer } = url ?? noUrl;
	const search = useSyncExternalStore<string | undefined>(subscribe, get, getOnServer);
	// What was asked for is shown at once, also where a router takes its time to say so.
	const [asked, ask] = useState<{ from: string; to: string } | null>(null);
	const answered = useRef(asked);
	// Not taken back while rendering: React 18 then misses the way back to where it was asked.
	useEffect(() => {
		if (asked && asked.from !== search) answered.current = asked;
	}, [asked, search]);
	const shown = asked && asked.from === search && asked !== answered.current ? asked.to : search;
	const open = url?.address;
	const address = useMemo(() => open?.({ initial, prefix, withSearch }), [open, initial, prefix, withSearch]);

	const state = useMemo(() => {
		if (options.state) return options.state;
		if (!address || shown === undefined) return own;
		return address.read(shown, own);
	}, [options.state, own, shown, address]);

	const latest = useRef({ state, search, shown, options, address });
	useEffect(() => {
		latest.current = { state, search, shown, options, address };
	});
	const setState = useCallback<Change>((change, { replace } = {}) => {
		const { state: former, search, shown, options, address } = latest.current;
		const next: CustomerTableState = { ...former, trail: [], start: undefined, ...change };
		latest.current.state = next;
		setOwn(next);
		options.onStateChange?.(next);
		const { urlState: url } = options;
		if (!url || !address || shown === undefined) return;
		const now = url.get();
		// Another table may have moved since this one was drawn; a router that takes its time tells what it showed then.
		const from = now === search ? shown : now;
		const [to, keepsStep] = address.write(from, former, next);
		if (to === from.replace(/^\?/, '')) return;
		latest.current.shown = to;
		ask({ from: now, to });
		url.set(to, { replace: replace ?? keepsStep });
	}, []);
	return [state, setState, initial];
}

const nothing = () => undefined;
const noUrl = { get: nothing, getOnServer: nothing, subscribe: neverChanges };
