import { QueryClient } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, it, onTestFinished } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomersProvider, CustomerTable, customerQueries } from '../../../src/index';
import * as see from '../../elements';

async function served() {
	const backend = memoryBackend({
		customers: [
			{ id: 'cus_1', email: 'asha@example.com', created: '2024-03-01T12:00:00Z' },
			{ id: 'cus_2', email: 'zara@example.com', created: '2024-03-02T12:00:00Z' },
		],
	});
	const queryClient = new QueryClient();
	await Promise.all([
		queryClient.prefetchQuery(customerQueries.capabilities({ backend })),
		queryClient.prefetchQuery(customerQueries.list({ backend })),
	]);
	const page = (
		<CustomersProvider backend={backend} queryClient={queryClient}>
			<CustomerTable getCustomerHref={({ id }) => `/customers/${id}`} />
		</CustomersProvider>
	);
	document.body.innerHTML = `<div>${renderToString(page)}</div>`;
	return async () => {
		const root = await act(async () => hydrateRoot(document.querySelector('div')!, page));
		onTestFinished(() => {
			act(() => root.unmount());
			document.body.replaceChildren();
		});
	};
}

it('keeps the focus where it was when a page that a server rendered comes to life', async () => {
	const comesToLife = await served();
	const link = await see.findRowLink('asha@example.com');
	link.focus();
	await comesToLife();
	expect(document.activeElement).toBe(link);
});

it('looks for what was typed before a page that a server rendered came to life', async () => {
	const comesToLife = await served();
	const box = screen.getByRole<HTMLInputElement>('searchbox');
	// What a browser does with a key as long as no script listens.
	box.value = 'zara';
	await comesToLife();
	await waitFor(() => expect(screen.queryByRole('link', { name: /asha/ })).toBeNull());
	expect(screen.getByRole('link', { name: /zara/ })).toBeDefined();
	expect(box.value).toBe('zara');
});
