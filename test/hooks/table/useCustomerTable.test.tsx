import { QueryClient } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { CustomerTableState, ListCustomersRequest, UseCustomerTableOptions } from '../../../src/index';
import { CustomerError, useCreateCustomer, useCustomerTable, useUpdateCustomer } from '../../../src/index';
import { withFaults } from '../../../src/testing';
import { people } from '../../people';
import { backendOf, deferred, recorded, renderBelow, type Setup, settle } from '../setup';

function renderTable(setup: Setup, options: UseCustomerTableOptions = {}) {
	const view = renderBelow(setup, (props: UseCustomerTableOptions) => useCustomerTable(props), { initialProps: options });
	const table = () => view.result.current;
	return {
		...view,
		table,
		names: () => table().rows.map(({ name }) => name),
		ready: () => waitFor(() => expect(table()).toMatchObject({ status: 'ready', isPrevious: false, capabilities: expect.anything() })),
	};
}

const listRequests = (calls: { method: string; args: readonly unknown[] }[]) =>
	calls.filter(({ method }) => method === 'list').map(({ args }) => args[0] as ListCustomersRequest);

describe('pages', () => {
	it('go forth and back and say which rows they show', async () => {
		const { ready, table, names } = renderTable({ backend: backendOf(12) }, { initialState: { limit: 5 } });
		await ready();
		expect(table().paging).toMatchObject({ range: { from: 1, to: 5 }, hasNext: true, hasPrevious: false });
		act(() => table().paging.goNext());
		expect(table()).toMatchObject({ isPrevious: true, isRefreshing: true });
		await ready();
		expect(names()[0]).toBe('Person 6');
		act(() => table().paging.goNext());
		await ready();
		expect(table().paging).toMatchObject({ range: { from: 11, to: 12 }, hasNext: false, hasPrevious: true });
		act(() => table().paging.goPrevious());
		await ready();
		expect(table().paging.range).toEqual({ from: 6, to: 10 });
		act(() => table().paging.goFirst());
		expect(table().paging).toMatchObject({ range: { from: 1, to: 5 }, hasPrevious: false });
	});

	it('show a page that was prefetched, or seen before, at once', async () => {
		const { backend, count } = recorded(backendOf(12));
		const queryClient = new QueryClient();
		const { ready, table, names } = renderTable({ backend, queryClient }, { initialState: { limit: 5 } });
		await ready();
		act(() => table().prefetchNext());
		await waitFor(() => expect([count('list'), queryClient.isFetching()]).toEqual([2, 0]));
		act(() => table().paging.goNext());
		expect(table().isPrevious).toBe(false);
		expect(names()[0]).toBe('Person 6');
		act(() => table().paging.goPrevious());
		expect(names()[0]).toBe('Person 1');
		expect(count('list')).toBe(2);
	});

	it('return to the first one, and say so, when the page asked for is gone', async () => {
		const inner = backendOf(12);
		const { ready, table } = renderTable(
			{
				backend: {
					...inner,
					list: (request, options) => (request.after ? Promise.reject(new CustomerError('invalid_cursor')) : inner.list(request, options)),
				},
			},
			{ initialState: { limit: 5 } },
		);
		await ready();
		act(() => table().paging.goNext());
		await waitFor(() => expect(table().notice).toBe('cursor_vanished'));
		expect(table()).toMatchObject({ status: 'ready', error: null, paging: { range: { from: 1, to: 5 } } });
		act(() => table().setPageSize(10));
		expect(table().notice).toBeNull();
	});

	it('show once, where they were and as they are now, who moved down before the next one was asked for', async () => {
		const backend = backendOf(6);
		const { ready, table, names } = renderTable({ backend }, { mode: 'infinite', initialState: { limit: 3, sort: 'name' } });
		await ready();
		await backend.update('cus_2', { name: 'Person 44' });
		act(() => table().paging.loadMore());
		await waitFor(() => expect(table().rows).toHaveLength(5));
		expect(names()).toEqual(['Person 1', 'Person 44', 'Person 3', 'Person 4', 'Person 5']);
		act(() => table().paging.loadMore());
		await waitFor(() => expect(table().paging.hasNext).toBe(false));
		expect(names()).toEqual(['Person 1', 'Person 44', 'Person 3', 'Person 4', 'Person 5', 'Person 6']);
	});

	it('follow each other without end in infinite mode', async () => {
		const { ready, table } = renderTable({ backend: backendOf(12) }, { mode: 'infinite', initialState: { limit: 5 } });
		await ready();
		await act(async () => table().paging.loadMore());
		await waitFor(() => expect(table().rows).toHaveLength(10));
		await act(async () => table().paging.loadMore());
		await waitFor(() => expect(table()).toMatchObject({ paging: { range: { from: 1, to: 12 }, hasNext: false } }));
	});
});

