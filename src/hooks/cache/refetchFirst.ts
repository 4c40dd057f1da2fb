import type { InfiniteData, QueryClient, QueryKey, RefetchOptions } from '@tanstack/react-query';
import type { CustomerPage } from '../../contract/backend';

/** Asks again for a list, an endless one from its beginning: TanStack would ask for every page that is loaded, one after another. */
export function refetchFirst(client: QueryClient, queryKey: QueryKey, options?: RefetchOptions): Promise<void> {
	client.setQueryData<CustomerPage | InfiniteData<CustomerPage>>(queryKey, (data) =>
		data && 'pages' in data ? { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) } : data,
	);
	return client.refetchQueries({ queryKey, exact: true }, options);
}
