import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, type userEvent, waitFor, within } from 'storybook/test';
import { type Customer, CustomerTable, type CustomerTableProps, type Locale, memoryUrlState } from '../src/index';
import { said } from './said';

type User = ReturnType<typeof userEvent.setup>;
type Canvas = ReturnType<typeof within>;

const layout = { order: [], hidden: [], density: 'comfortable' };
const views = [
	{ id: 'india', name: 'भारत · India', country: ['IN'], created: {}, sort: 'name', layout: { ...layout, hidden: ['country'] } },
	{ id: 'new', name: 'New this month', country: [], created: 'last30Days', sort: '-created', layout: { ...layout, density: 'compact' } },
];
const remembered = { 'views:customers': { version: 1, views } };

/**
 * Which columns there are, how tall the rows are, and saved views: remembered per `tableId` by the provider's `preferences`, never with
 * personal data. What is in the menus is loaded when they are opened.
 */
const meta = {
	title: 'CustomerTable/Columns and views',
	component: CustomerTable,
	args: {
		getCustomerHref: (customer: Customer) => `/admin/customers/${customer.id}`,
		onCustomerClick: fn((_customer, event) => event.preventDefault()),
		onCreate: fn(),
	},
	argTypes: { table: { control: false }, actions: { control: false }, initialState: { control: 'object' }, urlState: { control: false } },
	parameters: {
		docs: { story: { inline: false, height: '560px' } },
		// An open menu lies on the table's head, and axe takes what is left of its buttons for their size.
		a11y: { context: { exclude: ['thead'] } },
	},
} satisfies Meta<CustomerTableProps>;

export default meta;
type Story = StoryObj<typeof meta>;

const headers = (canvas: Canvas) => canvas.getAllByRole('columnheader').map((header: HTMLElement) => header.getAttribute('data-column'));
const columnsButton = (canvas: Canvas) => canvas.findByRole('button', { name: said(({ menus }) => menus.columns) });
const viewsButton = (canvas: Canvas) => canvas.findByRole('button', { name: said(({ menus }) => menus.views) });
const check = (canvas: Canvas, name: RegExp) => canvas.findByRole('checkbox', { name });

/** What opens a filter: a button of its own or, where there is little room, that of all filters. A column's may have the same name. */
async function openFilter({ canvas, userEvent }: { canvas: Canvas; userEvent: User }, pick: (locale: Locale) => string) {
	const named = (pick: (locale: Locale) => string) => canvas.queryAllByRole('button', { name: said(pick) });
	const opener = () => [...named(({ table }) => table.filters), ...named(pick)].find((button) => !button.closest('table'));
	await waitFor(() => expect(opener()).toBeVisible());
	await userEvent.click(opener()!);
}

const nameOf = (country: string) => (locale: Locale) => new Intl.DisplayNames(locale.code, { type: 'region' }).of(country)!;

async function filterByCountry({ canvas, userEvent }: { canvas: Canvas; userEvent: User }, code: string) {
	await openFilter({ canvas, userEvent }, ({ table }) => table.filterCountry);
	await userEvent.click(await canvas.findByRole('checkbox', { name: said(nameOf(code)) }));
	await userEvent.keyboard('{Escape}');
}

const letGoOf = (pick: (locale: Locale) => string) => said((locale) => locale.table.clearFilter.replace('{filter}', pick(locale)));

async function openCreated({ canvas, userEvent }: { canvas: Canvas; userEvent: User }) {
	await openFilter({ canvas, userEvent }, ({ table }) => table.filterCreated);
	await canvas.findByRole('grid');
}

