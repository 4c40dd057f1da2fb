import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { type Customer, CustomerTable, type CustomerTableProps, type Locale } from '../src/index';
import { ar } from '../src/locales/ar';
import { hi } from '../src/locales/hi';
import { sampleCustomers } from '../src/testing';
import { said } from './said';

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
		await waitFor(() => expect(second).toHaveFocus());
		await userEvent.click(rows.getAllByRole('cell')[3]!);
		await expect(args.onCustomerClick).toHaveBeenCalledOnce();
	},
};

export const NextPage: Story = {
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(canvas.getAllByRole('link')).toHaveLength(20));
		const next = await canvas.findByRole('button', { name: said((locale) => locale.table.next) });
		await waitFor(() => expect(next).not.toHaveAttribute('aria-disabled'));
		await userEvent.click(next);
		await canvas.findByText(said(({ table }) => table.range.replace('{from}', '21').replace('{to}', '40')));
	},
};

/** A column of the host's own between the built-in ones. */
export const OwnColumns: Story = {
	args: {
		columns: [
			'name',
			'email',
			{
				id: 'plan',
				header: 'Plan',
				width: '120px',
				cell: (customer) => (customer.email && customer.email.length % 2 ? 'Pro' : 'Starter'),
			},
			'country',
		],
	},
	play: async ({ canvas }) => {
		await canvas.findByRole('columnheader', { name: 'Plan' });
		await expect((await canvas.findAllByRole('cell', { name: 'Pro' })).length).toBeGreaterThan(0);
	},
};

/** A number of all customers only where somebody asks for it. */
export const Counted: Story = {
	play: async ({ canvas, userEvent }) => {
		await userEvent.click(await canvas.findByRole('button', { name: said(({ table }) => table.count) }));
		await canvas.findByText(/240|२४०|٢٤٠/);
	},
};

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
	play: async ({ canvas }) => {
		const rows = within(await canvas.findByRole('table'));
		await waitFor(() => expect(rows.getAllByRole('link')).toHaveLength(6));
		const [left, right] = ['(Mohammed', 'محمد'].map((word) => placeOf(rows.getByText(/Mohammed Al-Ahmad/), word)) as [number, number];
		// Its own direction, whatever the page's: the name begins on the right.
		await expect(left).toBeLessThan(right);
	},
};

export const Hindi: Story = { tags: ['look'], globals: { locale: 'hi' }, play: toldIn(hi) };

export const Arabic: Story = { name: 'Arabic (RTL)', tags: ['look'], globals: { locale: 'ar' }, play: toldIn(ar) };

export const Dark: Story = {
	tags: ['look'],
	globals: { theme: 'dark' },
	play: async ({ canvas }) => {
		await waitFor(() => expect(canvas.getAllByRole('link')).toHaveLength(20));
		await expect(getComputedStyle(canvas.getByRole('table')).colorScheme).toBe('dark');
	},
};

/** Cards: each customer on lines of its own. */
export const Narrow: Story = {
	name: 'Narrow (320 px)',
	tags: ['look'],
	parameters: { narrow: true },
	play: async ({ canvas }) => expect(await linesOfFirstRow(canvas)).toBeGreaterThan(1),
};

/** Each customer on one line. */
export const Wide: Story = {
	name: 'Wide (1600 px)',
	tags: ['look'],
	globals: { viewport: { value: 'desk' } },
	play: async ({ canvas }) => {
		const lines = await linesOfFirstRow(canvas);
		// Of the page around, a phone's has no room for it.
		await expect(lines === 1).toBe(canvas.getByRole('table').offsetWidth >= 720);
	},
};

type Play = Parameters<NonNullable<Story['play']>>[0];

/** The table speaks a language, and runs its way. */
function toldIn(locale: Locale) {
	return async ({ canvas }: Pick<Play, 'canvas'>) => {
		await waitFor(() => expect(canvas.getAllByRole('link')).toHaveLength(20));
		const table = canvas.getByRole('table', { name: locale.table.caption });
		await expect(table.closest('[lang]')).toHaveAttribute('lang', locale.code);
		await expect(getComputedStyle(table).direction).toBe(locale.dir);
	};
}

async function linesOfFirstRow(canvas: Play['canvas']): Promise<number> {
	await waitFor(() => expect(canvas.getAllByRole('link')).toHaveLength(20));
	const cells = within(canvas.getByRole('table')).getAllByRole('cell').slice(0, 5);
	return new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().top))).size;
}

/** Where a word of a text begins on the screen. */
function placeOf(element: HTMLElement, word: string): number {
	const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!;
	const range = document.createRange();
	range.setStart(text, text.textContent!.indexOf(word));
	range.setEnd(text, text.textContent!.indexOf(word) + word.length);
	return range.getBoundingClientRect().left;
}

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
