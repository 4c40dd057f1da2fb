'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { useCustomersContext } from '../context/customersContext';
import { listedCustomer } from './lists';
import { detailQuery } from './queries';

/** What `useCustomer` takes besides the id. */
export interface UseCustomerOptions {
	/** Whether to ask at all. @default true */
	enabled?: boolean;
}

/**
 * One customer; TanStack's result. A row that a list already holds is shown as placeholder while the answer is on its way.
 *
 * @param id nothing is asked for `null`, `undefined` and `''`
 *
 * @returns TanStack's result, with errors typed `CustomerError`
 * @example
 * const { data: customer, error } = useCustomer(id);
 */
export function useCustomer(id: string | null | undefined, options: UseCustomerOptions = {}): UseQueryResult<Customer, CustomerError> {
	const context = useCustomersContext();
	const { queryClient, scope } = context;
	// Bound to scope and id: TanStack reuses the former placeholder as long as the function is the same one.
	const placeholderData = useCallback(() => (id ? listedCustomer(queryClient, scope, id) : undefined), [queryClient, scope, id]);
	return useQuery({ ...detailQuery(context, id ?? ''), enabled: Boolean(id) && (options.enabled ?? true), placeholderData }, queryClient);
}
