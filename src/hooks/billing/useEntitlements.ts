'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQueries } from '@tanstack/react-query';
import type { Entitlement } from '../../contract/billing';
import type { CustomerError } from '../../contract/errors';
import { useCustomersContext } from '../context/customersContext';
import { entitlementQueries } from './billingQueries';
import type { UseEntitlementOptions } from './useEntitlement';

/**
 * Whether a customer may use each of several features; TanStack's results in the order asked, each as of `useEntitlement` and from the
 * same cache.
 *
 * @param customerId `'me'` for whoever is signed in; nothing is asked for `null`, `undefined` and `''`
 * @returns one result a feature, with errors typed `CustomerError`
 * @example
 * const [reports, exports] = useEntitlements('me', ['reports', 'exports']);
 */
export function useEntitlements(
	customerId: string | null | undefined,
	featureIds: readonly string[],
	{ enabled = true }: UseEntitlementOptions = {},
): UseQueryResult<Entitlement, CustomerError>[] {
	const context = useCustomersContext();
	const on = Boolean(customerId) && enabled;
	const queries = entitlementQueries(context, customerId ?? '', featureIds).map((query) => ({ ...query, enabled: on }));
	return useQueries({ queries }, context.queryClient);
}
