import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { type Customer, CustomerExport, CustomerTable, type CustomerTableProps } from '../src/index';
import { sampleCustomers } from '../src/testing';
import { said } from './said';

/**
 * Rows to choose from, and lists without end. The arrow keys move between rows, Enter opens one, Space chooses it and Shift chooses all
 * on the way. An endless list draws only the rows in sight.
 */
const meta = {
	title: 'CustomerTable/Rows',
	component: CustomerTable,
	args: {
		getCustomerHref: (customer: Customer) => `/admin/customers/${customer.id}`,
		onCustomerClick: fn((_customer, event) => event.preventDefault()),
		onSelectionChange: fn(),
	},
} satisfies Meta<CustomerTableProps>;

export default meta;
type Story = StoryObj<typeof meta>;

const links = (canvas: { getByRole: (role: string) => HTMLElement }) => within(canvas.getByRole('table')).getAllByRole('link');

export const Selectable: Story = {
	args: {
		selectable: true,
		selectionActions: ({ count }) => (
			<button type="button" className="pc-button" data-variant="secondary" data-size="small">
				{count === null ? 'Mail everybody' : `Mail ${count}`}
			</button>
		),
	},
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(links(canvas)).toHaveLength(20));
		const boxes = await within(canvas.getByRole('table')).findAllByRole('checkbox');
		const tops = () => links(canvas).map((link) => link.getBoundingClientRect().top);
		const before = tops();
		await userEvent.click(boxes[1]!);
		// What is chosen is told over the head: rows move by the lines alone that this takes more than one.
		const bar = canvas.getByRole('table').parentElement!.querySelector('.pc-selection')!;
		const more = bar.getBoundingClientRect().height - Number.parseFloat(getComputedStyle(bar).minHeight);
		await expect(tops().map(Math.round)).toEqual(before.map((top) => Math.round(top + more)));
		await userEvent.keyboard('{Shift>}');
		await userEvent.click(boxes[4]!);
		await userEvent.keyboard('{/Shift}');
		await waitFor(() => expect(canvas.getByRole('button', { name: 'Mail 4' })).toBeVisible());
		links(canvas)[6]!.focus();
		await userEvent.keyboard(' ');
		// What answers the keys comes with the first one, which is not lost meanwhile.
		await waitFor(() => expect(canvas.getByRole('button', { name: 'Mail 5' })).toBeVisible());
	},
};

/** From this page to all that match, in words that say so. */
export const AllMatching: Story = {
	args: { ...Selectable.args, initialState: { query: 'com' } },
	play: async ({ canvas, args, userEvent }) => {
		await waitFor(() => expect(links(canvas)).toHaveLength(20));
		await userEvent.click(await canvas.findByRole('checkbox', { name: said((locale) => locale.selection.page) }));
		await userEvent.click(await canvas.findByRole('button', { name: said((locale) => locale.selection.selectAllMatching) }));
		await canvas.findByText(said((locale) => locale.selection.allMatching));
		await expect(args.onSelectionChange).toHaveBeenLastCalledWith({ kind: 'all', request: { query: 'com', sort: '-created' } });
	},
};

/** The export knows what the table shows, and offers what is chosen first. */
export const WithExport: Story = {
	args: { selectable: true, actions: (shown) => <CustomerExport {...shown} save={fn()} /> },
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(links(canvas)).toHaveLength(20));
		await userEvent.click((await within(canvas.getByRole('table')).findAllByRole('checkbox'))[2]!);
		await userEvent.click(canvas.getByRole('button', { name: said((locale) => locale.exports.export) }));
		await expect(await canvas.findByRole('radio', { name: said((locale) => locale.exports.selected) })).toBeChecked();
	},
};

export const NarrowSelectable: Story = { ...Selectable, tags: ['look'], parameters: { narrow: true } };

export const Infinite: Story = {
	args: { mode: 'infinite' },
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(links(canvas).length).toBeGreaterThan(5));
		await userEvent.click(await canvas.findByRole('button', { name: said((locale) => locale.table.loadMore) }));
		await canvas.findByText(said(({ table }) => table.range.replace('{from}', '1').replace('{to}', '40')));
	},
};

export const NarrowInfinite: Story = { ...Infinite, tags: ['look'], parameters: { narrow: true } };

/** Loads all of them page by page while it is looked at; a few dozen rows are drawn at any time. */
export const HundredThousandRows: Story = {
	args: { mode: 'infinite', initialState: { limit: 100 }, selectable: true },
	// Half a row lies under the head, and axe measures how near their boxes are.
	parameters: { backend: hundredThousand, a11y: { config: { rules: [{ id: 'target-size', enabled: false }] } } },
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(links(canvas).length).toBeGreaterThan(5));
		const region = canvas.getByRole('region');
		const isLoaded = (count: number) =>
			canvas.queryByText(said(({ table }) => table.range.replace('{from}', '1').replace('{to}', `${count}`)));
		let reached = 0;
		for (let page = 1; page <= 3; page++) {
			await waitFor(() =>
				expect(canvas.getByRole('button', { name: said((locale) => locale.table.loadMore) })).not.toHaveAttribute('aria-disabled'),
			);
			links(canvas)[0]!.focus();
			await userEvent.keyboard('{End}');
			// The last of whole pages, of which more may have come meanwhile.
			reached = await waitFor(() => {
				const at = Number(document.activeElement?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 1;
				expect(at).toBeGreaterThan(reached);
				expect(at % 100).toBe(0);
				return at;
			});
			await waitFor(() => expect([1, 2, 3].some((more) => isLoaded(reached + more * 100))).toBe(true));
			await userEvent.keyboard('{Home}');
			await waitFor(() => expect(region.scrollTop).toBe(0));
		}
		// The focus stays on its row, out of sight or not.
		const first = document.activeElement;
		region.scrollTop = 150 * first!.closest<HTMLElement>('[aria-rowindex]')!.offsetHeight;
		await waitFor(() => expect(links(canvas).some((link) => link.closest('[aria-rowindex="152"]'))).toBe(true));
		await expect(first).toHaveFocus();
		await expect(region.querySelectorAll('tr').length).toBeLessThan(400);
	},
};

function hundredThousand() {
	return memoryBackend({ customers: sampleCustomers(100_000) });
}
