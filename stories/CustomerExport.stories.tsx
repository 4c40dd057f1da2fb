import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { type CustomerBackend, CustomerError, CustomerExport, httpBackend } from '../src/index';
import { createCustomersHandler } from '../src/server';
import { sampleCustomers, withFaults } from '../src/testing';
import { said } from './said';

const customers = sampleCustomers(240);
const store = () => memoryBackend({ customers });

/** The real handler and the real client, without a network between them. */
function overHttp(backend: CustomerBackend): CustomerBackend {
	const handler = createCustomersHandler({ backend, authorize: () => ({ allow: true, scope: 'story' }), onError: () => {} });
	const url = `${location.origin}/api/customers`;
	return httpBackend({ url, fetch: (target, init) => handler(new Request(target, init)) });
}

/** The third page never comes. */
const breaking = () => {
	let pages = 0;
	return overHttp(
		withFaults(store(), ({ method }) =>
			method === 'list' && ++pages > 2 ? { error: new CustomerError('upstream_unavailable') } : undefined,
		),
	);
};

/** Saves what a table shows, what is selected or everything that matches, as CSV. Give it the table's own request, selection and columns. */
const meta = {
	title: 'CustomerExport',
	component: CustomerExport,
	args: { request: { limit: 20 }, save: fn() },
	parameters: { backend: store, docs: { story: { inline: false, height: '560px' } } },
	decorators: [
		(Story) => (
			<div style={{ minBlockSize: '27rem' }}>
				<Story />
			</div>
		),
	],
} satisfies Meta<typeof CustomerExport>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const open = said((locale) => locale.exports.export);
const start = said((locale) => locale.exports.start);
const data = said((locale) => locale.exports.data);
const cancel = said((locale) => locale.common.cancel);

async function openPanel({ canvas, userEvent }: Play) {
	await userEvent.click(await canvas.findByRole('button', { name: open }));
	await expect(await canvas.findByRole('button', { name: start })).toBeVisible();
}

async function saved({ args }: Play): Promise<string> {
	await waitFor(() => expect(args.save).toHaveBeenCalledOnce());
	return (args.save as ReturnType<typeof fn>).mock.calls[0]![0].text();
}

export const Closed: Story = {
	play: async ({ canvas }) => {
		await expect(await canvas.findByRole('button', { name: open })).toHaveAttribute('aria-expanded', 'false');
	},
};

export const Open: Story = {
	args: { selection: ['cus_1', 'cus_2', 'cus_3'], columns: ['email', 'name', 'phone'] },
	play: openPanel,
};

/** Streamed by the server; the file is saved once it is complete. */
export const Streamed: Story = {
	args: { request: { country: ['IN'], limit: 20 } },
	parameters: { backend: () => overHttp(store()) },
	play: async (play) => {
		await openPanel(play);
		await play.userEvent.click(await play.canvas.findByRole('radio', { name: data }));
		await play.userEvent.click(await play.canvas.findByRole('button', { name: start }));
		const rows = (await saved(play)).trim().split('\r\n');
		const indians = customers.filter(({ address }) => address?.country === 'IN').length;
		await expect(rows).toHaveLength(indians + 1);
		await expect(rows[1]).toContain(',IN,');
	},
};

/** By keyboard alone: three customers, in the columns of the table. */
export const Selection: Story = {
	args: { selection: customers.slice(0, 3).map(({ id }) => id), columns: ['id', 'name'] },
	play: async (play) => {
		const { userEvent, canvas } = play;
		const opener = await canvas.findByRole('button', { name: open });
		await userEvent.tab();
		await expect(opener).toHaveFocus();
		await userEvent.keyboard('{Enter}');
		await expect(await canvas.findByRole('radio', { name: /3/ })).toBeChecked();
		// Past the customers, the format, what parts its columns, and which there are.
		for (let stop = 0; stop < 5; stop++) await userEvent.tab();
		await expect(canvas.getByRole('button', { name: start })).toHaveFocus();
		await userEvent.keyboard('{Enter}');
		const text = await saved(play);
		// Semicolons where numbers have a decimal comma.
		await expect(text).toMatch(new RegExp(`^\ufeff?id[,;]name\r\n${customers[0]!.id}[,;]`));
		await userEvent.keyboard('{Escape}');
		await expect(canvas.getByRole('button', { name: open })).toHaveFocus();
	},
};

/** How far it is, and a way to end it. */
export const Running: Story = {
	parameters: {
		backend: () => {
			let pages = 0;
			return withFaults(store(), ({ method }) => (method === 'list' && ++pages > 2 ? { hang: true } : undefined));
		},
	},
	play: async (play) => {
		await openPanel(play);
		await play.userEvent.click(await play.canvas.findByRole('button', { name: start }));
		await expect(await play.canvas.findByText(/200/)).toBeVisible();
		await expect(play.canvas.getByRole('button', { name: cancel })).toBeVisible();
		await expect(play.args.save).not.toHaveBeenCalled();
	},
};

export const Cancelled: Story = {
	parameters: Running.parameters,
	play: async (play) => {
		await Running.play!(play);
		await play.userEvent.click(play.canvas.getByRole('button', { name: cancel }));
		await expect(play.canvas.queryByRole('button', { name: cancel })).toBeNull();
		await expect(play.args.save).not.toHaveBeenCalled();
	},
};

/** The server's own source fails after two hundred rows: no file is saved, and the user knows. */
export const BreaksOff: Story = {
	parameters: { backend: breaking },
	play: async (play) => {
		await openPanel(play);
		await play.userEvent.click(await play.canvas.findByRole('button', { name: start }));
		await waitFor(() => expect(play.canvas.getAllByText(said((locale) => locale.exports.failed))[0]).toBeVisible());
		await expect(play.args.save).not.toHaveBeenCalled();
	},
};

export const Hindi: Story = { ...Open, tags: ['look'], globals: { locale: 'hi' } };

export const Arabic: Story = { ...Open, name: 'Arabic (RTL)', tags: ['look'], globals: { locale: 'ar' } };

export const Dark: Story = { ...Open, tags: ['look'], globals: { theme: 'dark' } };
