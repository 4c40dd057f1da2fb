import { HydrationBoundary } from '@tanstack/react-query';
import { useLoaderData, useNavigate } from 'react-router';
import { CustomersPage } from '../../shared/CustomersPage';
import { prefetchCustomers } from '../../shared/prefetch.server';

export async function loader({ request }: { request: Request }) {
	return { state: await prefetchCustomers(request.headers.get('cookie') ?? '') };
}

export default function Customers() {
	const { state } = useLoaderData<typeof loader>();
	return (
		<HydrationBoundary state={state}>
			<CustomersPage navigate={useNavigate()} />
		</HydrationBoundary>
	);
}
