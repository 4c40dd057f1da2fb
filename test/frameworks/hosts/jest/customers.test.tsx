import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { CustomerBrowser, CustomerImport, CustomersProvider, CustomerTable, httpBackend } from 'proyecta-customers';
import { memoryBackend } from 'proyecta-customers/backends/memory';
import { sampleCustomers } from 'proyecta-customers/testing';
import { mswHandlers } from 'proyecta-customers/testing/msw';

test('a page with customers', async () => {
	const customers = sampleCustomers(30);
	render(
		<CustomersProvider backend={memoryBackend({ customers })} scope="shop">
			<CustomerTable />
		</CustomersProvider>,
	);
	await screen.findByText(customers[0]!.email);
	await userEvent.type(screen.getByRole('searchbox'), customers[29]!.email);
	await screen.findByText(customers[29]!.email);
	expect(screen.getAllByRole('row')).toHaveLength(2);
});

test('a customer that is made in the dialog', async () => {
	render(
		<CustomersProvider backend={memoryBackend({ customers: sampleCustomers(3) })} scope="shop">
			<CustomerBrowser basePath="/" />
		</CustomersProvider>,
	);
	await userEvent.click(await screen.findByRole('button', { name: 'New customer' }));
	// What it loads has yet to be transformed.
	const dialog = await screen.findByRole('dialog', undefined, { timeout: 10_000 });
	await userEvent.type(await within(dialog).findByLabelText(/^Email/), 'asha@example.com');
	await userEvent.click(within(dialog).getByRole('button', { name: 'Create customer' }));
	await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
	expect(await screen.findAllByText('asha@example.com')).not.toEqual([]);
}, 20_000);

test('a file that is chosen', async () => {
	const { container } = render(
		<CustomersProvider backend={memoryBackend()} scope="shop">
			<CustomerImport />
		</CustomersProvider>,
	);
	const input = await waitFor(() => container.querySelector<HTMLInputElement>('input[type=file]')!);
	await screen.findByText(/CSV/);
	await userEvent.upload(input, new File(['email,name\nasha@example.com,Asha\n'], 'customers.csv', { type: 'text/csv' }));
	await screen.findByText(/1 row/);
});

test('what msw answers', async () => {
	const server = setupServer(...mswHandlers(http, { backend: memoryBackend({ customers: sampleCustomers(20) }) }));
	server.listen({ onUnhandledRequest: 'error' });
	const backend = httpBackend({ url: 'http://localhost/api/customers' });
	expect((await backend.list({ limit: 5 })).data).toHaveLength(5);
	server.close();
});
