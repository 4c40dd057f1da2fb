import type { DataTag, InfiniteData, QueryFunction, QueryKey, UseInfiniteQueryOptions, UseQueryOptions } from '@tanstack/react-query';
import type { Capabilities, CustomerBackend, CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import { normalizeRequest } from '../../contract/listRequest';
import type { Customer } from '../../domain/customer';
import { type CustomerKey, customerKey } from './customerKey';
import { callBackend, querySettings, retryPolicy } from './querySettings';

/** What a query needs to know: whom to ask, and whose answers they are. */
export interface QuerySource {
	/** Whom to ask. */
	backend: CustomerBackend;
	/** The cache partition of the provider that shows the answers. @default '' */
	scope?: string;
}

/** TanStack's options, whose key knows what it leads to. Written out, so that the declarations fit every version of the peer range. */
export type QueryOptionsOf<Data, Key extends QueryKey> = Omit<UseQueryOptions<Data, CustomerError, Data, Key>, 'queryFn' | 'queryKey'> & {
	queryFn?: QueryFunction<Data, Key>;
	queryKey: DataTag<Key, Data, CustomerError>;
};

type Pages = InfiniteData<CustomerPage, string | null>;
type ListOptions = QueryOptionsOf<CustomerPage, CustomerKey<'list', [ListCustomersRequest]>>;
type DetailOptions = QueryOptionsOf<Customer, CustomerKey<'detail', [string]>>;
type CapabilitiesOptions = QueryOptionsOf<Capabilities, CustomerKey<'capabilities'>>;
type InfiniteKey = CustomerKey<'infinite', [ListCustomersRequest]>;
type InfiniteOptions = Omit<
	UseInfiniteQueryOptions<CustomerPage, CustomerError, Pages, InfiniteKey, string | null>,
	'queryFn' | 'queryKey'
> & {
	queryFn?: QueryFunction<CustomerPage, InfiniteKey, string | null>;
	queryKey: DataTag<InfiniteKey, InfiniteData<CustomerPage>, CustomerError>;
};

/** One page of customers. */
export function listQuery({ backend, scope = '' }: QuerySource, request: ListCustomersRequest = {}): ListOptions {
	const normal = normalizeRequest(request);
	return {
		...querySettings,
		...retryPolicy(backend),
		queryKey: customerKey(scope, 'list', normal) as ListOptions['queryKey'],
		queryFn: ({ signal }) => callBackend(() => backend.list(normal, { signal, scope })),
	};
}

/** One customer. */
export function detailQuery({ backend, scope = '' }: QuerySource, id: string): DetailOptions {
	return {
		...querySettings,
		...retryPolicy(backend),
		queryKey: customerKey(scope, 'detail', id) as DetailOptions['queryKey'],
		queryFn: ({ signal }) => callBackend(() => backend.get(id, { signal, scope })),
	};
}

/** Refetching an infinite query asks for every page it holds, so only a short one refreshes by itself. */
function isShort(query: { state: { data?: { pages: readonly unknown[] } | undefined } }): boolean {
	return (query.state.data?.pages.length ?? 0) <= 1;
}

/**
 * All pages from the first on, loaded one by one.
 *
 * TanStack refetches every page it holds, one after another: with more than one page loaded this happens only when you call `refetch()`.
 */
export function infiniteQuery(
	{ backend, scope = '' }: QuerySource,
	request: Omit<ListCustomersRequest, 'after' | 'before'> = {},
): InfiniteOptions {
	const { after: _after, before: _before, ...normal } = normalizeRequest(request);
	return {
		...querySettings,
		...retryPolicy(backend),
		refetchOnMount: isShort,
		refetchOnWindowFocus: isShort,
		refetchOnReconnect: isShort,
		queryKey: customerKey(scope, 'infinite', normal) as unknown as InfiniteOptions['queryKey'],
		queryFn: ({ signal, pageParam }) =>
			callBackend(() => backend.list(pageParam === null ? normal : { ...normal, after: pageParam }, { signal, scope })),
		initialPageParam: null,
		getNextPageParam: (page) => page.next,
		getPreviousPageParam: undefined,
		maxPages: undefined,
	};
}

/** What the backend offers this user. */
export function capabilitiesQuery({ backend, scope = '' }: QuerySource): CapabilitiesOptions {
	return {
		...querySettings,
		...retryPolicy(backend),
		staleTime: 300_000,
		queryKey: customerKey(scope, 'capabilities') as CapabilitiesOptions['queryKey'],
		queryFn: ({ signal }) => callBackend(() => backend.capabilities({ signal, scope })),
	};
}
