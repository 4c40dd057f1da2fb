import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { type Customer, type CustomerBackend, CustomerError, CustomerTable, type CustomerTableProps, type Locale } from '../src/index';
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

/** While the list is on its way, when there is nothing to list, and when something fails. */
const meta = {
	title: 'CustomerTable/States',
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
type Play = Parameters<NonNullable<Story['play']>>[0];

/** Something that the kit says, in sight. */
function seen(pick: (locale: Locale) => string) {
	return async ({ canvas }: Pick<Play, 'canvas'>) => {
		const texts = await canvas.findAllByText(said(pick));
		await expect(texts.some((text) => text.offsetWidth > 1)).toBe(true);
	};
}

/** The bars are as high as the rows that will come. */
export const Loading: Story = {
	parameters: { backend: () => onList(some(20), () => ({ hang: true })) },
	play: async ({ canvas }) => {
		await expect(await canvas.findByRole('table', { name: said(({ table }) => table.caption) })).toHaveAttribute('aria-busy', 'true');
		await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(said(({ common }) => common.loading)));
	},
};

export const NarrowLoading: Story = { ...Loading, tags: ['look'], parameters: { ...Loading.parameters, narrow: true } };

/** After five seconds it says that it is still at it. */
export const Slow: Story = {
	parameters: { backend: () => onList(some(20), () => ({ hang: true })) },
	play: seen(({ table }) => table.slow),
};

/** The rows stay while newer ones are on their way. */
export const Refreshing: Story = {
	parameters: { backend: () => afterFirst(some(6), () => ({ hang: true })) },
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(canvas.getAllByRole('link').length).toBeGreaterThan(0));
		await userEvent.click(canvas.getByRole('button', { name: said((locale) => locale.table.refresh) }));
		await waitFor(() => expect(canvas.getByRole('table')).toHaveAttribute('aria-busy', 'true'));
	},
};

export const Empty: Story = {
	parameters: { backend: () => some(0) },
	play: async ({ canvas, args, userEvent }) => {
		await seen(({ table }) => table.empty)({ canvas });
		// The one in the place of the rows is the only one in sight.
		await userEvent.click(canvas.getByRole('button', { name: said(({ table }) => table.newCustomer) }));
		await expect(args.onCreate).toHaveBeenCalledOnce();
	},
};

/** Where nobody may create, nothing is offered. */
export const EmptyReadOnly: Story = {
	parameters: {
		backend: () => memoryBackend({ capabilities: { write: { create: false, update: false, clear: [], customId: false } } }),
	},
	play: async ({ canvas }) => {
		await seen(({ table }) => table.empty)({ canvas });
		await expect(canvas.queryByRole('button', { name: said(({ table }) => table.newCustomer) })).toBeNull();
	},
};

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
	parameters: {
		backend: () => afterFirst(some(6), () => ({ error: new CustomerError('internal_error', { requestId: 'req_9d03e51b' }) })),
	},
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(canvas.getAllByRole('link').length).toBeGreaterThan(0));
		await userEvent.click(canvas.getByRole('button', { name: said((locale) => locale.table.refresh) }));
		await canvas.findByText(/req_9d03e51b/);
		await expect(canvas.getAllByRole('link').length).toBeGreaterThan(0);
	},
};

/** The next page failed: rows and pager stay, and lead back or on. */
export const NextPageFailed: Story = {
	parameters: {
		backend: () => afterFirst(some(60), () => ({ error: new CustomerError('internal_error', { requestId: 'req_5b1d70ce' }) })),
	},
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(canvas.getAllByRole('link')).toHaveLength(20));
		await userEvent.click(await canvas.findByRole('button', { name: said((locale) => locale.table.next) }));
		await canvas.findByText(/req_5b1d70ce/);
		await expect(canvas.getAllByRole('link')).toHaveLength(20);
		await expect(canvas.getByRole('button', { name: said((locale) => locale.table.previous) })).not.toHaveAttribute('aria-disabled');
	},
};

