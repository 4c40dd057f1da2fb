'use client';
import type { InfiniteData, Query, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import { useCustomersContext } from '../context/customersContext';
import { customerKeys } from './customerKeys';
import { customerQueries } from './customerQueries';
import { isKeyOfScope } from './scopes';

interface ReadOptions {
	/** Whether to ask at all. @default true */
	enabled?: boolean;
	/** Keep the former rows (`isPlaceholderData`) while another page or search is loading. @default true */
	keepPrevious?: boolean;
}

export interface UseCustomersPagesOptions extends ListCustomersRequest, ReadOptions {
	/** @default 'pages' */
	mode?: 'pages';
}

export interface UseCustomersInfiniteOptions extends Omit<ListCustomersRequest, 'after' | 'before'>, ReadOptions {
	mode: 'infinite';
}

export type UseCustomersOptions = UseCustomersPagesOptions | UseCustomersInfiniteOptions;

/** One page of customers; TanStack's result. */
export function useCustomers(options?: UseCustomersPagesOptions): UseQueryResult<CustomerPage, CustomerError>;
/** All pages loaded so far; TanStack's infinite result. Only the first page refreshes by itself; `refetch()` asks for all of them. */
export function useCustomers(
	options: UseCustomersInfiniteOptions,
): UseInfiniteQueryResult<InfiniteData<CustomerPage, string | null>, CustomerError>;
export function useCustomers(
	options: UseCustomersOptions,
): UseQueryResult<CustomerPage, CustomerError> | UseInfiniteQueryResult<InfiniteData<CustomerPage, string | null>, CustomerError>;
export function useCustomers(
	options: UseCustomersOptions = {},
): UseQueryResult<CustomerPage, CustomerError> | UseInfiniteQueryResult<InfiniteData<CustomerPage, string | null>, CustomerError> {
	const context = useCustomersContext();
	const { mode = 'pages', enabled = true, keepPrevious = true, ...request } = options;
	const { scope, queryClient } = context;
	const keepRows = useMemo(() => rowsOfScope(scope), [scope]);
	const infinite = mode === 'infinite';
	const pages = useQuery(
		{
			...customerQueries.list(context, request),
			...(infinite && { queryKey: idleKeys.pages(scope) }),
			enabled: enabled && !infinite,
			placeholderData: keepPrevious && !infinite ? keepRows : undefined,
		},
		queryClient,
	);
	const endless = useInfiniteQuery(
		{
			...customerQueries.infinite(context, request),
			...(!infinite && { queryKey: idleKeys.infinite(scope) }),
			enabled: enabled && infinite,
			placeholderData: keepPrevious && infinite ? keepRows : undefined,
		},
		queryClient,
	);
	return infinite ? endless : pages;
}

/** Both queries are always called, as hooks must be; the one that is not in use waits under a key of its own. */
const idleKeys = {
	pages: (scope: string) => [...customerKeys.scope(scope), 'idle', {}] as unknown as ReturnType<typeof customerKeys.list>,
	infinite: (scope: string) => [...customerKeys.scope(scope), 'idle-infinite', {}] as unknown as ReturnType<typeof customerKeys.infinite>,
};

/** Keeps former rows of the same scope only: those of another user must not be painted, not even for a frame. */
function rowsOfScope(scope: string) {
	return <Data>(data: Data | undefined, query: Pick<Query, 'queryKey'> | undefined): Data | undefined =>
		isKeyOfScope(query?.queryKey, scope) ? data : undefined;
}
