'use client';
import { useSyncExternalStore } from 'react';
import { neverChanges } from '../context/neverChanges';
import type { CustomerTableModel } from './customerTableModel';
import { isTooShort } from './customerTableState';
import { searchTextOf } from './useTableSearch';

type Table = Pick<CustomerTableModel, 'search' | 'state' | 'capabilities'>;

/** What stands in a table's search box. A letter renders who calls this, and not the table. */
export function useSearchText(table: Table): string {
	return useOfText(table, (text) => text);
}

/** Whether what stands in a table's search box is too short to be searched for. */
export function useSearchTooShort(table: Table): boolean {
	return useOfText(table, (text) => isTooShort(text, table.capabilities));
}

function useOfText<Shown extends string | boolean>({ search, state }: Table, select: (text: string) => Shown): Shown {
	const text = searchTextOf(search);
	const read = () => select(text ? text.over(state.query) : search.text);
	return useSyncExternalStore(text?.subscribe ?? neverChanges, read, read);
}
