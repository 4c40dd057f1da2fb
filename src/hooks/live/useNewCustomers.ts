'use client';
import type { InfiniteData } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { CustomerPage } from '../../contract/backend';
import { refetchFirst } from '../cache/refetchFirst';
import { useCustomersContext } from '../context/customersContext';
import { newCustomersOf, watchNewCustomers } from './newCustomers';

/** Customers whom a list would have by now. */
export interface NewCustomersModel {
	/** How many there are at least. */
	count: number;
	/** Shows them: the list is as it would be had it been asked for now. */
	show: () => void;
}

/** @param shown what the cache has of a list */
export function useNewCustomers(shown: CustomerPage | InfiniteData<CustomerPage> | undefined): NewCustomersModel {
	const { queryClient } = useCustomersContext();
	const subscribe = useCallback((listener: () => void) => watchNewCustomers(queryClient, listener), [queryClient]);
	const find = () =>
		shown &&
		queryClient
			.getQueryCache()
			.getAll()
			.find(({ state }) => state.data === shown);
	const read = () => newCustomersOf(queryClient, find()).size;
	const count = useSyncExternalStore(subscribe, read, read);
	return {
		count,
		show: () => {
			const { queryKey } = find() ?? {};
			if (queryKey) void refetchFirst(queryClient, queryKey);
		},
	};
}
