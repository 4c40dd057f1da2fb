'use client';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Capabilities } from '../../contract/backend';
import { isTooShort } from './customerTableState';
import { createSearchText, type SearchText } from './searchText';

/** A table's search box. */
export interface TableSearch {
	/** What stands in the box; asked for 250 ms after the last letter. */
	readonly text: string;
	/** Puts a text into the box. While `composing`, as an input event says of an input method, it is shown and not asked for. */
	setText: (text: string, composing?: boolean) => void;
	/** Asks at once. */
	flush: () => void;
	/** The backend searches from `minLength` characters on. */
	readonly tooShort: boolean;
	/** The shortest search, in characters. */
	minLength: number;
}

const texts = new WeakMap<TableSearch, SearchText>();

/** The text behind a search box, for the parts that subscribe to it; `undefined` where a host has put a search of its own in a table. */
export function searchTextOf(search: TableSearch): SearchText | undefined {
	return texts.get(search);
}

/**
 * The search box of a table. Renders for a letter only where somebody has read the text from it, as TanStack Query does.
 *
 * @param ask always the one of the first render
 */
export function useTableSearch(query: string, ask: (query: string) => void, capabilities: Capabilities | undefined): TableSearch {
	const [text] = useState(() => createSearchText(query, ask));
	useEffect(() => text.follow(query), [text, query]);
	const typed = useSyncExternalStore(text.subscribe, text.typed, text.typed);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another one for each letter that the table is told of
	return useMemo(() => {
		const search: TableSearch = {
			get text() {
				return text.read(query);
			},
			get tooShort() {
				return isTooShort(text.read(query), capabilities);
			},
			minLength: capabilities?.search ? capabilities.search.minLength : 1,
			setText: text.set,
			flush: text.flush,
		};
		texts.set(search, text);
		return search;
	}, [text, query, capabilities, typed]);
}
