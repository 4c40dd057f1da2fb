import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CustomersProvider, CustomerTable } from 'proyecta-customers';
import { memoryBackend } from 'proyecta-customers/backends/memory';
import { sampleCustomers } from 'proyecta-customers/testing';

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
