import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CustomerBackend, CustomerSort } from '../../../src/contract/backend';
import { pageSize } from '../subject';

/** What is asked for. */
export interface Asked {
	query: string;
	sort: CustomerSort;
	after?: string;
}

const requestOf = ({ query, sort, after }: Asked) => ({
	limit: pageSize,
	sort,
	...(query !== '' && { query }),
	...(after !== undefined && { after }),
});

/** One page; the one before stays until it has come. */
export const pageQuery = (backend: CustomerBackend, asked: Asked) =>
	queryOptions({
		queryKey: ['customers', 'page', asked],
		queryFn: ({ signal }) => backend.list(requestOf(asked), { signal }),
		placeholderData: keepPreviousData,
	});

/** All pages from the first on. */
export const listQuery = (backend: CustomerBackend, asked: Asked) =>
	infiniteQueryOptions({
		queryKey: ['customers', 'list', asked],
		queryFn: ({ signal, pageParam }) => backend.list(requestOf({ ...asked, after: pageParam }), { signal }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page) => page.next ?? undefined,
		placeholderData: keepPreviousData,
		staleTime: 60_000,
	});
