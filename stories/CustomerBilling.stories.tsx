import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { CustomerBilling } from '../src/index';
import { withFaults } from '../src/testing';
import { sells, shop, unreachableOnce } from './billingStory';
import { asha } from './formStory';
import { said } from './said';

/** All that there is about a customer's billing, for an admin and for whoever is signed in. */
const meta = {
	title: 'CustomerBilling',
	component: CustomerBilling,
	args: {
		customerId: asha.id,
		featureIds: ['reports', 'audit_log', 'exports'],
		featureNames: { reports: 'Reports', audit_log: 'Audit log', exports: 'Exports' },
		lineItems: [{ variant_id: 'pro_yearly' }],
		checkoutLabel: 'Pay yearly',
	},
	parameters: { backend: sells },
} satisfies Meta<typeof CustomerBilling>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Everything: Story = {
	tags: ['look'],
	play: async ({ canvas }) => {
		await canvas.findByRole('listitem');
		await waitFor(() => expect(canvas.getAllByText(said(({ billing }) => billing.granted))).toHaveLength(2));
		await expect(canvas.getByText(said(({ billing }) => billing.denied))).toBeVisible();
		await expect(canvas.getByRole('button', { name: 'Pay yearly' })).toBeVisible();
	},
};

/** One check that fails costs only itself. */
export const OneFeatureUnknown: Story = {
	parameters: {
		backend: () => ({ ...memoryBackend({ ...shop, billing: { ...shop.billing, failing: ['exports'] } }), retriesReads: true }),
	},
	play: async ({ canvas }) => {
		await expect(await canvas.findByText(said(({ billing }) => billing.unknownAccess))).toBeVisible();
		await expect(canvas.getByText(said(({ billing }) => billing.granted))).toBeVisible();
	},
};

/** A backend without billing has nothing of it to show. */
export const NotOffered: Story = {
	parameters: {
		backend: () =>
			memoryBackend({ ...shop, capabilities: { subscriptions: false, entitlements: false, checkout: false, billingPortal: false } }),
	},
	play: async ({ canvasElement }) => {
		await waitFor(() => expect(canvasElement.querySelector('[data-slot="pc-billing"]')).toBeNull());
	},
};

/** Until it is known what is offered, it says that it loads. */
export const OnTheWay: Story = {
	parameters: { backend: () => withFaults(memoryBackend(shop), ({ method }) => (method === 'capabilities' ? { hang: true } : undefined)) },
	play: async ({ canvas, canvasElement }) => {
		await waitFor(() => expect(canvasElement.querySelector('[data-slot="pc-subscription-list"]')).toBeVisible());
		await expect(canvas.getByRole('status')).toHaveTextContent(said(({ common }) => common.loading));
	},
};

/** Where it cannot be known what is offered, that is said, and can be tried again. */
export const Unreachable: Story = {
	parameters: { backend: unreachableOnce },
	play: async ({ canvas, userEvent }) => {
		const alert = await canvas.findByRole('alert');
		await expect(within(alert).getByText(said(({ errors }) => errors.unreachable))).toBeVisible();
		await userEvent.click(canvas.getByRole('button', { name: said(({ common }) => common.retry) }));
		await expect(await canvas.findByRole('button', { name: 'Pay yearly' })).toBeVisible();
		await expect(canvas.queryByRole('alert')).toBeNull();
	},
};

export const Offline: Story = {
	parameters: { offline: true, docs: { story: { inline: false, height: '320px' } } },
	play: async ({ canvas }) => {
		const alert = within(await canvas.findByRole('alert'));
		await expect(alert.getByText(said(({ errors }) => errors.offline))).toBeVisible();
	},
};

export const Hindi: Story = { ...Everything, tags: [], globals: { locale: 'hi' } };
export const Arabic: Story = { ...Everything, tags: [], name: 'Arabic (RTL)', globals: { locale: 'ar' } };
export const Dark: Story = { ...Everything, tags: [], globals: { theme: 'dark' } };
export const Narrow: Story = { ...Everything, tags: [], name: 'Narrow (320 px)', parameters: { narrow: true } };