/** By keyboard alone: hides a column, moves another, and finds the focus where it was. */
export const ColumnsByKeyboard: Story = {
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(canvas.getAllByRole('link')).toHaveLength(20));
		(await columnsButton(canvas)).focus();
		await userEvent.keyboard('{Enter}');
		await check(
			canvas,
			said(({ fields }) => fields.email),
		);
		// Past the button that resets.
		await userEvent.tab();
		await userEvent.tab();
		await userEvent.keyboard(' ');
		await waitFor(() => expect(headers(canvas)).toEqual(['email', 'created', 'phone', 'country']));
		// Past its own two buttons, the box of the next column, and the button that moves that up.
		for (let step = 0; step < 5; step++) await userEvent.tab();
		await userEvent.keyboard('{Enter}');
		await waitFor(() => expect(headers(canvas)).toEqual(['created', 'email', 'phone', 'country']));
		await waitFor(() => expect(document.activeElement?.getAttribute('data-move')).toBe('email 1'));
		await userEvent.keyboard('{Escape}');
		await expect(await columnsButton(canvas)).toHaveFocus();
		await expect(await columnsButton(canvas)).toHaveAttribute('aria-expanded', 'false');
	},
};

async function openColumns({ canvas, userEvent }: { canvas: Canvas; userEvent: User }) {
	await userEvent.click(await columnsButton(canvas));
	await check(
		canvas,
		said(({ fields }) => fields.email),
	);
}

async function openViews({ canvas, userEvent }: { canvas: Canvas; userEvent: User }) {
	await userEvent.click(await viewsButton(canvas));
	await canvas.findByRole('button', { name: said(({ views }) => views.all) });
}

export const ColumnsOpen: Story = { play: openColumns };

/** The host's own columns are among them; one column always stays. */
export const OneColumnStays: Story = {
	args: { columns: ['email', { id: 'plan', header: 'Plan', cell: () => 'Pro' }] },
	play: async ({ canvas, userEvent }) => {
		await openColumns({ canvas, userEvent });
		await userEvent.click(
			await check(
				canvas,
				said(({ fields }) => fields.email),
			),
		);
		await waitFor(() => expect(headers(canvas)).toEqual(['plan']));
		await expect(await check(canvas, /^Plan$/)).toBeDisabled();
	},
};

/** Low rows, remembered from before. */
export const Compact: Story = {
	globals: { viewport: { value: 'desk' } },
	parameters: { preferences: { 'layout:customers': { version: 1, ...layout, density: 'compact' } } },
	play: async ({ canvas }) => {
		const cell = await waitFor(() => canvas.getAllByRole('link')[0]!.closest('td')!);
		// As cards, where there is no room for a line, they are as high as ever.
		const isRow = getComputedStyle(cell).display === 'table-cell';
		await waitFor(() => expect(cell.offsetHeight).toBeLessThan(isRow ? 36 : 48));
	},
};

export const ViewsOpen: Story = { parameters: { preferences: remembered }, play: openViews };

/** Chooses a view, changes it, and saves the change. */
export const ChangeAView: Story = {
	parameters: { preferences: remembered },
	play: async ({ canvas, userEvent }) => {
		await openViews({ canvas, userEvent });
		await userEvent.click(canvas.getByRole('button', { name: 'भारत · India' }));
		await waitFor(() => expect(headers(canvas)).toEqual(['name', 'email', 'created', 'phone']));
		await filterByCountry({ canvas, userEvent }, 'DE');
		await userEvent.click(await canvas.findByRole('button', { name: /^भारत · India/ }));
		await userEvent.click(await canvas.findByRole('button', { name: said(({ views }) => views.update) }));
		await expect(canvas.queryByRole('button', { name: said(({ views }) => views.update) })).toBeNull();
	},
};

/** Saves what the table shows under a name, and deletes it again. */
export const SaveAView: Story = {
	play: async ({ canvas, userEvent }) => {
		await waitFor(() => expect(canvas.getAllByRole('link')).toHaveLength(20));
		await filterByCountry({ canvas, userEvent }, 'IN');
		await openViews({ canvas, userEvent });
		await userEvent.click(canvas.getByRole('button', { name: said(({ views }) => views.saveAs) }));
		await userEvent.keyboard('Only India{Enter}');
		const button = await canvas.findByRole('button', { name: 'Only India' });
		await expect(button).toHaveFocus();
		await userEvent.click(button);
		await userEvent.click(await canvas.findByRole('button', { name: said(({ views }) => views.remove.replace('{name}', 'Only India')) }));
		await canvas.findByText(said(({ views }) => views.removeQuestion));
	},
};

