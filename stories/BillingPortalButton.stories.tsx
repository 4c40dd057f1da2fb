import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { BillingPortalButton } from '../src/index';
import { withFaults } from '../src/testing';
import { sells, shop } from './billingStory';
import { asha } from './formStory';
import { said } from './said';

/** Opens the vendor's page for invoices and payment methods. There is no vendor here: none opens. */
const meta = {
	title: 'BillingPortalButton',
	component: BillingPortalButton,
	args: { customerId: asha.id, open: fn() },
	parameters: { backend: sells },
} satisfies Meta<typeof BillingPortalButton>;

export default meta;
type Story = StoryObj<typeof meta>;

const portal = { name: said(({ billing }) => billing.portal) };

/** Nothing is opened by looking at it. */
export const Ready: Story = {
	play: async ({ canvas, args, userEvent }) => {
		await userEvent.hover(await canvas.findByRole('button', portal));
		await expect(args.open).not.toHaveBeenCalled();
	},
};

export const Leaving: Story = {
	play: async ({ canvas, args, userEvent }) => {
		await userEvent.click(await canvas.findByRole('button', portal));
		await waitFor(() => expect(args.open).toHaveBeenCalledOnce());
	},
};

export const NotSetUp: Story = {
	tags: ['look'],
	parameters: {
		backend: () =>
			withFaults(memoryBackend(shop), ({ method }) => (method === 'createBillingPortal' ? { error: 'misconfigured' } : undefined)),
	},
	play: async ({ canvas, userEvent }) => {
		await userEvent.click(await canvas.findByRole('button', portal));
		await expect(await canvas.findByRole('alert')).toHaveTextContent(said(({ billing }) => billing.misconfigured));
	},
};

/** A backend without a portal: nothing is there, no button that leads nowhere. */
export const NotOffered: Story = {
	parameters: { backend: () => memoryBackend({ ...shop, capabilities: { billingPortal: false } }) },
	play: async ({ canvas }) => {
		await waitFor(() => expect(canvas.queryByRole('button')).toBeNull());
	},
};
