import { HydrationBoundary } from '@tanstack/react-query';
import { cookies } from 'next/headers';
import { Suspense } from 'react';
import { prefetchCustomers } from '../../../../shared/prefetch.server';
import { Customers } from './Customers';

async function Prefetched() {
	const state = await prefetchCustomers(String(await cookies()));
	return (
		<HydrationBoundary state={state}>
			<Customers />
		</HydrationBoundary>
	);
}

// What is asked for anew by each visitor waits below a boundary; with cache components Next demands it.
export default function Page() {
	return (
		<Suspense fallback={<p>One moment</p>}>
			<Prefetched />
		</Suspense>
	);
}
