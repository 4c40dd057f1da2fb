import { dehydrate, hydrate, QueryClient } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { Customer } from '../../../src/index';
import { CustomersProvider, customerQueries, useCustomers, useCustomerTable } from '../../../src/index';

const customers = [{ id: 'cus_1', name: 'Ann' } as Customer];

function List() {
	const list = useCustomers();
	const table = useCustomerTable();
	return `${list.data?.data.map(({ name }) => name).join() ?? list.status} ${table.status}`;
}

describe('on a server', () => {
	it('a page renders without a browser and without a warning', () => {
		const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const page = createElement(CustomersProvider, { backend: memoryBackend({ customers }), scope: 'ann' }, createElement(List));
		expect(renderToString(page)).toBe('pending loading');
		expect(complain).not.toHaveBeenCalled();
		complain.mockRestore();
	});

	it('what a loader fetched is on the page, in the server’s answer and in the browser, whose backend is another one', async () => {
		const loader = new QueryClient();
		await loader.prefetchQuery(customerQueries.list({ backend: memoryBackend({ customers }), scope: 'ann' }));
		const browser = new QueryClient();
		hydrate(browser, JSON.parse(JSON.stringify(dehydrate(loader))));
		const page = createElement(CustomersProvider, { backend: memoryBackend(), scope: 'ann', queryClient: browser }, createElement(List));
		expect(renderToString(page)).toBe('Ann ready');
	});
});
