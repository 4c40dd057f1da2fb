import { render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';
import { memoryBackend } from '../../../src/backends/memory';
import {
	type CustomerBackend,
	CustomerBilling,
	CustomerDetail,
	CustomerDialog,
	CustomerExport,
	CustomerForm,
	CustomerImport,
	CustomersProvider,
	CustomerTable,
} from '../../../src/index';
import { sampleCustomers } from '../../../src/testing';

const customers = sampleCustomers(12);
const customer = customers[0]!;
const billing: NonNullable<Parameters<typeof memoryBackend>[0]>['billing'] = {
	plans: [{ variant_id: 'pro', name: 'Pro', price: { amount: 99_900, currency: 'INR', interval: 'month' } }],
	grants: { pro: ['reports'] },
	subscriptions: {
		[customer.id]: [
			{
				id: 'sub_1',
				status: 'active',
				started: '2026-01-15T09:00:00.000Z',
				trial_end: null,
				current_period_end: '2199-01-15T09:00:00.000Z',
				cancel_at_period_end: false,
				items: [
					{ variant_id: 'pro', name: 'Pro', quantity: 1, price: { amount: 99_900, currency: 'INR', interval: 'month', interval_count: 1 } },
				],
			},
		],
	},
};
const file = new File(['email,name\nasha@example.com,Asha\nbroken,Nobody\nasha@example.com,Again'], 'people.csv', { type: 'text/csv' });

const show = (children: ReactNode, backend: CustomerBackend = memoryBackend({ customers })) =>
	render(<CustomersProvider backend={backend}>{children}</CustomersProvider>);
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

/** Between them every part of the kit, with what opens open, and something to complain of. */
export const scenes: Record<string, () => Promise<unknown>> = {
	'a table with rows chosen and its columns open': async () => {
		show(
			<CustomerTable
				selectable
				onCreate={() => {}}
				getCustomerHref={({ id }) => `#${id}`}
				selectionActions={() => <CustomerExport request={{}} />}
			/>,
		);
		await userEvent.click((await screen.findAllByRole('checkbox', { name: /^Select (?!all)/ }))[0]!);
		await press('Columns');
		await screen.findByRole('radio', { name: 'Compact' });
	},
	'a table that finds nothing, with its views open': async () => {
		show(<CustomerTable onCreate={() => {}} />);
		await userEvent.fill(await screen.findByRole('searchbox'), 'nobody at all');
		await screen.findAllByText('No customers match');
		await press(/^Views/);
		await press(/Save/);
	},
	'a customer': async () => {
		show(<CustomerDetail customerId={customer.id} onEdit={() => {}} />);
		await screen.findByText(customer.id);
	},
	'a form with errors and its countries open': async () => {
		show(<CustomerForm defaultCountry="IN" onCancel={() => {}} guard={false} />);
		await press('Create customer');
		await screen.findByText('Email is required.');
		await press(/^Country of the phone number/);
		await screen.findByRole('listbox');
	},
	'a form in a dialog': async () => {
		show(<CustomerDialog open customer={customer} onOpenChange={() => {}} />);
		await screen.findByRole('dialog', { name: 'Edit customer' });
		await screen.findByRole('textbox', { name: /^Name/ });
	},
	'an import to look through': async () => {
		show(<CustomerImport />);
		await userEvent.upload(await screen.findByLabelText(/Choose a CSV file/), file);
		await press(/^Check/);
		await screen.findByRole('button', { name: 'Download rows left out' });
	},
	'what a customer pays for': async () => {
		show(
			<CustomerBilling
				customerId={customer.id}
				featureIds={['reports', 'audit_log']}
				lineItems={[{ variant_id: 'pro' }]}
				checkoutLabel="Pay"
			/>,
			memoryBackend({ customers, billing }),
		);
		await screen.findByRole('button', { name: 'Pay' });
		await screen.findByText('Included');
		await screen.findByRole('listitem');
		await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
	},
	'an export to choose for': async () => {
		show(<CustomerExport request={{}} />);
		await press('Export');
		await screen.findByRole('button', { name: 'Export CSV' });
	},
};
