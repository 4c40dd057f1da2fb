'use client';
import { QueryObserver } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Capabilities } from '../../contract/backend';
import { capabilitiesQuery } from '../cache/queries';
import { useCustomersContext, useFollowing } from '../context/customersContext';

/** What the backend offers this user, `undefined` until known. How asking goes is not watched: a form renders for the answer alone. */
export function useOffer(): Capabilities | undefined {
	const context = useCustomersContext();
	const { backend, scope, queryClient } = context;
	const options = capabilitiesQuery(context);
	// biome-ignore lint/correctness/useExhaustiveDependencies: hears of other options below
	const observer = useMemo(() => new QueryObserver(queryClient, options), [queryClient]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what the options are made of
	useEffect(() => observer.setOptions(options), [observer, backend, scope]);
	const read = () => queryClient.getQueryData(options.queryKey);
	const offer = useSyncExternalStore(
		useCallback((hear) => observer.subscribe(hear), [observer]),
		read,
		read,
	);
	useFollowing(context, offer?.live);
	return offer;
}
