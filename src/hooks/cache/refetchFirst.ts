import type { InfiniteData, QueryClient, QueryKey, RefetchOptions } from '@tanstack/react-query';

/** Asks again for a list, an endless one from its beginning: TanStack would ask for every page that is loaded, one after another. */
export function refetchFirst(client: QueryClient, queryKey: QueryKey, options?: RefetchOptions): Promise<void> {
	client.setQueryData<Partial<InfiniteData<unknown>>>(
		queryKey,
		(data) => data?.pages && { pages: data.pages.slice(0, 1), pageParams: [null] },
	);
	return client.refetchQueries({ queryKey, exact: true }, options);
}