describe('search', () => {
	it('asks once for several letters, and never paints the answer to a former text', async () => {
		const slow = deferred<void>();
		const inner = backendOf(12);
		const spy = recorded({
			...inner,
			list: async (request, options) => {
				if (request.query === 'Person 1') await slow.promise;
				return inner.list(request, options);
			},
		});
		const { ready, table, names } = renderTable({ backend: spy.backend });
		await ready();
		for (const text of ['P', 'Pe', 'Person 1']) act(() => table().search.setText(text));
		expect(table().search.text).toBe('Person 1');
		await waitFor(() => expect(listRequests(spy.calls)).toHaveLength(2));
		expect(listRequests(spy.calls)[1]).toMatchObject({ query: 'Person 1' });
		act(() => table().search.setText('Person 12'));
		act(() => table().search.flush());
		await ready();
		expect(names()).toEqual(['Person 12']);
		await act(async () => {
			slow.resolve();
			await settle();
		});
		expect(names()).toEqual(['Person 12']);
		act(() => table().clearFilters());
		await waitFor(() => expect(names()).toHaveLength(12));
		expect(table().search.text).toBe('');
	});

	it('keeps the letters typed while what was typed before them is taken up', async () => {
		const { ready, table, names } = renderTable({ backend: backendOf(12) });
		await ready();
		act(() => table().search.setText('Person 1'));
		act(() => {
			table().search.flush();
			table().search.setText('Person 12');
		});
		expect(table().search.text).toBe('Person 12');
		await waitFor(() => expect(names()).toEqual(['Person 12']));
	});

	it('forgets what a former user typed, also what was not asked for yet', async () => {
		const spy = recorded(backendOf(12));
		const { ready, table, change } = renderTable({ backend: spy.backend, scope: 'ada' });
		await ready();
		act(() => table().search.setText('Person 1'));
		change({ scope: 'grace' });
		expect(table().search.text).toBe('');
		await ready();
		await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
		expect(listRequests(spy.calls).filter(({ query }) => query)).toEqual([]);
	});

	it('begins on the first page, and tells no matches from no customers', async () => {
		const { ready, table } = renderTable({ backend: backendOf(12) }, { initialState: { limit: 5 } });
		await ready();
		act(() => table().paging.goNext());
		act(() => table().setState({ query: 'nobody' }));
		await waitFor(() => expect(table().status).toBe('no-matches'));
		expect(table()).toMatchObject({ isNarrowed: true, notice: null, paging: { range: null, hasPrevious: false } });
		const empty = renderTable({ backend: backendOf(0) });
		await waitFor(() => expect(empty.table().status).toBe('empty'));
	});

	it('waits for the number of letters that the backend needs', async () => {
		const spy = recorded(memoryBackend({ customers: people(3), capabilities: { search: { minLength: 3 } } }));
		const { ready, table } = renderTable({ backend: spy.backend });
		await ready();
		act(() => table().setState({ query: 'Pe' }));
		expect(table().search).toMatchObject({ tooShort: true, minLength: 3 });
		await act(settle);
		expect(listRequests(spy.calls).some(({ query }) => query)).toBe(false);
	});
});

describe('what the backend does not offer', () => {
	it('is never asked for', async () => {
		const spy = recorded(
			memoryBackend({
				customers: people(3),
				capabilities: { search: false, filter: { country: false }, sort: ['-created'], paging: { maxLimit: 10 } },
			}),
		);
		const { ready, table } = renderTable(
			{ backend: spy.backend },
			{ initialState: { query: 'x', country: ['IN'], sort: 'name', limit: 50 } },
		);
		await ready();
		expect(listRequests(spy.calls)).toEqual([{ limit: 10 }]);
		expect(table().canSort('name')).toBe(false);
		act(() => table().toggleSort('name'));
		expect(table().state.sort).toBe('name');
	});

	it('does not keep sorting from working where it is offered', async () => {
		const { ready, table, names } = renderTable({ backend: backendOf(3) });
		await ready();
		act(() => table().toggleSort('name'));
		await ready();
		expect(names()).toEqual(['Person 1', 'Person 2', 'Person 3']);
		act(() => table().toggleSort('name'));
		await ready();
		expect(names()).toEqual(['Person 3', 'Person 2', 'Person 1']);
	});
});

