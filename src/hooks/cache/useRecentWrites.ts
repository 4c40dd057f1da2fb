'use client';
import { useMutationState } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { useCustomersContext } from '../context/customersContext';
import { customerKeys } from './customerKeys';
import type { MendPage, Written } from './mergeRecentWrites';

/** Mends pages of an index that lags, by what was written here: see {@link MendPage}. */
export function useRecentWrites(): (page: CustomerPage, request: ListCustomersRequest, isFirst: boolean) => readonly Customer[] {
	const { scope, queryClient } = useCustomersContext();
	const writes = useMutationState(
		{
			filters: { mutationKey: customerKeys.scope(scope), status: 'success', predicate: ({ meta }) => meta?.mendPage !== undefined },
			select: ({ state, meta }) => ({ data: state.data as Written['data'], at: state.submittedAt, mend: meta?.mendPage as MendPage }),
		},
		queryClient,
	);
	return useCallback(
		(page, request, isFirst) =>
			writes[0]?.mend(page, request, isFirst, writes, (id) => queryClient.getQueryData(customerKeys.detail(scope, id))) ?? page.data,
		[writes, queryClient, scope],
	);
}
