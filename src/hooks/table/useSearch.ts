'use client';
import { useSyncExternalStore } from 'react';
import { searchSource, type TableSearch } from './useTableSearch';

/** What a part shows of a table's search box: a letter that changes it renders that part, not the table. */
export function useSearch<Shown extends string | boolean>(search: TableSearch, select: (search: TableSearch) => Shown): Shown {
	const source = searchSource(search);
	const read = () => select(source ?? search);
	return useSyncExternalStore(source?.subscribe ?? never, read, read);
}

const never = () => () => undefined;
