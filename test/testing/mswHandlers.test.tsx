import { render, screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { CustomersProvider, CustomerTable, httpBackend } from '../../src/index';
import { mswHandlers } from '../../src/testing/msw';

const memory = memoryBackend({ customers: [{ id: 'cus_1', email: 'asha@example.com', name: 'Asha Rao' }] });
const server = setupServer(...mswHandlers(http, { backend: memory }));
const backend = httpBackend({ url: 'https://shop.test/api/customers/' });

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

it('answers a page as the handler does, its refusals and versions too', async () => {
	const { customer, outcome } = await backend.create({ email: 'new@example.com' });
	expect([outcome, (await backend.get(customer.id)).email]).toEqual(['created', 'new@example.com']);
	await expect(backend.get('cus_none')).rejects.toMatchObject({ code: 'not_found' });
	await backend.update(customer.id, { name: 'New' });
	await expect(backend.update(customer.id, { name: 'Late' }, { ifVersion: customer.version! })).rejects.toMatchObject({
		code: 'version_conflict',
	});
	render(
		<CustomersProvider backend={backend}>
			<CustomerTable />
		</CustomersProvider>,
	);
	expect(await screen.findByText('Asha Rao')).toBeTruthy();
});

it('stands beside answers of the host’s own', async () => {
	server.use(http.get('*/api/customers/cus_1', () => HttpResponse.json({}, { status: 403 })));
	await expect(backend.get('cus_1')).rejects.toMatchObject({ code: 'forbidden' });
});

it('asks the host’s own authorize, at the host’s own path and origin', async () => {
	server.use(...mswHandlers(http, { backend: memory, origin: 'https://api.test', basePath: '/people', authorize: () => null }));
	await expect(httpBackend({ url: 'https://api.test/people' }).get('cus_1')).rejects.toMatchObject({ code: 'unauthenticated' });
});

it('leaves longer paths to the handlers of the host, and takes options that a host has not set', async () => {
	server.use(
		...mswHandlers(http, { backend: memory, origin: 'https://api.test/', authorize: undefined }),
		http.all('*/admin/api/customers/*', () => HttpResponse.json('its own')),
	);
	expect((await fetch('https://api.test/api/customers')).status).toBe(200);
	server.use(...mswHandlers(http, { backend: memory }));
	expect(await (await fetch('https://host.test/admin/api/customers/1')).json()).toBe('its own');
});
