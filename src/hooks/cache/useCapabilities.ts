'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type { Capabilities } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import { useCustomersContext, useFollowing } from '../context/customersContext';
import { capabilitiesQuery } from './queries';

/**
 * What the backend offers this user; TanStack's result. Where that is live changes, what is on screen follows them from then on.
 *
 * @returns TanStack's result; `data` is `undefined` until known
 * @example
 * const { data: capabilities } = useCapabilities();
 * const canCreate = capabilities?.write.create === true;
 */
export function useCapabilities(): UseQueryResult<Capabilities, CustomerError> {
	const context = useCustomersContext();
	const offer = useQuery(capabilitiesQuery(context), context.queryClient);
	useFollowing(context, offer.data?.live);
	return offer;
}
