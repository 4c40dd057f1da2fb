import { QueryClient } from '@tanstack/react-query';
import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomersProvider, CustomerTable, customerQueries } from '../../../src/index';
import * as see from '../../elements';

it('keeps the focus where it was when a page that a server rendered comes to life', async () => {
	const backend = memoryBackend({ customers: [{ id: 'cus_1', email: 'asha@example.com', created: '2024-03-01T12:00:00Z' }] });
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
	const link = await see.findRowLink('asha@example.com');
	link.focus();
	const root = await act(async () => hydrateRoot(document.querySelector('div')!, page));
	expect(document.activeElement).toBe(link);
	act(() => root.unmount());
	document.body.replaceChildren();
});
