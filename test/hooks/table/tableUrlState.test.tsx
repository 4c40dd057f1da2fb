import { act, render, waitFor } from '@testing-library/react';
import { useInsertionEffect, useState, useSyncExternalStore } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import {
	type ControlledUrlState,
	type CustomerBackend,
	controlledUrlState,
	historyUrlState,
	memoryUrlState,
	type UseCustomerTableOptions,
	useCustomerTable,
} from '../../../src/index';
import { people } from '../../people';
import { backendOf, recorded, renderBelow, settle } from '../setup';

function renderTable(backend: CustomerBackend, options: UseCustomerTableOptions) {
	const view = renderBelow({ backend }, (props: UseCustomerTableOptions) => useCustomerTable(props), { initialProps: options });
	const table = () => view.result.current;
	return {
		...view,
		table,
		names: () => table().rows.map(({ name }) => name),
		ready: () => waitFor(() => expect(table()).toMatchObject({ status: 'ready', isPrevious: false, capabilities: expect.anything() })),
	};
}

const historyUrl = historyUrlState();
const query = () => window.location.search;
const back = () => act(() => window.history.back());

beforeEach(() => window.history.replaceState(null, '', '/list?tab=a%20b#top'));

describe('the address bar', () => {
	it('is followed where a router moves in an insertion effect, as Next does, where React warns of an update', async () => {
		const navigation = new EventTarget();
		vi.stubGlobal('navigation', navigation);
		const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
		const Router = ({ search }: { search: string }) => {
			useInsertionEffect(() => {
				window.history.replaceState(null, '', search);
				navigation.dispatchEvent(new Event('currententrychange'));
			}, [search]);
			return null;
		};
		const List = () => useSyncExternalStore(historyUrl.subscribe, historyUrl.get, historyUrl.getOnServer);
		const page = (search: string) => [<List key="list" />, <Router key="router" search={search} />];
		const { container, rerender } = render(page('?page=1'));
		rerender(page('?page=2'));
		await waitFor(() => expect(container.textContent).toBe('?page=2'));
		expect(complain).not.toHaveBeenCalled();
		complain.mockRestore();
		vi.unstubAllGlobals();
	});

	it('is walked back and forth, page by page, without a request', async () => {
		const { backend, count } = recorded(backendOf(12));
		const { ready, table, names } = renderTable(backend, { urlState: historyUrl, initialState: { limit: 5 } });
		await ready();
		for (const first of ['Person 6', 'Person 11']) {
			act(() => table().paging.goNext());
			await waitFor(() => expect(names()[0]).toBe(first));
			await ready();
		}
		expect(window.location.pathname + window.location.hash).toBe('/list#top');
		expect(query()).toMatch(/^\?tab=a%20b&after=[\w-]+&page=3$/);
		const asked = count('list');
		await back();
		await waitFor(() => expect(names()[0]).toBe('Person 6'));
		expect(table().paging).toMatchObject({ range: { from: 6, to: 10 }, hasPrevious: true });
		await back();
		await waitFor(() => expect(names()[0]).toBe('Person 1'));
		expect(query()).toBe('?tab=a%20b');
		act(() => window.history.go(2));
		await waitFor(() => expect(names()[0]).toBe('Person 11'));
		act(() => table().paging.goPrevious());
		expect(names()[0]).toBe('Person 6');
		await act(settle);
		expect(count('list')).toBe(asked);
	});

	it('restores everything but personal data after a reload', async () => {
		const backend = backendOf(12);
		const before = renderTable(backend, { urlState: historyUrl });
		await before.ready();
		act(() => before.table().setFilters({ country: ['IN'], created: { gte: '2025-01-01T00:00:00.000Z' }, email: 'person1@example.com' }));
		act(() => before.table().toggleSort('name'));
		act(() => before.table().setState({ query: 'Asha' }));
		act(() => before.table().setPageSize(50));
		expect(query()).not.toMatch(/asha|person1|%40/i);
		before.unmount();
		const { table } = renderTable(backend, { urlState: historyUrl });
		expect(table().state).toMatchObject({
			query: '',
			email: '',
			country: ['IN'],
			created: { gte: '2025-01-01T00:00:00.000Z' },
			sort: 'name',
			limit: 50,
		});
	});

	it('has search text and emails where the host allows it', async () => {
		const backend = backendOf(12);
		const before = renderTable(backend, { urlState: historyUrl, urlSearch: true });
		await before.ready();
		act(() => before.table().setState({ query: 'Person 1', email: 'person1@example.com' }));
		before.unmount();
		const { ready, table, names } = renderTable(backend, { urlState: historyUrl, urlSearch: true });
		expect(table().search.text).toBe('Person 1');
		await ready();
		expect(names()).toEqual(['Person 1']);
	});

	it('gets a new entry for another page or order, and none for filters and typing', async () => {
		const { ready, table } = renderTable(backendOf(60), { urlState: historyUrl, urlSearch: true });
		await ready();
		const entries = () => window.history.length;
		const start = entries();
		act(() => table().setFilters({ created: { gte: '2020-01-01T00:00:00.000Z' } }));
		act(() => table().setState({ query: 'Per' }));
		act(() => table().setState({ query: 'Person' }));
		act(() => table().setPageSize(50));
		expect(entries()).toBe(start);
		await ready();
		act(() => table().toggleSort('name'));
		expect(entries()).toBe(start + 1);
		await ready();
		act(() => table().paging.goNext());
		expect(entries()).toBe(start + 2);
	});

	it('keeps what a router noted down in the entry', async () => {
		window.history.replaceState({ key: 'r1' }, '');
		const { ready, table } = renderTable(backendOf(3), { urlState: historyUrl });
		await ready();
		act(() => table().setPageSize(50));
		expect(window.history.state).toEqual({ key: 'r1' });
	});
});

