'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type { Entitlement } from '../../contract/billing';
import type { CustomerError } from '../../contract/errors';
import { useCustomersContext } from '../context/customersContext';
import { entitlementQuery } from './billingQueries';

/** What `useEntitlement` and `useEntitlements` take besides the ids. */
export interface UseEntitlementOptions {
	/** Whether to ask at all. @default true */
	enabled?: boolean;
}

/**
 * Whether a customer may use a feature; TanStack's result. A yes is fresh for 30 s, a no for 5 s, and focus and reconnect ask again. What
 * could not be found out is an error (`upstream_unavailable`), never a "no". Hooks that mount together ask together, 50 features a call.
 *
 * @param customerId `'me'` for whoever is signed in; nothing is asked for `null`, `undefined` and `''`
 * @param featureId the vendor's id of the feature
 * @returns TanStack's result, with errors typed `CustomerError`; `not_supported` where the backend checks no entitlements
 * @example
 * const { data } = useEntitlement('me', 'reports');
 * const mayOpen = data?.has_access === true;
 */
export function useEntitlement(
	customerId: string | null | undefined,
	featureId: string,
	{ enabled = true }: UseEntitlementOptions = {},
): UseQueryResult<Entitlement, CustomerError> {
	const context = useCustomersContext();
	const query = entitlementQuery(context, customerId ?? '', featureId);
	return useQuery({ ...query, enabled: Boolean(customerId) && enabled }, context.queryClient);
}