const url = memoryUrlState('tab=billing&sort=name&country=IN,DE&size=50&view=gone&page=7');

/** Restored from an address, where others keep parameters of their own, and where a view is named that is not known here. */
export const FromAnAddress: Story = {
	args: { urlState: url },
	play: async ({ canvas, userEvent }) => {
		const name = await canvas.findByRole('columnheader', { name: said(({ fields }) => fields.name) });
		await waitFor(() => expect(name).toHaveAttribute('aria-sort', 'ascending'));
		await userEvent.click(within(name).getByRole('button'));
		await waitFor(() => expect(url.get()).toBe('tab=billing&country=IN,DE&sort=-name&size=50&view=gone'));
	},
};

/** All countries, to be searched and walked by the arrow keys; what is chosen stands on the button, which lets go of it. */
export const CountryOpen: Story = {
	play: async ({ canvas, userEvent }) => {
		await filterByCountry({ canvas, userEvent }, 'IN');
		const clear = await canvas.findByRole('button', { name: letGoOf((locale) => locale.table.filterCountry) });
		await userEvent.click(
			await canvas.findByRole('button', { name: said((locale) => `${locale.table.filterCountry}: ${nameOf('IN')(locale)}`) }),
		);
		await canvas.findByRole('searchbox', { name: said(({ form }) => form.searchCountry) });
		await expect(clear).toBeVisible();
	},
};

/** A calendar walked by the arrow keys; the second day that is picked ends the span, and closes it. */
export const CalendarByKeyboard: Story = {
	play: async ({ canvas, userEvent }) => {
		await openCreated({ canvas, userEvent });
		const grid = within(await canvas.findByRole('grid'));
		const today = grid.getAllByRole('button').find((day: HTMLElement) => day.tabIndex === 0)!;
		today.focus();
		await userEvent.keyboard('{PageUp}');
		await waitFor(() => expect(today).not.toHaveFocus());
		await userEvent.keyboard(' ');
		await userEvent.keyboard('{ArrowDown}');
		await waitFor(() => expect(document.activeElement).toHaveAttribute('tabindex', '0'));
		await userEvent.keyboard(' ');
		await waitFor(() => expect(canvas.queryByRole('grid')).toBeNull());
		await canvas.findByRole('button', { name: letGoOf((locale) => locale.table.filterCreated) });
	},
};

export const CreatedOpen: Story = {
	parameters: {
		a11y: {
			config: {
				rules: [
					// In some languages the panel ends in the middle of a name, and axe measures what is left of its link.
					{ id: 'target-size', selector: '*:not([data-pc-row-link])' },
					// A Korean date joins the day to its word, and axe looks for the number as a word of its own.
					{ id: 'label-content-name-mismatch', selector: '*:not(:lang(ko) .pc-day)' },
				],
			},
		},
	},
	play: openCreated,
};

/** Where there is little room, one button opens all filters. */
export const NarrowFilters: Story = { tags: ['look'], parameters: { narrow: true }, play: openCreated };

export const ArabicCalendar: Story = { tags: ['look'], globals: { locale: 'ar' }, play: openCreated };

export const DarkCalendar: Story = { tags: ['look'], globals: { theme: 'dark' }, play: openCreated };

export const Narrow: Story = {
	name: 'Narrow (320 px)',
	tags: ['look'],
	parameters: { narrow: true, preferences: remembered },
	play: openViews,
};

export const NarrowColumns: Story = { tags: ['look'], parameters: { narrow: true }, play: openColumns };

export const Hindi: Story = { tags: ['look'], globals: { locale: 'hi' }, play: openColumns };

export const Arabic: Story = { name: 'Arabic (RTL)', tags: ['look'], globals: { locale: 'ar' }, play: openColumns };

export const Dark: Story = { tags: ['look'], globals: { theme: 'dark' }, parameters: { preferences: remembered }, play: openViews };