describe('failures', () => {
	it('have states of their own, and a retry that works', async () => {
		let error: 'forbidden' | 'internal_error' | undefined = 'forbidden';
		const { table } = renderTable({ backend: withFaults(backendOf(3), () => (error ? { error } : undefined)) });
		await waitFor(() => expect(table().status).toBe('forbidden'));
		error = 'internal_error';
		act(() => table().retry());
		await waitFor(() => expect(table()).toMatchObject({ status: 'failed', error: { code: 'internal_error' } }));
		error = undefined;
		act(() => table().retry());
		await waitFor(() => expect(table()).toMatchObject({ status: 'ready', error: null, capabilities: expect.anything() }));
		error = 'internal_error';
		act(() => table().retry());
		await waitFor(() => expect(table()).toMatchObject({ status: 'ready', error: { code: 'internal_error' } }));
		expect(table().rows).toHaveLength(3);
	});
});

describe('rows', () => {
	it('show a pending edit, and all others stay the same objects', async () => {
		const gate = deferred<void>();
		const inner = backendOf(3);
		const client = new QueryClient();
		const view = renderBelow(
			{ backend: { ...inner, update: (...args) => gate.promise.then(() => inner.update(...args)) }, queryClient: client },
			() => ({ table: useCustomerTable(), update: useUpdateCustomer() }),
		);
		await waitFor(() => expect(view.result.current.table.rows).toHaveLength(3));
		const before = view.result.current.table.rows;
		act(() => view.result.current.update.mutate({ id: 'cus_2', patch: { name: 'Renamed' } }));
		await waitFor(() => expect(view.result.current.table.rows[1]?.name).toBe('Renamed'));
		expect(view.result.current.table.isPending('cus_2')).toBe(true);
		expect(view.result.current.table.rows[0]).toBe(before[0]);
		expect(view.result.current.table.rows[2]).toBe(before[2]);
		await act(async () => {
			gate.resolve();
			await settle();
		});
		expect(view.result.current.table.rows[1]?.name).toBe('Renamed');
		expect(view.result.current.table.isPending('cus_2')).toBe(false);
	});
});

describe('a search index that lags', () => {
	it('does not hide what was just created or edited here', async () => {
		const queryClient = new QueryClient();
		const view = renderBelow({ backend: memoryBackend({ customers: people(12), searchLagMs: 60_000 }), queryClient }, () => ({
			table: useCustomerTable({ initialState: { query: 'person 1' } }),
			update: useUpdateCustomer(),
			create: useCreateCustomer(),
		}));
		const names = () => view.result.current.table.rows.map(({ name }) => name);
		await waitFor(() => expect(names()).toEqual(['Person 1', 'Person 10', 'Person 11', 'Person 12']));
		await act(() => view.result.current.update.mutateAsync({ id: 'cus_11', patch: { name: 'Renamed' } }));
		await act(() => view.result.current.create.mutateAsync({ email: 'new@example.com', name: 'Person 13' }));
		await act(() => view.result.current.create.mutateAsync({ email: 'other@example.com', name: 'Someone' }));
		act(() => view.result.current.table.retry());
		await waitFor(() => expect(queryClient.isFetching()).toBe(0));
		// What merges is loaded with the first write.
		await waitFor(() => expect(names()).toEqual(['Person 13', 'Person 1', 'Person 10', 'Renamed', 'Person 12']));
	});
});

describe('state that a host keeps', () => {
	it('is used and told of every change', async () => {
		const onStateChange = vi.fn();
		const state: CustomerTableState = { query: '', email: '', country: [], created: {}, sort: 'name', limit: 5, trail: [] };
		const { ready, table, names, rerender } = renderTable({ backend: backendOf(12) }, { state, onStateChange });
		await ready();
		expect(names()[0]).toBe('Person 1');
		act(() => table().setFilters({ email: 'person2@example.com' }));
		expect(onStateChange).toHaveBeenCalledWith({ ...state, email: 'person2@example.com' });
		expect(names()[0]).toBe('Person 1');
		rerender({ state: { ...state, email: 'person2@example.com' }, onStateChange });
		await waitFor(() => expect(names()).toEqual(['Person 2']));
	});
});
