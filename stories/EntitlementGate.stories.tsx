import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { type CustomerError, EntitlementGate } from '../src/index';
import { withFaults } from '../src/testing';
import { sells, shop } from './billingStory';
import { asha } from './formStory';

const failed = ({ error, retry }: { error: CustomerError; retry: () => void }) => (
	<p>
		<span>{error.code}</span>{' '}
		<button type="button" onClick={retry}>
			Ask again
		</button>
	</p>
);

/** Shows what only those may see who have a feature. It has no look of its own. */
const meta = {
	title: 'EntitlementGate',
	component: EntitlementGate,
	args: {
		customerId: asha.id,
		featureId: 'reports',
		children: <p>Reports</p>,
		fallback: <p>Reports come with Pro.</p>,
		pending: <p>One moment…</p>,
		failed,
	},
	parameters: { backend: sells },
} satisfies Meta<typeof EntitlementGate>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Granted: Story = { play: async ({ canvas }) => void (await canvas.findByText('Reports')) };

export const Denied: Story = {
	args: { featureId: 'audit_log' },
	play: async ({ canvas }) => {
		await canvas.findByText('Reports come with Pro.');
		await expect(canvas.queryByText('Reports')).toBeNull();
	},
};

export const Pending: Story = {
	parameters: {
		backend: () => withFaults(memoryBackend(shop), ({ method }) => (method === 'checkEntitlements' ? { hang: true } : undefined)),
	},
	play: async ({ canvas }) => void (await canvas.findByText('One moment…')),
};

/** Could not be found out: never told as a "no". */
export const Failed: Story = {
	parameters: {
		backend: () => ({ ...memoryBackend({ ...shop, billing: { ...shop.billing, failing: ['reports'] } }), retriesReads: true }),
	},
	play: async ({ canvas }) => {
		await canvas.findByText('upstream_unavailable');
		await expect(canvas.queryByText('Reports come with Pro.')).toBeNull();
	},
};

export const NotOffered: Story = {
	parameters: { backend: () => memoryBackend({ ...shop, capabilities: { entitlements: false } }) },
	play: async ({ canvas }) => void (await canvas.findByText('Reports come with Pro.')),
};

export const ReadyAtOnce: Story = {
	args: { whenUnsupported: 'granted' },
	parameters: { backend: () => memoryBackend({ ...shop, capabilities: { entitlements: false } }) },
	play: async ({ canvas }) => {
		await waitFor(() => expect(canvas.getByText('Reports')).toBeVisible());
	},
};
