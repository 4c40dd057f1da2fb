'use client';
import { useEffect } from 'react';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';

/** A page that is looked at for this long, in milliseconds, may be left for the next one. */
const lookedAtMs = 600;

/** Loads the next page while nothing else happens. Not of a search, which is more often refined than leafed through; nor where data costs. */
export function useIdlePrefetch(table: CustomerTableModel): void {
	const { mode, status, isRefreshing, isPrevious, paging, state, error, prefetchNext } = table;
	const idle = mode === 'pages' && status === 'ready' && !isRefreshing && !isPrevious && !error && paging.hasNext && state.query === '';
	// biome-ignore lint/correctness/useExhaustiveDependencies: another state is another page
	useEffect(() => {
		if (!idle || savesData()) return;
		const timer = setTimeout(prefetchNext, lookedAtMs);
		return () => clearTimeout(timer);
	}, [idle, state, prefetchNext]);
}

function savesData(): boolean {
	return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
