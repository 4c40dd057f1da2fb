import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useCustomerSelection, useCustomerTable } from '../../../src/index';
import { backendOf, renderBelow } from '../setup';

async function renderTable(limit = 5) {
	const view = renderBelow({ backend: backendOf(12), scope: 'ada' }, () => {
		const table = useCustomerTable({ initialState: { limit } });
		return { table, selection: useCustomerSelection(table) };
	});
	const table = () => view.result.current.table;
	const ready = () => waitFor(() => expect(table()).toMatchObject({ status: 'ready', isPrevious: false, capabilities: expect.anything() }));
	await ready();
	return { ...view, table, ready, selection: () => view.result.current.selection };
}

const some = (...numbers: number[]) => ({ kind: 'some', ids: numbers.map((number) => `cus_${number}`) });

describe('the selection of a table', () => {
	it('holds rows one by one, and lasts from page to page and through sorting', async () => {
		const { table, ready, selection } = await renderTable();
		act(() => selection().toggle('cus_1'));
		act(() => selection().toggle('cus_3'));
		act(() => selection().toggle('cus_1'));
		expect(selection()).toMatchObject({ value: some(3), count: 1, shown: 'some' });
		act(() => table().paging.goNext());
		await ready();
		expect(selection().shown).toBe('none');
		act(() => table().toggleSort('name'));
		await ready();
		expect(selection().value).toEqual(some(3));
	});

	it('extends from the row toggled last, and takes the former extension back', async () => {
		const { selection } = await renderTable();
		act(() => selection().toggle('cus_5'));
		act(() => selection().toggle('cus_2'));
		act(() => selection().extendTo('cus_4'));
		expect(selection().value).toEqual(some(5, 2, 3, 4));
		act(() => selection().extendTo('cus_1'));
		expect(selection().value).toEqual(some(5, 1, 2));
		act(() => selection().toggle('cus_1'));
		act(() => selection().extendTo('cus_2'));
		expect(selection().value).toEqual(some(5));
	});

	it('extends by nothing that was chosen before another search', async () => {
		const { table, ready, selection } = await renderTable();
		act(() => selection().toggle('cus_4'));
		act(() => selection().toggle('cus_1'));
		act(() => table().setState({ query: 'person 1' }));
		await ready();
		act(() => selection().extendTo('cus_10', 'cus_1'));
		expect(selection().value).toEqual(some(1, 10));
	});

	it('extends from where one is when nothing was toggled on this page', async () => {
		const { table, ready, selection } = await renderTable();
		act(() => selection().toggle('cus_1'));
		act(() => table().paging.goNext());
		await ready();
		act(() => selection().extendTo('cus_8', 'cus_7'));
		expect(selection().value).toEqual(some(1, 7, 8));
	});

	it('holds a whole page, then all that match, as the request that finds them', async () => {
		const { table, ready, selection } = await renderTable();
		act(() => table().setState({ query: 'person 1', sort: 'name' }));
		await ready();
		act(() => selection().toggleShown());
		expect(selection()).toMatchObject({ count: 4, shown: 'all' });
		act(() => selection().selectAll());
		expect(selection()).toMatchObject({ count: null, shown: 'all', value: { kind: 'all', request: { query: 'person 1', sort: 'name' } } });
		expect(selection().isSelected('cus_of_another_page')).toBe(true);
		act(() => selection().toggle('cus_10'));
		expect(selection().value).toEqual(some(1, 11, 12));
		act(() => selection().toggleShown());
		act(() => selection().toggleShown());
		expect(selection()).toMatchObject({ count: 0, shown: 'none' });
	});

	it('is empty again with another search, and with another user', async () => {
		const { table, ready, selection, change } = await renderTable();
		act(() => selection().selectAll());
		act(() => table().setFilters({ country: ['IN'] }));
		expect(selection().value).toEqual(some());
		act(() => table().clearFilters());
		await ready();
		expect(selection().value).toEqual(some());
		act(() => selection().toggle('cus_1'));
		act(() => change({ scope: 'grace' }));
		expect(selection().value).toEqual(some());
	});
});
