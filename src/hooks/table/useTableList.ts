'use client';
import type { InfiniteData, QueryClient, QueryKey, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Capabilities, CustomerPage } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import { infiniteQuery } from '../cache/queries';
import { useCapabilities } from '../cache/useCapabilities';
import { useCustomers } from '../cache/useCustomers';
import { useInfiniteCustomers } from '../cache/useInfiniteCustomers';
import { useCustomersContext } from '../context/customersContext';
import type { CustomerTableModel } from './customerTableModel';
import { type CustomerTableState, isPlain, toListRequest } from './customerTableState';

export interface TableList {
	capabilities: Capabilities | undefined;
	request: ReturnType<typeof toListRequest>;
	list: CustomerTableModel['list'];
	/** The same where pages follow each other below. */
	endless: UseInfiniteQueryResult<InfiniteData<CustomerPage, string | null>, CustomerError> | undefined;
	/** The pages to show, one after another. */
	pages: readonly CustomerPage[];
	retry: () => void;
}

/**
 * What a table asks for, and what it is given: one page, or all loaded so far.
 *
 * @param source asks nothing before its state is known
 */
export function useTableList(source: { state: CustomerTableState; isKnown: boolean }, infinite: boolean): TableList {
	const { state, isKnown } = source;
	const context = useCustomersContext();
	const offer = useCapabilities();
	const capabilities = offer.data;
	const request = useMemo(() => toListRequest(state, capabilities), [state, capabilities]);
	const enabled = isKnown && (isPlain(state) || !offer.isPending);
	// Hooks are always called: the one that is not in use asks nothing.
	const one = useCustomers({ ...request, enabled: enabled && !infinite });
	const all = useInfiniteCustomers({ ...request, enabled: enabled && infinite });
	const endless = infinite ? all : undefined;
	const list = endless ?? one;
	const { data } = list;
	const pages = useMemo(() => (data ? ('pages' in data ? data.pages : [data]) : []), [data]);
	return {
		capabilities,
		request,
		list,
		endless,
		pages,
		retry: () => {
			if (offer.isError) void offer.refetch();
			if (!endless) void one.refetch();
			else if (endless.isFetchNextPageError) void endless.fetchNextPage();
			else void refetchFirst(context.queryClient, infiniteQuery(context, request).queryKey);
		},
	};
}

/** TanStack would ask for every page it holds, one after another. */
function refetchFirst(client: QueryClient, queryKey: QueryKey): Promise<void> {
	client.setQueryData<InfiniteData<unknown>>(
		queryKey,
		(data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
	);
	return client.refetchQueries({ queryKey, exact: true });
}
