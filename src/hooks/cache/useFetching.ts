'use client';
import { onlineManager, type UseQueryResult } from '@tanstack/react-query';
import { CustomerError } from '../../contract/errors';
import { useHydrated } from '../context/useHydrated';

/**
 * Whether a query asks, and whether it waits for a network: TanStack pauses the retries of a page in the background, too. Neither while a
 * page of a server comes to life: how old its answer is, and whether there is a network, is something else here than it was there.
 */
export function useFetching({ fetchStatus, error }: Pick<UseQueryResult<unknown, CustomerError>, 'fetchStatus' | 'error'>) {
	const hydrated = useHydrated();
	const isOffline = hydrated && fetchStatus === 'paused' && !onlineManager.isOnline();
	return {
		isFetching: hydrated && fetchStatus === 'fetching',
		isOffline,
		/** Why there is nothing yet. */
		failure: error ?? (isOffline ? new CustomerError('offline') : null),
	};
}
