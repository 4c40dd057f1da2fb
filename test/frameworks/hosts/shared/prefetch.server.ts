import { type DehydratedState, dehydrate, QueryClient } from '@tanstack/react-query';
import { customerQueries, httpBackend } from 'proyecta-customers';
import { handler } from './customers.server';

/** What the page shows first, as whoever sent the cookie may see it. */
export async function prefetchCustomers(cookie: string): Promise<DehydratedState> {
	const queryClient = new QueryClient();
	const backend = httpBackend({
		url: 'https://shop.example.com/api/customers',
		headers: { cookie },
		fetch: async (url, init) => handler(new Request(url, init)),
	});
	const source = { backend, scope: 'zara' };
	await Promise.all([
		queryClient.prefetchQuery(customerQueries.capabilities(source)),
		queryClient.prefetchQuery(customerQueries.list(source)),
	]);
	return dehydrate(queryClient);
}
