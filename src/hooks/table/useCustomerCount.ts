'use client';
import { useState } from 'react';
import type { CustomerPage } from '../../contract/backend';
import { useCapabilities } from '../cache/useCapabilities';
import { useCustomers } from '../cache/useCustomers';
import { type CustomerTableState, toListRequest } from './customerTableState';

/** How many customers match, once asked. */
export interface CustomerCount {
	/** Once counted; `undefined` again after another search. */
	total: CustomerPage['total'];
	/** Whether the count is on its way. */
	isCounting: boolean;
	/** Asks for the total; `undefined` where the backend cannot count. */
	count: (() => void) | undefined;
}

/**
 * How many customers a table's search and filters match. Counts only when asked to, because counting costs.
 *
 * @returns the count, and how to ask for it
 * @example
 * const table = useCustomerTable();
 * const { total, count } = useCustomerCount(table.state);
 */
export function useCustomerCount(state: CustomerTableState): CustomerCount {
	const { data: capabilities } = useCapabilities();
	const { sort: _sort, ...filters } = toListRequest({ ...state, limit: 1, trail: [], start: undefined }, capabilities);
	const kinds = capabilities?.paging.total ?? [];
	const kind = kinds.includes('exact') ? 'exact' : kinds[0];
	const subject = JSON.stringify(filters);
	const [asked, ask] = useState<string | null>(null);
	const { data, isFetching } = useCustomers({
		...filters,
		total: kind,
		enabled: kind !== undefined && asked === subject,
		keepPrevious: false,
	});
	return {
		total: asked === subject ? data?.total : undefined,
		isCounting: asked === subject && isFetching,
		count: kind && (() => ask(subject)),
	};
}
