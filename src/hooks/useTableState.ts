'use client';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type CustomerTableState, cursorOf, initialTableState } from './customerTableState';
import { readTableUrl, writeTableUrl } from './tableUrl';
import type { ControlledUrlState, UrlState } from './urlState';

export interface TableStateOptions {
	/** Where the table starts; with `urlState`, what an address that says nothing means. */
	initialState?: Partial<CustomerTableState>;
	/** Keeps the state outside, together with `onStateChange`. @default kept by the hook */
	state?: CustomerTableState;
	onStateChange?: (state: CustomerTableState) => void;
	/** Keeps sort, filters, page size, cursor and view in the address; Back, Forward and reload restore them. */
	urlState?: UrlState | ControlledUrlState;
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
	const store = url && 'get' in url ? url : noUrl;
	const stored = useSyncExternalStore(store.subscribe, store.get, noUrl.get);
	const search = url && ('get' in url ? stored : url.value);
	// What was asked for is shown at once, also where a router takes its time to say so.
	const [asked, ask] = useState<{ from: string; to: string } | null>(null);
	if (asked && asked.from !== search) ask(null);
	const shown = asked && asked.from === search ? asked.to : search;
	const [walk] = useState(createWalk);

	const state = useMemo(() => {
		if (options.state) return options.state;
		if (shown === undefined) return own;
		const read = walk.resume(readTableUrl(shown, { initial, prefix, withSearch }));
		return withSearch ? read : { ...read, query: own.query, email: own.email };
	}, [options.state, own, shown, walk, initial, prefix, withSearch]);

	const latest = useRef({ state, shown, options });
	useEffect(() => {
		latest.current = { state, shown, options };
	});
	const setState = useCallback<Change>(
		(change, { replace } = {}) => {
			const { state: former, shown: from, options } = latest.current;
			const next: CustomerTableState = { ...former, trail: [], start: undefined, ...change };
			latest.current.state = next;
			setOwn(next);
			options.onStateChange?.(next);
			const { urlState: url, urlPrefix: prefix = '', urlSearch: withSearch = false } = options;
			if (!url || from === undefined) return;
			walk.remember(next);
			const to = writeTableUrl(from, next, { initial, prefix, withSearch });
			if (to === from.replace(/^\?/, '')) return;
			latest.current.shown = to;
			ask({ from: 'get' in url ? url.get() : url.value, to });
			const how = { replace: replace ?? !isMove(former, next) };
			if ('get' in url) url.set(to, how);
			else url.onChange(to, how);
		},
		[walk, initial],
	);
	return [state, setState, initial];
}

const noUrl: UrlState = { get: () => '', set: () => undefined, subscribe: () => () => undefined };

/** Another page, order or view is a step that Back undoes; typing and filters change the step one is at. */
function isMove(from: CustomerTableState, to: CustomerTableState): boolean {
	if (from.sort !== to.sort || from.view !== to.view) return true;
	const fields = ['query', 'email', 'country', 'created', 'limit'] as const;
	return fields.every((field) => from[field] === to[field]) && cursorKey(from) !== cursorKey(to);
}

function cursorKey(state: CustomerTableState): string {
	return JSON.stringify(cursorOf(state));
}

/** Remembers the way to each page, because an address holds one cursor only. Cursors are never reused, so they serve as keys. */
function createWalk() {
	const ways = new Map<string, Pick<CustomerTableState, 'trail' | 'start'>>();
	return {
		remember(state: CustomerTableState) {
			ways.set(cursorKey(state), { trail: state.trail, start: state.start });
		},
		resume(state: CustomerTableState): CustomerTableState {
			const way = state.start && ways.get(cursorKey(state));
			return way ? { ...state, ...way } : state;
		},
	};
}
