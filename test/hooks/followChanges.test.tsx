import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { type CustomerBackend, CustomersProvider, CustomerTable, customerQueries } from '../../src/index';

/** As docs/live.md has it. */
function FollowChanges({ backend }: { backend: CustomerBackend }) {
	const queryClient = useQueryClient();
	useEffect(() => {
		const [kit, scope] = customerQueries.list({ backend }).queryKey;
		return backend.subscribe?.(() => void queryClient.invalidateQueries({ queryKey: [kit, scope] }));
	}, [queryClient, backend]);
	return null;
}

it('the few lines of docs/live.md show in a list what somebody else has created', async () => {
	const backend = memoryBackend();
	await backend.create({ email: 'first@example.com' });
	render(
		<QueryClientProvider client={new QueryClient()}>
			<FollowChanges backend={backend} />
			<CustomersProvider backend={backend}>
				<CustomerTable />
			</CustomersProvider>
		</QueryClientProvider>,
	);
	await screen.findByText('first@example.com');
	await act(() => backend.create({ email: 'second@example.com' }));
	expect(await screen.findByText('second@example.com')).toBeTruthy();
});