/** More of an endless list failed: what was there stays. */
export const MoreFailed: Story = {
	args: { mode: 'infinite' },
	parameters: {
		backend: () => afterFirst(some(60), () => ({ error: new CustomerError('internal_error', { requestId: 'req_71c4a2f8' }) })),
	},
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(canvas.getAllByRole('link').length).toBeGreaterThan(0));
		await userEvent.click(await canvas.findByRole('button', { name: said((locale) => locale.table.loadMore) }));
		await canvas.findByText(/req_71c4a2f8/);
		await expect(canvas.getAllByRole('link').length).toBeGreaterThan(0);
	},
};

export const Offline: Story = {
	parameters: { offline: true, docs: { story: { inline: false, height: '420px' } } },
	play: seen(({ table }) => table.offline),
};

/** The server is down: there is a network, so nobody is told to be offline. */
export const Unreachable: Story = {
	parameters: { backend: () => onList(some(20), () => ({ error: 'unreachable' })) },
	play: async ({ canvas }) => {
		const alert = within(await canvas.findByRole('alert'));
		await expect(alert.getByText(said(({ errors }) => errors.unreachable))).toBeVisible();
		await expect(alert.getByRole('button', { name: said(({ common }) => common.retry) })).toBeEnabled();
	},
};

export const Forbidden: Story = {
	parameters: { backend: () => onList(some(20), () => ({ error: 'forbidden' })) },
	play: async ({ canvas }) => {
		await expect(await canvas.findByRole('alert')).toHaveTextContent(said(({ table, errors }) => `${table.forbidden}${errors.forbidden}`));
		await expect(canvas.queryByRole('button', { name: said(({ common }) => common.retry) })).toBeNull();
	},
};

/** The session has ended: trying again after signing in shows the list. */
export const SessionExpired: Story = {
	parameters: {
		backend: () => {
			let lists = 0;
			return onList(some(6), () => (lists++ === 0 ? { error: 'unauthenticated' } : undefined));
		},
	},
	play: async ({ canvas, userEvent }) => {
		await canvas.findByText(said(({ errors }) => errors.unauthenticated));
		await userEvent.click(canvas.getByRole('button', { name: said(({ common }) => common.retry) }));
		await waitFor(() => expect(canvas.getAllByRole('link')).toHaveLength(6));
	},
};

/** The page asked for is gone: the first one is shown, and it says so. */
export const PageGone: Story = {
	parameters: {
		backend: () =>
			withFaults(some(60), ({ method, args }) =>
				method === 'list' && (args[0] as { after?: string }).after ? { error: 'invalid_cursor' } : undefined,
			),
	},
	play: async (context) => {
		await waitFor(() => expect(context.canvas.getAllByRole('link')).toHaveLength(20));
		await context.userEvent.click(await context.canvas.findByRole('button', { name: said(({ table }) => table.next) }));
		await seen(({ table }) => table.cursorVanished)(context);
		await expect(context.canvas.getAllByRole('link')).toHaveLength(20);
	},
};

/** A cell that throws for one customer costs that cell and no more. */
export const OneBadRow: Story = {
	args: {
		columns: [
			'email',
			'name',
			{
				id: 'plan',
				header: 'Plan',
				cell: ({ id }) => {
					if (id === 'cus_2') throw new Error('No plan for this one');
					return 'Pro';
				},
			},
		],
	},
	parameters: {
		backend: () =>
			memoryBackend({
				customers: ['1', '2', '3'].map((id) => ({ id: `cus_${id}`, name: `Person ${id}`, email: `person${id}@example.com` })),
			}),
	},
	play: async ({ canvas }) => {
		await canvas.findByRole('row', { name: /Person 1.*Pro$/ });
		const bad = within(canvas.getByRole('row', { name: /Person 2/ }));
		await expect(bad.getByRole('cell', { name: said(({ table }) => table.brokenCell) })).toHaveTextContent('–');
		await expect(canvas.getByRole('row', { name: /Person 3.*Pro$/ })).toBeVisible();
	},
};

/** A backend that keeps no names, phones and addresses: their columns are not there. */
export const NotKept: Story = {
	parameters: { backend: () => memoryBackend({ customers: sampleCustomers(20), latencyMs: 50, capabilities: { keeps: [] } }) },
	play: async ({ canvas }) => {
		await waitFor(() => expect(canvas.getAllByRole('columnheader')).toHaveLength(2));
	},
};
