import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CustomerTable, type CustomerTableProps, memoryUrlState, type PreferencesStore } from '../../../src/index';
import * as see from '../../elements';
import { renderWith } from '../renderWith';

function store(entries: Record<string, unknown> = {}) {
	const kept = new Map(Object.entries(entries));
	const preferences: PreferencesStore = { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, structuredClone(value)) };
	return { kept, preferences };
}

async function renderTable(props: Partial<CustomerTableProps> = {}, { preferences } = store()) {
	const view = renderWith(<CustomerTable getCustomerHref={({ id }) => `/${id}`} {...props} />, { preferences });
	await waitFor(() => expect(screen.getAllByRole('link').length).toBeGreaterThan(0));
	return view;
}

const headers = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
const openViews = async (user: Awaited<ReturnType<typeof renderTable>>['user'], name: string | RegExp = 'Views') => {
	await user.click(screen.getByRole('button', { name }));
	return within(await screen.findByRole('region', { name: 'Views' }));
};
const openColumns = async (user: Awaited<ReturnType<typeof renderTable>>['user']) => {
	await user.click(see.button('Columns'));
	const menu = within(await screen.findByRole('region', { name: 'Columns' }));
	await menu.findAllByRole('checkbox');
	return menu;
};

describe('the menu of columns', () => {
	it('hides, shows and moves columns, the host’s own among them, and is remembered under the table’s id', async () => {
		const memory = store();
		const columns = ['email', 'name', { id: 'plan', header: 'Plan', cell: () => 'Pro' }] as const;
		const { user, show } = await renderTable({ tableId: 'mine', columns }, memory);
		const menu = await openColumns(user);
		await user.click(menu.getByRole('checkbox', { name: 'Email' }));
		expect(headers()).toEqual(['Name', 'Plan']);
		await user.click(menu.getByRole('button', { name: 'Move Plan up' }));
		expect(headers()).toEqual(['Plan', 'Name']);
		expect(menu.getByRole('status').textContent).toBe('Plan is now 2 of 3');
		await waitFor(() => expect(document.activeElement).toBe(menu.getByRole('button', { name: 'Move Plan up' })));
		await user.click(menu.getByRole('radio', { name: 'Compact' }));
		expect(memory.kept.get('layout:mine')).toEqual({
			version: 1,
			order: ['email', 'plan', 'name'],
			hidden: ['email'],
			density: 'compact',
		});
		show(null);
		show(<CustomerTable tableId="mine" columns={columns} />);
		expect(headers()).toEqual(['Plan', 'Name']);
		show(<CustomerTable key="other" tableId="other" columns={columns} />);
		expect(headers()).toEqual(['Email', 'Name', 'Plan']);
	});

	it('keeps one column, and goes back to how the table comes', async () => {
		const { user } = await renderTable({ columns: ['email', 'name'] });
		const menu = await openColumns(user);
		await user.click(menu.getByRole('checkbox', { name: 'Email' }));
		expect(menu.getByRole('checkbox', { name: 'Name' })).toHaveProperty('disabled', true);
		await user.click(menu.getByRole('button', { name: 'Reset' }));
		expect(headers()).toEqual(['Email', 'Name']);
	});

	it('closes by Esc, by a click elsewhere, and when it is left by Tab; Esc gives the focus back', async () => {
		const { user } = await renderTable();
		const closed = () => expect(screen.queryByRole('region', { name: 'Columns' })).toBeNull();
		await openColumns(user);
		await user.tab();
		await user.keyboard('{Escape}');
		closed();
		expect(document.activeElement).toBe(see.button('Columns'));
		await openColumns(user);
		await user.click(document.body);
		closed();
		const menu = await openColumns(user);
		menu.getByRole('radio', { name: 'Comfortable' }).focus();
		await user.tab();
		closed();
	});

	it.each([
		['of another version', { version: 2, order: [], hidden: ['email'], density: 'compact' }],
		['that are no layout', { version: 1, order: 'email', hidden: ['email'], density: 'compact' }],
		['with an unknown density', { version: 1, order: [], hidden: ['email'], density: 'huge' }],
		['that are nothing', null],
	])('ignores remembered data %s', async (_, stored) => {
		await renderTable({}, store({ 'layout:customers': stored }));
		expect(headers()).toEqual(['Name', 'Email', 'Created', 'Phone', 'Country']);
	});

	it('shows a column that is new since, in its own place, and one at least where all were hidden', async () => {
		const hidden = ['created', 'phone', 'country'];
		const stored = { version: 1, order: ['country', 'phone', 'email'], hidden, density: 'comfortable' };
		await renderTable({}, store({ 'layout:customers': stored }));
		expect(headers()).toEqual(['Name', 'Email']);
	});
});

