'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Capabilities } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import { useCustomersContext } from '../context/customersContext';
import { capabilitiesQuery } from './queries';

/**
 * What the backend offers this user; TanStack's result. Where that is live changes, what is on screen follows them from then on.
 *
 * @returns TanStack's result; `data` is `undefined` until known
 * @example
 * const { data: capabilities } = useCapabilities();
 * const canCreate = capabilities?.write.create === true;
 */
export function useCapabilities(): UseQueryResult<Capabilities, CustomerError> {
	const context = useCustomersContext();
	const query = capabilitiesQuery(context);
	const offer = useQuery(query, context.queryClient);
	const live = offer.data?.live;
	// biome-ignore lint/correctness/useExhaustiveDependencies: the key goes by the scope, which the context has
	useEffect(() => {
		if (!live) return;
		const ending = new AbortController();
		import('../live/followChanges').then(
			({ followChanges }) => followChanges({ ...context, root: query.queryKey }, ending.signal),
			() => {},
		);
		return () => ending.abort();
	}, [live, context]);
	return offer;
}
