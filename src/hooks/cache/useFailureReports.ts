'use client';
import type { MutationCacheNotifyEvent, QueryCacheNotifyEvent, QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { CustomerError } from '../../contract/errors';
import { asCustomerError } from './querySettings';
import { isKeyOfScope } from './scopes';

/** What a host is told of calls that failed. */
export interface FailureReports {
	/** The session is over. Called once, however many calls fail; again only after a call succeeded or the scope changed. */
	onUnauthenticated?: () => void;
	/**
	 * Every call that failed for good, once, and every component that threw while it was drawn (`internal_error`; where is in `message`). For
	 * logging: what users read comes from the locale.
	 */
	onError?: (error: CustomerError) => void;
}

/**
 * Listens to the cache, so that prefetches and loaders are heard as well as hooks.
 *
 * @returns tells of what the cache does not know; always the same
 */
export function useFailureReports(client: QueryClient, scope: string, reports: FailureReports): (error: CustomerError) => void {
	const latest = useRef(reports);
	useEffect(() => {
		latest.current = reports;
	});
	useEffect(() => {
		let signedOut = false;
		const hear = (key: readonly unknown[] | undefined, action: { type: string; error?: unknown; manual?: boolean }) => {
			// A row written by hand is no answer of the backend.
			if (action.manual || !isKeyOfScope(key, scope)) return;
			if (action.type === 'success') signedOut = false;
			if (action.type !== 'error') return;
			const failure = asCustomerError(action.error);
			if (failure.code === 'aborted') return;
			latest.current.onError?.(failure);
			if (failure.code !== 'unauthenticated' || signedOut) return;
			signedOut = true;
			latest.current.onUnauthenticated?.();
		};
		const listen = (event: QueryCacheNotifyEvent | MutationCacheNotifyEvent) => {
			if (event.type === 'updated') hear('query' in event ? event.query.queryKey : event.mutation.options.mutationKey, event.action);
		};
		const stops = [client.getQueryCache().subscribe(listen), client.getMutationCache().subscribe(listen)];
		return () => {
			for (const stop of stops) stop();
		};
	}, [client, scope]);
	// Not at once: what a log throws must not take along what a boundary has just saved.
	return useCallback((error) => queueMicrotask(() => latest.current.onError?.(error)), []);
}