describe('saved views', () => {
	it('are saved, chosen, changed, renamed and deleted', async () => {
		const memory = store();
		const { user } = await renderTable({}, memory);
		await user.click(await see.createdFilter());
		await user.click(await screen.findByRole('button', { name: 'Last 7 days' }));
		await waitFor(() => expect(screen.queryAllByRole('link')).toHaveLength(0));
		let menu = await openViews(user);
		await user.click(await menu.findByRole('button', { name: 'Save as new view' }));
		await user.keyboard('  New ones {Enter}');
		expect(document.activeElement).toBe(see.button('New ones'));

		menu = await openViews(user, 'New ones');
		await user.click(menu.getByRole('button', { name: 'All customers' }));
		await waitFor(() => expect(see.rowLinks()).toHaveLength(20));
		await see.createdFilter();
		menu = await openViews(user);
		await user.click(menu.getByRole('button', { name: 'New ones' }));
		await see.createdFilter('Last 7 days');

		await user.click(see.button('Columns'));
		await user.click(await screen.findByRole('checkbox', { name: 'Phone' }));
		menu = await openViews(user, 'New ones (changed)');
		await user.click(menu.getByRole('button', { name: 'Save changes' }));
		expect(menu.queryByRole('button', { name: 'Save changes' })).toBeNull();
		await user.click(menu.getByRole('button', { name: 'Rename New ones' }));
		await user.keyboard('Latest{Enter}');
		expect(memory.kept.get('views:customers')).toEqual({
			version: 1,
			views: [
				{
					id: expect.stringMatching(/^\w+$/),
					name: 'Latest',
					country: [],
					created: 'last7Days',
					sort: '-created',
					layout: { order: [], hidden: ['phone'], density: 'comfortable' },
				},
			],
		});
		expect(memory.kept.has('layout:customers')).toBe(false);

		await user.click(menu.getByRole('button', { name: 'Delete Latest' }));
		expect(document.activeElement).toBe(menu.getByRole('button', { name: 'Cancel' }));
		await user.click(menu.getByRole('button', { name: 'Delete' }));
		expect(menu.queryByRole('button', { name: 'Latest' })).toBeNull();
		expect(memory.kept.get('views:customers')).toEqual({ version: 1, views: [] });
		expect(see.button('Views')).toBeTruthy();
	});

	it('never keep search text, even where it may stand in the address', async () => {
		for (const urlSearch of [false, true]) {
			const memory = store();
			const { user, show } = await renderTable({ urlSearch }, memory);
			await user.type(await see.searchBox(), 'person4{Enter}');
			const menu = await openViews(user);
			await user.click(await menu.findByRole('button', { name: 'Save as new view' }));
			await user.keyboard('Mine{Enter}');
			expect(JSON.stringify([...memory.kept])).toContain('Mine');
			expect(JSON.stringify([...memory.kept])).not.toContain('person4');
			show(null);
		}
	});

	it('stand in the address, and come back by Back', async () => {
		const view = {
			id: 'v1',
			name: 'By name',
			country: [],
			created: {},
			sort: 'name',
			layout: { order: [], hidden: ['email'], density: 'compact' },
		};
		const url = memoryUrlState();
		const { user } = await renderTable({ urlState: url }, store({ 'views:customers': { version: 1, views: [view] } }));
		const menu = await openViews(user);
		await user.click(await menu.findByRole('button', { name: 'By name' }));
		expect(url.get()).toBe('sort=name&view=v1');
		expect(headers()).not.toContain('Email');
		url.set('', { replace: false });
		await waitFor(() => expect(headers()).toContain('Email'));
		expect(see.button('Views')).toBeTruthy();
		url.set('view=<b>&sort=name', { replace: false });
		await waitFor(() => expect(see.column('Name').getAttribute('aria-sort')).toBe('ascending'));
		expect(see.button('Views')).toBeTruthy();
	});

	it.each([
		['of another version', { version: 0, views: [] }],
		['with a view that is none', { version: 1, views: [{ id: 'a', name: 'A' }] }],
		['with a sort that is none', { version: 1, views: [{ id: 'a', name: 'A', country: [], created: {}, sort: 'x', layout: {} }] }],
		['that are too many', { version: 1, views: Array(51).fill({}) }],
		['that are text', 'views'],
	])('ignore remembered data %s', async (_, stored) => {
		const { user } = await renderTable({}, store({ 'views:customers': stored }));
		const menu = await openViews(user);
		await menu.findByRole('button', { name: 'All customers' });
		expect(within(menu.getByRole('list')).getAllByRole('listitem')).toHaveLength(1);
	});
});
