'use client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Capabilities } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { isEmail } from '../../domain/isEmail';
import { useCapabilities } from '../cache/useCapabilities';
import { useFetching } from '../cache/useFetching';
import { useInfiniteCustomers } from '../cache/useInfiniteCustomers';
import { initialTableState, isTooShort, toListRequest } from './customerTableState';
import { pauseMs } from './searchText';

/** Customers that match what is typed. */
export interface CustomerSearch {
	/** Those found so far; while others are on their way, those of before. */
	customers: readonly Customer[];
	/** `too-short`: more characters are needed; `no-email`: a whole email is. */
	status: 'loading' | 'ready' | 'failed' | 'too-short' | 'no-email';
	/** They are what was typed, and nothing else is on its way. */
	isSettled: boolean;
	/** Why there are none, or no more. */
	error: CustomerError | null;
	/** Asks again for what failed. */
	retry: () => void;
	/** Asks at once for what was typed. */
	flush: () => void;
	/** There are more of them. */
	hasMore: boolean;
	/** Asks for more of them, once at a time. */
	loadMore: () => void;
	/** They are on their way. */
	isLoadingMore: boolean;
	/** The shortest search, in characters. */
	minLength: number;
	/** What the backend offers, once that is known. */
	capabilities: Capabilities | undefined;
}

/**
 * Asks for customers once typing pauses, as a table's search does, and as far as the backend can search: by the whole email where it can do
 * no more, and where it cannot do that either, those shown are told apart here.
 *
 * @param composing an input method is not done with the text
 */
export function useCustomerSearch(text: string, composing: boolean): CustomerSearch {
	const [query, setQuery] = useState('');
	const wanted = text.trim();
	useEffect(() => {
		if (composing || wanted === query) return;
		const timer = setTimeout(() => setQuery(wanted), pauseMs);
		return () => clearTimeout(timer);
	}, [wanted, composing, query]);

	const offer = useCapabilities();
	const capabilities = offer.data;
	const byEmail = capabilities?.search === false && capabilities.filter.email;
	const request = useMemo(
		() => toListRequest({ ...initialTableState, ...(byEmail ? { email: query } : { query }) }, capabilities),
		[query, byEmail, capabilities],
	);
	const refused = isTooShort(query, capabilities) ? 'too-short' : byEmail && query !== '' && !isEmail(query) ? 'no-email' : undefined;
	const asked = wanted === query;
	const list = useInfiniteCustomers({ ...request, enabled: asked && !refused && (query === '' || !offer.isPending) });
	const { data, error, isPlaceholderData, isFetching, isFetchNextPageError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
		list;
	const { failure } = useFetching(list);
	const isOwnMatter = capabilities?.search === false && !byEmail;
	const customers = useMemo(() => {
		const rows = data?.pages.flatMap((page) => page.data) ?? [];
		return isOwnMatter && wanted ? rows.filter((customer) => mentions(customer, wanted)) : rows;
	}, [data, isOwnMatter, wanted]);
	const hasMore = !isPlaceholderData && hasNextPage;
	return {
		customers: refused ? [] : customers,
		status: refused ?? (data && !isPlaceholderData ? 'ready' : failure ? 'failed' : 'loading'),
		isSettled: asked && !refused && data !== undefined && !isPlaceholderData,
		error: data && !isFetchNextPageError ? null : failure,
		retry: () => void (isFetchNextPageError && error?.code !== 'invalid_cursor' ? fetchNextPage() : refetch()),
		flush: useCallback(() => setQuery(wanted), [wanted]),
		hasMore,
		loadMore: () => {
			if (hasMore && !isFetching && !error) void fetchNextPage();
		},
		isLoadingMore: isFetchingNextPage,
		minLength: capabilities?.search ? capabilities.search.minLength : 1,
		capabilities,
	};
}

/** Whether a name or an email has the text in it. */
function mentions({ name, email }: Customer, text: string): boolean {
	return `${name ?? ''} ${email ?? ''}`.toLocaleLowerCase().includes(text.toLocaleLowerCase());
}