describe('an address that leads into the midst of the list', () => {
	async function addressOfPage(backend: CustomerBackend, page: number) {
		const url = memoryUrlState();
		const { ready, table, unmount } = renderTable(backend, { urlState: url, initialState: { limit: 5 } });
		await ready();
		for (let at = 1; at < page; at++) {
			act(() => table().paging.goNext());
			await ready();
		}
		unmount();
		return url.get();
	}

	it('walks back to the first page where the backend can', async () => {
		const backend = backendOf(12);
		const url = memoryUrlState(await addressOfPage(backend, 3));
		const { ready, table, names } = renderTable(backend, { urlState: url, initialState: { limit: 5 } });
		await ready();
		expect(names()).toEqual(['Person 11', 'Person 12']);
		expect(table().paging).toMatchObject({ range: { from: 11, to: 12 }, hasPrevious: true, isFirst: false });
		act(() => table().paging.goPrevious());
		await waitFor(() => expect(names()[0]).toBe('Person 6'));
		await ready();
		expect(table().paging.range).toEqual({ from: 6, to: 10 });
		act(() => table().paging.goPrevious());
		await waitFor(() => expect(names()[0]).toBe('Person 1'));
		await ready();
		expect(table().paging).toMatchObject({ range: { from: 1, to: 5 }, hasPrevious: false, isFirst: true });
		act(() => table().paging.goNext());
		await waitFor(() => expect(names()[0]).toBe('Person 6'));
		act(() => table().paging.goPrevious());
		expect(names()[0]).toBe('Person 1');
	});

	it('offers the first page where the backend cannot walk back', async () => {
		const forward = memoryBackend({ customers: people(12), capabilities: { paging: { backward: false } } });
		const search = await addressOfPage(forward, 2);
		const { ready, table, names } = renderTable(forward, { urlState: memoryUrlState(search), initialState: { limit: 5 } });
		await ready();
		expect(table().paging).toMatchObject({ hasPrevious: false, isFirst: false, range: { from: 6, to: 10 } });
		act(() => table().paging.goFirst());
		await waitFor(() => expect(names()[0]).toBe('Person 1'));
		const backward = renderTable(forward, { urlState: memoryUrlState(search.replace('after', 'before')), initialState: { limit: 5 } });
		await waitFor(() => expect(backward.table()).toMatchObject({ notice: 'cursor_vanished', status: 'ready' }));
	});

	it('counts no rows where it does not say which page it is', async () => {
		const backend = backendOf(12);
		const search = (await addressOfPage(backend, 2)).replace('&page=2', '');
		const { ready, table } = renderTable(backend, { urlState: memoryUrlState(search), initialState: { limit: 5 } });
		await ready();
		expect(table().paging.range).toBeNull();
	});

	it.each(['after=garbage', 'before=garbage&page=2', 'after=garbage&sort=name'])(
		'shows the first page, and says so, for %s',
		async (search) => {
			const url = memoryUrlState(`tab=1&${search}`);
			const { table } = renderTable(backendOf(3), { urlState: url });
			await waitFor(() => expect(table()).toMatchObject({ notice: 'cursor_vanished', status: 'ready', error: null }));
			expect(table().rows).toHaveLength(3);
			expect(url.get()).toBe(search.includes('sort') ? 'tab=1&sort=name' : 'tab=1');
		},
	);
});

