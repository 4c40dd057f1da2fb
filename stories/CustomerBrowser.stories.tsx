import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { CustomerBrowser, type Locale } from '../src/index';
import { ar } from '../src/locales/ar';
import { en } from '../src/locales/en';
import { hi } from '../src/locales/hi';
import { sampleCustomers } from '../src/testing';
import { sells } from './billingStory';
import { asha, findDialog } from './formStory';
import { said } from './said';

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

export const List: Story = { play: listed(said(({ browser }) => browser.title)) };

/** Opens a customer and comes back to the list as it was. */
export const ThereAndBack: Story = {
	play: async ({ canvas, userEvent }) => {
		await userEvent.type(await canvas.findByRole('searchbox'), 'an');
		await waitFor(() => expect(canvas.getAllByRole('link').length).toBeLessThan(20));
		await waitFor(() => expect(canvas.getByRole('table')).toHaveAttribute('aria-busy', 'false'));
		await userEvent.click((await canvas.findAllByRole('link'))[0]!);
		await waitFor(() => expect(canvas.getByRole('heading', { level: 1 })).toHaveFocus());
		await userEvent.click(await canvas.findByRole('link', { name: said(({ detail }) => detail.backToList) }));
		await expect(await canvas.findByRole('searchbox')).toHaveValue('an');
	},
};

export const Detail: Story = {
	parameters: { path: `${basePath}/${firstCustomer!.id}` },
	play: async ({ canvas }) => {
		await canvas.findByRole('heading', { level: 1, name: firstCustomer!.name! });
		await expect(canvas.getByRole('link', { name: said(({ detail }) => detail.backToList) })).toBeVisible();
	},
};

export const Create: Story = {
	parameters: { path: `${basePath}/new` },
	play: async () => {
		await findDialog(said(({ form }) => form.createTitle));
	},
};

export const Edit: Story = {
	parameters: { path: `${basePath}/${firstCustomer!.id}/edit` },
	play: async () => {
		const dialog = await findDialog(said(({ form }) => form.editTitle));
		await expect(await within(dialog).findByDisplayValue(firstCustomer!.name!)).toBeVisible();
	},
};

export const NotFound: Story = {
	parameters: { path: `${basePath}/cus_0000000000` },
	play: async ({ canvas }) => {
		await expect(await canvas.findByRole('alert')).toHaveTextContent(said(({ detail }) => `${detail.notFound}${detail.notFoundHint}`));
	},
};

/** Buttons and sections of the host's, an import, and what a customer pays for. */
export const RoomForTheHost: Story = {
	args: {
		import: true,
		billing: { featureIds: ['reports'], featureNames: { reports: 'Monthly reports' } },
		toolbarActions: (
			<a className="pc-button" data-variant="secondary" href="/segments">
				Segments
			</a>
		),
		selectionActions: ({ count }) => <span>{`${count ?? 'All'} to tag`}</span>,
		detailActions: ({ id }) => (
			<a className="pc-button" data-variant="secondary" href={`/refunds/${id.length}`}>
				Refund
			</a>
		),
		detailSections: ({ name }) => <p>{`Called ${name} in May`}</p>,
	},
	parameters: { backend: sells },
	play: async ({ canvas, userEvent }) => {
		await canvas.findByRole('link', { name: 'Segments' });
		await userEvent.click(await canvas.findByRole('checkbox', { name: new RegExp(asha.name!) }));
		await expect(await canvas.findByText('1 to tag')).toBeVisible();
		await userEvent.click(await canvas.findByRole('link', { name: said(({ browser }) => browser.import) }));
		await canvas.findByRole('heading', { level: 1, name: said(({ imports }) => imports.title) });
		await userEvent.click(canvas.getByRole('link', { name: said(({ detail }) => detail.backToList) }));
		await userEvent.click(await canvas.findByRole('link', { name: asha.name! }));
		await expect(await canvas.findByRole('link', { name: 'Refund' })).toBeVisible();
		// It has its place, unseen, until everything beside it is known.
		await waitFor(() => expect(canvas.getByText('Monthly reports')).toBeVisible());
		await expect(canvas.getByText('Called Asha Verma in May')).toBeVisible();
	},
};

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
	play: async ({ canvas }) => {
		await waitFor(() => expect(within(canvas.getByRole('table')).getAllByRole('link')).toHaveLength(20));
		await expect(canvas.queryByRole('button', { name: said(({ table }) => table.newCustomer) })).toBeNull();
		await expect(screen.queryByRole('dialog')).toBeNull();
	},
};

export const Narrow: Story = { name: 'Narrow (320 px)', tags: ['look'], parameters: { narrow: true }, play: toldIn(en) };

export const Wide: Story = { name: 'Wide (1600 px)', tags: ['look'], globals: { viewport: { value: 'desk' } }, play: toldIn(en) };

export const Hindi: Story = { tags: ['look'], globals: { locale: 'hi' }, play: toldIn(hi) };

export const Arabic: Story = { name: 'Arabic (RTL)', tags: ['look'], globals: { locale: 'ar' }, play: toldIn(ar) };

export const Dark: Story = { tags: ['look'], globals: { theme: 'dark' }, play: toldIn(en) };

/** The page has its heading, and the list is there. */
function listed(title: string | RegExp): NonNullable<Story['play']> {
	return async ({ canvas }) => {
		await canvas.findByRole('heading', { level: 1, name: title });
		await waitFor(() => expect(within(canvas.getByRole('table')).getAllByRole('link')).toHaveLength(20));
	};
}

function toldIn(locale: Locale): NonNullable<Story['play']> {
	return async (context) => {
		await listed(locale.browser.title)(context);
		await expect(getComputedStyle(context.canvas.getByRole('table')).direction).toBe(locale.dir);
	};
}
