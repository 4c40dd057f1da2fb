'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type { Capabilities } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import { useCustomersContext } from '../context/customersContext';
import { capabilitiesQuery } from './queries';

/**
 * What the backend offers this user; TanStack's result.
 *
 * @returns TanStack's result; `data` is `undefined` until known
 * @example
 * const { data: capabilities } = useCapabilities();
 * const canCreate = capabilities?.write.create === true;
 */
export function useCapabilities(): UseQueryResult<Capabilities, CustomerError> {
	const context = useCustomersContext();
	return useQuery(capabilitiesQuery(context), context.queryClient);
}