describe('a router', () => {
	function renderRouted(options: Partial<ControlledUrlState> = {}, initial = '') {
		const onChange = vi.fn();
		return {
			onChange,
			...renderBelow({ backend: backendOf(12) }, () => {
				const [value, setValue] = useState(initial);
				const change: ControlledUrlState['onChange'] = (search, how) => {
					onChange(search, how);
					// A router that loads what the address needs first.
					setTimeout(() => setValue(search), 5);
				};
				return { value, table: useCustomerTable({ urlState: controlledUrlState({ value, onChange: change, ...options }) }) };
			}),
		};
	}

	it('is told what to show, and is not waited for', async () => {
		const { result, onChange } = renderRouted();
		act(() => {
			result.current.table.setPageSize(5);
			result.current.table.setFilters({ created: { gte: '2020-01-01T00:00:00.000Z' } });
		});
		expect(result.current.value).toBe('');
		expect(result.current.table.state).toMatchObject({ limit: 5, created: { gte: '2020-01-01T00:00:00.000Z' } });
		await waitFor(() => expect(result.current.value).toBe('from=2020-01-01T00:00:00.000Z&size=5'));
		expect(result.current.table.state).toMatchObject({ limit: 5, created: { gte: '2020-01-01T00:00:00.000Z' } });
		expect(onChange.mock.calls.map(([, how]) => how)).toEqual([{ replace: true }, { replace: true }]);
		act(() => result.current.table.toggleSort('email'));
		await waitFor(() => expect(onChange).toHaveBeenLastCalledWith(expect.stringContaining('sort=email'), { replace: false }));
	});
});

describe('two tables on one page', () => {
	it('share an address under their prefixes', async () => {
		const url = memoryUrlState();
		const { result } = renderBelow({ backend: backendOf(12) }, () => ({
			one: useCustomerTable({ urlState: url, urlPrefix: 'one_' }),
			other: useCustomerTable({ urlState: url, urlPrefix: 'other_' }),
		}));
		act(() => result.current.one.setPageSize(50));
		act(() => result.current.other.setPageSize(5));
		expect(url.get()).toBe('one_size=50&other_size=5');
		expect([result.current.one.state.limit, result.current.other.state.limit]).toEqual([50, 5]);
	});

	it.each([
		['in memory', memoryUrlState()],
		['in the address bar', historyUrl],
	])('may move at the same time, where the address is %s', (_, url) => {
		const { result } = renderBelow({ backend: backendOf(12) }, () => ({
			one: useCustomerTable({ urlState: url, urlPrefix: 'one_' }),
			other: useCustomerTable({ urlState: url, urlPrefix: 'other_' }),
		}));
		act(() => {
			result.current.one.setPageSize(50);
			result.current.other.setPageSize(5);
			result.current.one.toggleSort('name');
			result.current.one.setState({ sort: 'name' });
		});
		expect(url.get()).toMatch(/other_size=5&one_sort=name&one_size=50$/);
		const { one, other } = result.current;
		expect([one.state.limit, one.state.sort, other.state.limit]).toEqual([50, 'name', 5]);
	});
});
