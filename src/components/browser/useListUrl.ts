'use client';
import { useState } from 'react';
import { useNavigation } from '../../hooks/navigation/navigation';
import type { ControlledUrlState } from '../../hooks/table/urlState';

/** The query of the list's address: kept while a customer is on screen, so that the way back leads to the list as it was. */
export function useListUrl(path: string, search: string, onList: boolean): ControlledUrlState {
	const { navigate } = useNavigation();
	const [kept, keep] = useState(onList ? search : '');
	if (onList && kept !== search) keep(search);
	return {
		value: onList ? search : kept,
		onChange: (next, options) => (onList ? navigate(withQuery(path, next), options) : keep(next)),
	};
}

/** An address of a path and a query. */
export function withQuery(path: string, search: string): string {
	return search ? `${path}?${search}` : path;
}
