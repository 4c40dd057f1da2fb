import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { type Customer, type CustomerBackend, CustomerError, CustomerTable, type CustomerTableProps } from '../src/index';
import { sampleCustomers, withFaults } from '../src/testing';
import { said } from './said';

const some = (n: number) => memoryBackend({ customers: sampleCustomers(n), latencyMs: 50 });
const onList = (backend: CustomerBackend, fault: Parameters<typeof withFaults>[1]) =>
	withFaults(backend, (call) => (call.method === 'list' ? fault(call) : undefined));

/** Lets the first list through and treats the others as told. */
function afterFirst(backend: CustomerBackend, fault: Parameters<typeof withFaults>[1]) {
	let lists = 0;
	return onList(backend, (call) => (lists++ === 0 ? undefined : fault(call)));
}

/**
 * The list of customers. Shows what the backend's capabilities offer and nothing else. A row is a real link where there is a
 * `getCustomerHref`: it opens in a new tab, can be copied, and the arrow keys move from one to the next.
 */
const meta = {
	title: 'CustomerTable',
	component: CustomerTable,
	args: {
		getCustomerHref: (customer: Customer) => `/admin/customers/${customer.id}`,
		onCustomerClick: fn((_customer, event) => event.preventDefault()),
		onCreate: fn(),
	},
	argTypes: { table: { control: false }, actions: { control: false }, initialState: { control: 'object' } },
} satisfies Meta<CustomerTableProps>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Loaded: Story = {
	play: async ({ canvas, args, userEvent }) => {
		const rows = within(await canvas.findByRole('table'));
		await waitFor(() => expect(rows.getAllByRole('link')).toHaveLength(20));
		const [first, second] = rows.getAllByRole('link');
		first!.focus();
		await userEvent.keyboard('{ArrowDown}');
		await expect(second).toHaveFocus();
		await userEvent.click(rows.getAllByRole('cell')[3]!);
		await expect(args.onCustomerClick).toHaveBeenCalledOnce();
	},
};

export const NextPage: Story = {
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(canvas.getAllByRole('link')).toHaveLength(20));
		const next = canvas.getByRole('button', { name: said((locale) => locale.table.next) });
		await waitFor(() => expect(next).not.toHaveAttribute('aria-disabled'));
		await userEvent.click(next);
		await canvas.findByText(said(({ table }) => table.range.replace('{from}', '21').replace('{to}', '40')));
	},
};

/** A column of the host's own between the built-in ones; its cell throws for one customer, which costs that cell and no more. */
export const OwnColumns: Story = {
	args: {
		columns: [
			'name',
			'email',
			{
				id: 'plan',
				header: 'Plan',
				width: '120px',
				cell: (customer) => {
					if (customer.name === null) throw new Error('No plan for customers without a name');
					return customer.email && customer.email.length % 2 ? 'Pro' : 'Starter';
				},
			},
			'country',
		],
	},
	play: async ({ canvas }) => {
		await canvas.findByRole('columnheader', { name: 'Plan' });
		await expect((await canvas.findAllByRole('cell', { name: 'Pro' })).length).toBeGreaterThan(0);
	},
};

/** The bars are as high as the rows that will come. */
export const Loading: Story = { parameters: { backend: () => onList(some(20), () => ({ hang: true })) } };

export const Empty: Story = { parameters: { backend: () => some(0) } };

export const NoMatches: Story = {
	args: { initialState: { query: 'nobody is called this' } },
	play: async ({ canvas }) => {
		await expect(await canvas.findByRole('button', { name: said((locale) => locale.table.clearFilters) })).toBeVisible();
	},
};

/** With a button to try again, and the request id that support asks for. */
export const Failed: Story = {
	parameters: {
		backend: () => onList(some(20), () => ({ error: new CustomerError('internal_error', { requestId: 'req_4f9c2a71' }) })),
	},
	play: async ({ canvas }) => {
		await expect(await canvas.findByRole('alert')).toHaveTextContent('req_4f9c2a71');
	},
};

