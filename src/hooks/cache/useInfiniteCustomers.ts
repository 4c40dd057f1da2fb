'use client';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { CustomerPage } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import { useCustomersContext } from '../context/customersContext';
import { infiniteQuery } from './queries';
import { keepPreviousData } from './scopes';
import type { UseCustomersOptions } from './useCustomers';

/** How `useInfiniteCustomers` asks, besides the request. */
export type UseInfiniteCustomersOptions = Omit<UseCustomersOptions, 'after' | 'before'>;

/**
 * All pages of customers loaded so far. Only the first page refreshes by itself; `refetch()` asks for all of them, one after another. No
 * customer who stays put comes twice; whoever is renamed before the next page of a list by name is asked for may, so the example takes each id once.
 *
 * @returns TanStack's infinite result
 * @example
 * const { data, hasNextPage, fetchNextPage } = useInfiniteCustomers({ limit: 50 });
 * const rows = data?.pages.flatMap((page) => page.data) ?? [];
 * const customers = [...new Map(rows.map((customer) => [customer.id, customer])).values()];
 */
export function useInfiniteCustomers({
	enabled = true,
	keepPrevious = true,
	...request
}: UseInfiniteCustomersOptions = {}): UseInfiniteQueryResult<InfiniteData<CustomerPage, string | null>, CustomerError> {
	const context = useCustomersContext();
	return useInfiniteQuery(
		{ ...infiniteQuery(context, request), enabled, placeholderData: keepPrevious ? keepPreviousData(context.scope) : undefined },
		context.queryClient,
	);
}
