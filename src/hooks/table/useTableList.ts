'use client';
import type { InfiniteData } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Capabilities, CustomerPage } from '../../contract/backend';
import { infiniteQuery, listQuery } from '../cache/queries';
import { refetchFirst } from '../cache/refetchFirst';
import { useCapabilities } from '../cache/useCapabilities';
import { useCustomers } from '../cache/useCustomers';
import { useInfiniteCustomers } from '../cache/useInfiniteCustomers';
import { useCustomersContext } from '../context/customersContext';
import type { CustomerTableModel } from './customerTableModel';
import { type CustomerTableState, isPlain, toListRequest } from './customerTableState';
import { endlessPosition, type PagePosition, pagePosition } from './pagePosition';
import type { Endless } from './tablePaging';
import { type ShownPages, useFormerRows } from './useFormerRows';
import { useShownOffer } from './useShownOffer';

export interface TableList {
	/** To be shown: what is asked for goes by what is known. */
	capabilities: Capabilities | undefined;
	request: ReturnType<typeof toListRequest>;
	list: CustomerTableModel['list'];
	/** What `list` holds, if it is what was asked for. */
	data: CustomerTableModel['list']['data'];
	/** The same where pages follow each other below. */
	endless: Endless | false;
	/** Where the page asked for stands. */
	position: PagePosition;
	/** What to show of it, or of what was there before. */
	shown: ShownPages;
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
	const { queryClient, scope } = context;
	const offer = useCapabilities();
	const request = useMemo(() => toListRequest(state, offer.data), [state, offer.data]);
	const enabled = isKnown && (isPlain(state) || !offer.isPending);
	// Hooks are always called: the one that is not in use asks nothing.
	const one = useCustomers({ ...request, enabled: enabled && !infinite });
	const all = useInfiniteCustomers({ ...request, enabled: enabled && infinite });
	const list = infinite ? all : one;
	const data = isKnown ? list.data : undefined;
	const capabilities = useShownOffer(offer.data, list.isPending);
	const page = list.isPlaceholderData ? undefined : (data as CustomerPage | undefined);
	const position = infinite ? endlessPosition : pagePosition(state, request.limit, page, capabilities);
	const { queryKey } = (infinite ? infiniteQuery : listQuery)(context, request);
	const shown = useFormerRows(list, {
		scope,
		request,
		data,
		offset: position.offset,
		read: () => queryClient.getQueryData<CustomerPage | InfiniteData<CustomerPage>>(queryKey),
	});
	const retry = () => {
		if (offer.isError) void offer.refetch();
		if (!infinite) void one.refetch(joining);
		else if (all.isFetchNextPageError && all.error.code !== 'invalid_cursor') void all.fetchNextPage();
		else void refetchFirst(queryClient, queryKey, joining);
	};
	return {
		capabilities,
		request,
		list,
		data,
		endless: infinite && all,
		position,
		shown,
		retry,
	};
}

/** What is asked already is not asked twice. */
const joining = { cancelRefetch: false };
