'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type { Subscription } from '../../contract/billing';
import type { CustomerError } from '../../contract/errors';
import { useCustomersContext } from '../context/customersContext';
import { subscriptionsQuery } from './billingQueries';

/** What `useSubscriptions` takes besides the id. */
export interface UseSubscriptionsOptions {
	/** Whether to ask at all. @default true */
	enabled?: boolean;
}

/**
 * All subscriptions of a customer, those that run first; TanStack's result. Fresh for 30 s.
 *
 * @param customerId `'me'` for whoever is signed in; nothing is asked for `null`, `undefined` and `''`
 * @returns TanStack's result, with errors typed `CustomerError`; `not_supported` where the backend lists none
 * @example
 * const { data: subscriptions } = useSubscriptions('me');
 */
export function useSubscriptions(
	customerId: string | null | undefined,
	{ enabled = true }: UseSubscriptionsOptions = {},
): UseQueryResult<Subscription[], CustomerError> {
	const context = useCustomersContext();
	const query = subscriptionsQuery(context, customerId ?? '');
	return useQuery({ ...query, enabled: Boolean(customerId) && enabled }, context.queryClient);
}
