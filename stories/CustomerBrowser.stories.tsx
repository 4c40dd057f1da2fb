import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { CustomerBrowser } from '../src/index';
import { sampleCustomers } from '../src/testing';

const basePath = '/admin/customers';
const [firstCustomer] = sampleCustomers(1);

/**
 * The whole page under one path: the list, `/:id`, `/:id/edit` and `/new`. In a host it reads the address bar and moves through the
 * provider's `Link` and `navigate`, or alone on the History API; here the `path` is kept in memory.
 */
const meta = {
	title: 'CustomerBrowser',
	component: CustomerBrowser,
	args: { basePath, headingLevel: 1 },
	argTypes: { path: { control: false } },
	parameters: { path: basePath, docs: { story: { inline: false, height: '720px' } } },
} satisfies Meta<typeof CustomerBrowser>;

export default meta;
type Story = StoryObj<typeof meta>;

export const List: Story = {};

/** Opens a customer and comes back to the list as it was. */
export const ThereAndBack: Story = {
	globals: { locale: 'en' },
	play: async ({ canvas, userEvent }) => {
		await userEvent.type(await canvas.findByRole('searchbox'), 'an');
		await canvas.findByRole('button', { name: 'Clear filters' });
		await waitFor(() => expect(canvas.getByRole('table')).toHaveAttribute('aria-busy', 'false'));
		await userEvent.click((await canvas.findAllByRole('link'))[0]!);
		await waitFor(() => expect(canvas.getByRole('heading', { level: 1 })).toHaveFocus());
		await userEvent.click(await canvas.findByRole('link', { name: 'Back to all customers' }));
		await expect(await canvas.findByRole('searchbox')).toHaveValue('an');
	},
};

export const Detail: Story = { parameters: { path: `${basePath}/${firstCustomer!.id}` } };

export const Create: Story = { parameters: { path: `${basePath}/new` } };

export const Edit: Story = { parameters: { path: `${basePath}/${firstCustomer!.id}/edit` } };

export const NotFound: Story = { parameters: { path: `${basePath}/cus_0000000000` } };

/** Nothing can be created or edited: no buttons, and the addresses of the dialogs show what is behind them. */
export const ReadOnly: Story = {
	parameters: {
		path: `${basePath}/new`,
		backend: () =>
			memoryBackend({
				customers: sampleCustomers(60),
				capabilities: { write: { create: false, update: false, clear: [], customId: false } },
			}),
	},
};

export const Narrow: Story = { parameters: { narrow: true } };

export const Hindi: Story = { globals: { locale: 'hi' } };
export const Arabic: Story = { globals: { locale: 'ar' } };

export const Dark: Story = { globals: { theme: 'dark' } };
