import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { CheckoutButton, CheckoutNotice, type Customer, CustomerBrowser, CustomerForm, CustomerTable, useCustomer } from '../src/index';
import { sellsTo } from './billingStory';
import { asha, findDialog, saidError, submitNew, words } from './formStory';
import { said } from './said';

/** What the panel "Faults" does to any story, each with the state that people see of it. */
const meta = { title: 'Faults', tags: ['behaviour'] } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const table: Pick<Story, 'render'> = { render: () => <CustomerTable /> };
const withAsha = { backend: () => memoryBackend({ customers: [asha] }) };

export const Slow: Story = {
	...table,
	globals: { faults: 'slow' },
	play: async ({ canvas }) => expect(await canvas.findByRole('table')).toHaveAttribute('aria-busy', 'true'),
};

export const EmailTaken: Story = {
	globals: { faults: 'taken' },
	parameters: withAsha,
	render: () => <CustomerForm defaultCountry="IN" />,
	play: async (context) => {
		await submitNew(context);
		await context.canvas.findAllByText(saidError('email_exists'));
	},
};

function EditAsha() {
	const { data } = useCustomer(asha.id);
	return data ? <CustomerForm customer={data} /> : <CustomerForm loading />;
}

export const SomebodyElseFirst: Story = {
	globals: { faults: 'conflict' },
	parameters: withAsha,
	render: () => <EditAsha />,
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(canvas.getByRole('textbox', { name: words.name })).toHaveValue(asha.name));
		await userEvent.type(canvas.getByRole('textbox', { name: words.name }), ' Rao{Enter}');
		const conflict = await canvas.findByRole('region', { name: said(({ form }) => form.conflictTitle) });
		await within(conflict).findByText(/Somebody Else/);
	},
};

/** A table that shows nothing but why. */
const saying = (faults: string, sentence: RegExp): Story => ({
	...table,
	globals: { faults },
	play: async ({ canvas }) => void (await canvas.findAllByText(sentence)),
});

export const TooManyRequests = saying('limited', saidError('rate_limited'));

export const ServerFails = saying('failing', saidError('internal_error'));

export const DatabaseAway = saying('unavailable', saidError('upstream_unavailable'));

export const Offline = saying(
	'offline',
	said(({ table }) => table.offline),
);

/** The index does not know whom one has just made, and the list shows them all the same. */
export const SearchLags: Story = {
	globals: { faults: 'lagging' },
	parameters: { path: '/customers' },
	render: (args) => <CustomerBrowser basePath="/customers" {...args} />,
	play: async ({ canvas, userEvent }) => {
		await userEvent.click(await canvas.findByRole('button', { name: said(({ table }) => table.newCustomer) }));
		const dialog = within(await findDialog());
		await userEvent.type(dialog.getByRole('textbox', { name: words.email }), 'ravi@example.com');
		await userEvent.type(dialog.getByRole('textbox', { name: words.name }), 'Ravi Kumar{Enter}');
		await canvas.findByRole('heading', { name: 'Ravi Kumar' });
		await userEvent.click(await canvas.findByRole('link', { name: said(({ detail }) => detail.backToList) }));
		await userEvent.type(await canvas.findByRole('searchbox'), 'ravi kumar');
		await canvas.findByText('ravi@example.com');
	},
};

/** Pays in the vendor's place, and comes back to the notice. */
function PayAndReturn({ customer }: { customer: Customer }) {
	const [isBack, setBack] = useState(false);
	const visit = (url: string) => {
		history.replaceState(null, '', url);
		setBack(true);
	};
	return isBack ? (
		<CheckoutNotice customerId={customer.id} />
	) : (
		<CheckoutButton customerId={customer.id} lineItems={[{ variant_id: 'pro_monthly' }]} open={visit}>
			Go Pro
		</CheckoutButton>
	);
}

export const LateWebhook: Story = {
	globals: { faults: 'webhook' },
	parameters: { backend: sellsTo([]) },
	beforeEach: () => {
		const { href } = location;
		return () => history.replaceState(null, '', href);
	},
	render: () => <PayAndReturn customer={asha} />,
	play: async ({ canvas, userEvent }) => {
		await userEvent.click(await canvas.findByRole('button', { name: 'Go Pro' }));
		await canvas.findByText(said(({ billing }) => billing.returnWaiting));
	},
};
