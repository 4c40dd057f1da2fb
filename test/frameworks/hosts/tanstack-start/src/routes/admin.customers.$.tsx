import { HydrationBoundary } from '@tanstack/react-query';
import { createFileRoute, useRouter } from '@tanstack/react-router';
import { createServerFn } from '@tanstack/react-start';
import { getRequestHeader } from '@tanstack/react-start/server';
import { CustomersPage } from '../../shared/CustomersPage';
import { prefetchCustomers } from '../../shared/prefetch.server';

// As text: a server function's own types know no `unknown`, which a dehydrated cache is full of.
const prefetched = createServerFn().handler(async () => JSON.stringify(await prefetchCustomers(getRequestHeader('cookie') ?? '')));

export const Route = createFileRoute('/admin/customers/$')({
	loader: () => prefetched(),
	component: Customers,
});

function Customers() {
	const router = useRouter();
	return (
		<HydrationBoundary state={JSON.parse(Route.useLoaderData())}>
			<CustomersPage navigate={(href, options) => router.navigate({ href, ...options })} />
		</HydrationBoundary>
	);
}
