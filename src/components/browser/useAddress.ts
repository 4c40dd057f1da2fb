'use client';
import { useSyncExternalStore } from 'react';
import { currentAddress } from '../../hooks/navigation/guardHistory';
import { onAddressChange } from '../../hooks/table/urlState';

/**
 * The page's path and query. Follows Back and Forward, the kit's own moves, any router in browsers that know the Navigation API,
 * and elsewhere any router that renders again after a move, as they all do.
 *
 * @param given the host's own idea of the path, which wins; where it says nothing of a query, the browser's counts
 * @param initial what the server renders
 */
export function useAddress(given: string | undefined, initial: string): { path: string; search: string } {
	const seen = useSyncExternalStore(onAddressChange, currentAddress, () => given ?? initial);
	const [path = '', search = ''] = split(given ?? seen);
	return { path, search: given === undefined || given.includes('?') ? search : split(seen)[1]! };
}

function split(address: string): [path: string, search: string] {
	const [path = '', ...search] = address.replace(/#.*$/, '').split('?');
	return [path, search.join('?')];
}
