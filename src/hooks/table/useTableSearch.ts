'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Capabilities } from '../../contract/backend';
import { isTooShort } from './customerTableState';
import { createSearchText, type SearchText } from './searchText';

/** A table's search box. */
export interface TableSearch {
	/** What stands in the box; asked for 250 ms after the last letter. */
	readonly text: string;
	setText: (text: string) => void;
	/** Asks at once. */
	flush: () => void;
	/** The backend searches from `minLength` characters on. */
	readonly tooShort: boolean;
	minLength: number;
}

/** The same to the parts of the kit, which subscribe by themselves: reading it does not make the table render. */
export interface SearchSource extends TableSearch {
	subscribe: SearchText['subscribe'];
}

const sources = new WeakMap<TableSearch, SearchSource>();

/** What {@link useSearch} reads; `undefined` where a host has put a search of its own in a table. */
export function searchSource(search: TableSearch): SearchSource | undefined {
	return sources.get(search);
}

/**
 * The search box of a table. Renders for a letter only where somebody has read the text from it, as TanStack Query does.
 *
 * @param ask always the one of the first render
 */
export function useTableSearch(query: string, ask: (query: string) => void, capabilities: Capabilities | undefined): TableSearch {
	const [text] = useState(() => createSearchText(query, ask));
	useEffect(() => text.follow(query), [text, query]);
	useEffect(() => text.stop, [text]);
	useSyncExternalStore(text.subscribe, text.readChanges, text.readChanges);

	const searchBy = (read: SearchText['over']): SearchSource => ({
		get text() {
			return read(query);
		},
		get tooShort() {
			return isTooShort(read(query), capabilities);
		},
		minLength: capabilities?.search ? capabilities.search.minLength : 1,
		setText: text.set,
		flush: text.flush,
		subscribe: text.subscribe,
	});
	const search = searchBy(text.readOver);
	sources.set(search, searchBy(text.over));
	return search;
}
