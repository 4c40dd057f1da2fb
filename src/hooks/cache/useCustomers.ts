'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type { CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import { useCustomersContext } from '../context/customersContext';
import { listQuery } from './queries';
import { keepPreviousData } from './scopes';

/** How `useCustomers` asks, besides the request. */
export interface UseCustomersOptions extends ListCustomersRequest {
	/** Whether to ask at all. @default true */
	enabled?: boolean;
	/** Keep the former rows (`isPlaceholderData`) while another page or search is loading. @default true */
	keepPrevious?: boolean;
}

/**
 * One page of customers; all of them below each other are {@link useInfiniteCustomers}.
 *
 * @returns TanStack's result
 * @example
 * const { data, error, isPending } = useCustomers({ query: 'asha', sort: 'name' });
 */
export function useCustomers({
	enabled = true,
	keepPrevious = true,
	...request
}: UseCustomersOptions = {}): UseQueryResult<CustomerPage, CustomerError> {
	const context = useCustomersContext();
	return useQuery(
		{ ...listQuery(context, request), enabled, placeholderData: keepPrevious ? keepPreviousData(context.scope) : undefined },
		context.queryClient,
	);
}