/** A refresh failed: the rows stay, and it says that they may be old. */
export const FailedOverRows: Story = {
	parameters: { backend: () => afterFirst(some(20), () => ({ error: new CustomerError('forbidden', { requestId: 'req_9d03e51b' }) })) },
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(canvas.getAllByRole('link').length).toBeGreaterThan(0));
		await userEvent.click(canvas.getByRole('button', { name: said((locale) => locale.table.refresh) }));
		await canvas.findByText(/req_9d03e51b/);
		await expect(canvas.getAllByRole('link').length).toBeGreaterThan(0);
	},
};

export const Offline: Story = { parameters: { offline: true, docs: { story: { inline: false, height: '420px' } } } };

/** After five seconds it says that it is still at it. */
export const Slow: Story = { parameters: { backend: () => onList(some(20), () => ({ delayMs: 12_000 })) } };

export const Forbidden: Story = { parameters: { backend: () => onList(some(20), () => ({ error: 'forbidden' })) } };

/** What cannot be done has no button. */
export const ReadOnly: Story = {
	parameters: {
		backend: () =>
			memoryBackend({
				customers: sampleCustomers(60),
				capabilities: { write: { create: false, update: false, clear: [], customId: false } },
			}),
	},
	play: async ({ canvas }) => {
		await canvas.findByRole('searchbox');
		await expect(canvas.queryByRole('button', { name: said((locale) => locale.table.newCustomer) })).toBeNull();
	},
};

/** A backend that can only list: no search, no filters, no sorting, no count. */
export const ListOnly: Story = {
	parameters: {
		backend: () =>
			memoryBackend({
				customers: sampleCustomers(60),
				capabilities: {
					search: false,
					filter: { email: false, country: false, created: false },
					sort: ['-created'],
					paging: { total: [] },
				},
			}),
	},
	play: async ({ canvas }) => {
		await waitFor(() => expect(canvas.getAllByRole('link')).toHaveLength(20));
		await expect(canvas.queryByRole('searchbox')).toBeNull();
	},
};

/** The rows stay while newer ones are on their way. */
export const Refreshing: Story = {
	parameters: { backend: () => afterFirst(some(20), () => ({ hang: true })) },
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(canvas.getAllByRole('link').length).toBeGreaterThan(0));
		await userEvent.click(canvas.getByRole('button', { name: said((locale) => locale.table.refresh) }));
		await waitFor(() => expect(canvas.getByRole('table')).toHaveAttribute('aria-busy', 'true'));
	},
};

/** Names as long as allowed, in two writing directions, and none at all. */
export const LongAndBidiNames: Story = {
	parameters: {
		backend: () =>
			memoryBackend({
				customers: [
					row('1', {
						name: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(5).trim(),
						email: `${'long.'.repeat(12)}x@${'sub.'.repeat(20)}example.com`,
					}),
					row('2', { name: 'محمد الأحمد (Mohammed Al-Ahmad)', email: 'mohammed@example.com', phone: '+971501234567' }),
					row('3', { name: 'שירה לוי', email: 'shira@example.com', phone: null }),
					row('4', { name: 'श्रीमती अनुराधा चतुर्वेदी', email: 'anuradha@example.com' }),
					row('5', { name: null, email: null, phone: null, created: null }),
					row('6', { name: '👩🏽‍🚀 Ẑ̸̨a̴͠l̵g̶o', email: 'zalgo@example.com' }),
				],
			}),
	},
};

export const Narrow: Story = { parameters: { narrow: true } };

export const NarrowLoading: Story = { parameters: { narrow: true, backend: () => onList(some(20), () => ({ hang: true })) } };

export const Hindi: Story = { globals: { locale: 'hi' } };
export const Arabic: Story = { globals: { locale: 'ar' } };

export const Dark: Story = { globals: { theme: 'dark' } };

function row(id: string, customer: Partial<Customer>): Customer {
	return {
		id: `cus_${id}`,
		email: null,
		name: null,
		phone: '+919876543210',
		address: { line1: null, line2: null, city: null, state: null, postal_code: null, country: 'BQ' },
		created: '2026-10-01T12:00:00Z',
		version: null,
		...customer,
	};
}
