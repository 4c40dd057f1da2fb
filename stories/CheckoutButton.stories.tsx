import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { CheckoutButton, CustomerError } from '../src/index';
import { withFaults } from '../src/testing';
import { sellsTo, shop, subscription } from './billingStory';
import { asha } from './formStory';
import { said } from './said';

/** Sends a customer to pay. A session is made by the click, one however often it is clicked. Nobody sells here: no page opens. */
const meta = {
	title: 'CheckoutButton',
	component: CheckoutButton,
	args: { customerId: asha.id, lineItems: [{ variant_id: 'pro_monthly' }], open: fn(), children: 'Go Pro' },
	parameters: { backend: sellsTo([]) },
} satisfies Meta<typeof CheckoutButton>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = { play: async ({ canvas }) => void (await canvas.findByRole('button', { name: 'Go Pro' })) };

export const Leaving: Story = {
	play: async ({ canvas, args, userEvent }) => {
		await userEvent.dblClick(await canvas.findByRole('button', { name: 'Go Pro' }));
		await waitFor(() => expect(args.open).toHaveBeenCalledOnce());
		await expect(canvas.getByRole('status')).toHaveTextContent(said(({ billing }) => billing.opening));
	},
};

/** Another plan of the same group is changed at once: there is nothing to pay. */
export const ChangedAtOnce: Story = {
	args: { lineItems: [{ variant_id: 'pro_yearly' }], children: 'Pay yearly' },
	parameters: { backend: sellsTo([subscription()]) },
	play: async ({ canvas, args, userEvent }) => {
		await userEvent.click(await canvas.findByRole('button', { name: 'Pay yearly' }));
		await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(said(({ billing }) => billing.updated)));
		await expect(args.open).not.toHaveBeenCalled();
	},
};

export const Failed: Story = {
	tags: ['look'],
	parameters: {
		backend: () =>
			withFaults(memoryBackend(shop), ({ method }) =>
				method === 'createCheckout' ? { error: new CustomerError('upstream_unavailable', { requestId: 'req_7Qm2XvT4' }) } : undefined,
			),
	},
	play: async ({ canvas, userEvent }) => {
		const button = await canvas.findByRole('button', { name: 'Go Pro' });
		await userEvent.click(button);
		await expect(await canvas.findByRole('alert')).toHaveTextContent('req_7Qm2XvT4');
		await expect(button).toHaveFocus();
	},
};

export const NotSetUp: Story = {
	parameters: {
		backend: () => withFaults(memoryBackend(shop), ({ method }) => (method === 'createCheckout' ? { error: 'misconfigured' } : undefined)),
	},
	play: async ({ canvas, userEvent }) => {
		await userEvent.click(await canvas.findByRole('button', { name: 'Go Pro' }));
		await expect(await canvas.findByRole('alert')).toHaveTextContent(said(({ billing }) => billing.misconfigured));
	},
};

/** A backend that sells nothing: nothing is there, no button that leads nowhere. */
export const NotOffered: Story = {
	parameters: { backend: () => memoryBackend({ ...shop, capabilities: { checkout: false } }) },
	play: async ({ canvas }) => {
		await waitFor(() => expect(canvas.queryByRole('button')).toBeNull());
	},
};

export const Hindi: Story = { ...Failed, tags: [], globals: { locale: 'hi' } };
export const Arabic: Story = { ...Failed, tags: [], name: 'Arabic (RTL)', globals: { locale: 'ar' } };
