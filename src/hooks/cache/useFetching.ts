'use client';
import { onlineManager, type UseQueryResult } from '@tanstack/react-query';
import { useHydrated } from '../context/useHydrated';

/**
 * Whether a query asks, and whether it waits for a network: TanStack pauses the retries of a page in the background, too. Neither while a
 * page of a server comes to life: how old its answer is, and whether there is a network, is something else here than it was there.
 */
export function useFetching({ fetchStatus }: Pick<UseQueryResult, 'fetchStatus'>): { isFetching: boolean; isOffline: boolean } {
	const hydrated = useHydrated();
	return {
		isFetching: hydrated && fetchStatus === 'fetching',
		isOffline: hydrated && fetchStatus === 'paused' && !onlineManager.isOnline(),
	};
}
