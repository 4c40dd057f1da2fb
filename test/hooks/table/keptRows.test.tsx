import { QueryClient } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CustomerBackend, CustomerTableState, ListCustomersRequest, UseCustomerTableOptions } from '../../../src/index';
import { CustomerError, useCustomerTable, useUpdateCustomer } from '../../../src/index';
import { type Fault, withFaults } from '../../../src/testing';
import { backendOf, deferred, renderBelow } from '../setup';

const reset = { trail: [], start: undefined };

/** A table of twelve, five a page, whose lists fail as told at the time. */
function renderTable(options: UseCustomerTableOptions = {}) {
	const faulty = {
		fail: (_request: ListCustomersRequest): Fault['error'] | undefined => undefined,
		requests: [] as ListCustomersRequest[],
	};
	const backend = withFaults(backendOf(12), ({ method, args }) => {
		if (method !== 'list') return;
		const request = args[0] as ListCustomersRequest;
		faulty.requests.push(request);
		// An answer at once would be drawn together with the question.
		return { error: faulty.fail(request), delayMs: 1 };
	});
	const own = { initialState: { limit: 5 }, ...options };
	const setup = { backend: { ...backend, retriesReads: true }, queryClient: new QueryClient(), scope: 'asha' };
	const drawn: string[] = [];
	const useDrawn = (props: UseCustomerTableOptions) => {
		const table = useCustomerTable(props);
		drawn.push(`${table.status} ${table.isPrevious ? 'former' : 'current'} ${table.isRefreshing ? 'busy' : 'idle'} ${table.error?.code}`);
		return table;
	};
	const view = renderBelow(setup, useDrawn, { initialProps: own });
	const table = () => view.result.current;
	const shown = () =>
		table()
			.rows.map(({ name }) => name?.replace('Person ', ''))
			.join(' ');
	return {
		...view,
		table,
		shown,
		faulty,
		/** Each different state that was drawn since it was last asked, in order. */
		drawn: () => drawn.splice(0).filter((state, index, all) => state !== all[index - 1]),
		ready: () => waitFor(() => expect(table()).toMatchObject({ status: 'ready', isPrevious: false, capabilities: expect.anything() })),
		failed: (code: string) => waitFor(() => expect(table()).toMatchObject({ error: { code }, isRefreshing: false })),
	};
}

const codes = [
	'internal_error',
	'unreachable',
	'offline',
	'forbidden',
	'unauthenticated',
	'timeout',
	'bad_response',
	'rate_limited',
] as const;

describe('rows of the page before', () => {
	it.each(codes)('stay where the next one fails with %s, and say which they are', async (code) => {
		const { table, shown, faulty, ready, failed, drawn } = renderTable();
		await ready();
		faulty.fail = ({ after }) => (after ? new CustomerError(code, { requestId: 'req_7' }) : undefined);
		act(() => table().paging.goNext());
		await failed(code);
		expect(table()).toMatchObject({
			status: 'ready',
			isPrevious: true,
			error: { requestId: 'req_7' },
			state: { trail: [expect.any(String)] },
		});
		expect(shown()).toBe('1 2 3 4 5');
		expect(table().paging).toMatchObject({ range: { from: 1, to: 5 }, hasNext: false, hasPrevious: true, isFirst: false });

		act(() => table().paging.goPrevious());
		expect(table()).toMatchObject({ status: 'ready', isPrevious: false, error: null, state: reset });
		expect(table().paging).toMatchObject({ range: { from: 1, to: 5 }, hasNext: true });

		act(() => table().paging.goNext());
		await failed(code);
		faulty.fail = () => undefined;
		drawn();
		act(() => table().retry());
		await ready();
		// What is tried again is said to have failed until it has not.
		expect(drawn()).toEqual([`ready former busy ${code}`, 'ready current idle undefined']);
		expect(table().error).toBeNull();
		expect(shown()).toBe('6 7 8 9 10');
		expect(table().paging).toMatchObject({ range: { from: 6, to: 10 }, hasNext: true });
	});

	it('stay from far back too, and lead to the first', async () => {
		const { table, shown, faulty, ready, failed } = renderTable();
		await ready();
		act(() => table().paging.goNext());
		await ready();
		faulty.fail = () => 'internal_error';
		act(() => table().paging.goNext());
		await failed('internal_error');
		expect([shown(), table().paging.range]).toEqual(['6 7 8 9 10', { from: 6, to: 10 }]);
		act(() => table().paging.goFirst());
		expect([shown(), table().error, table().paging.range]).toEqual(['1 2 3 4 5', null, { from: 1, to: 5 }]);
	});

	it('give way to the first page where the one asked for is gone, without a moment of none', async () => {
		const { table, shown, faulty, ready, drawn } = renderTable();
		await ready();
		drawn();
		faulty.fail = ({ after }) => (after ? 'invalid_cursor' : undefined);
		act(() => table().paging.goNext());
		await waitFor(() => expect(table()).toMatchObject({ notice: 'cursor_vanished', isPrevious: false, error: null }));
		expect(drawn().filter((state) => !/^ready \w+ \w+ undefined$/.test(state))).toEqual([]);
		expect(shown()).toBe('1 2 3 4 5');
	});

	it('are shown as they were saved while the next one is on its way', async () => {
		const gate = deferred<void>();
		const inner = backendOf(12);
		const list: CustomerBackend['list'] = async (request) => {
			const page = await inner.list(request);
			if (request?.after) await gate.promise;
			return page;
		};
		const { result } = renderBelow({ backend: { ...inner, list } }, () => ({
			table: useCustomerTable({ initialState: { limit: 5 } }),
			update: useUpdateCustomer(),
		}));
		await waitFor(() => expect(result.current.table.paging.hasNext).toBe(true));
		act(() => result.current.table.paging.goNext());
		expect(result.current.table.isPrevious).toBe(true);
		const { id } = result.current.table.rows[1]!;
		await act(() => result.current.update.mutateAsync({ id, patch: { name: 'Renamed' } }));
		await waitFor(() => expect(result.current.update.isSuccess).toBe(true));
		expect(result.current.table).toMatchObject({ isPrevious: true, rows: [{}, { id, name: 'Renamed' }, {}, {}, {}] });
		expect(result.current.table.isPending(id)).toBe(false);
		await act(async () => gate.resolve());
		await waitFor(() => expect(result.current.table.isPrevious).toBe(false));
	});

	it.each(['pages', 'infinite'] as const)('are shown as they were saved where what is asked for next has failed: %s', async (mode) => {
		const inner = backendOf(12);
		const list: CustomerBackend['list'] = (request) =>
			request?.after || request?.sort ? Promise.reject(new CustomerError('forbidden')) : inner.list(request);
		const { result } = renderBelow({ backend: { ...inner, list } }, () => ({
			table: useCustomerTable({ mode, initialState: { limit: 5 } }),
			update: useUpdateCustomer(),
		}));
		await waitFor(() => expect(result.current.table.paging.hasNext).toBe(true));
		act(() => (mode === 'pages' ? result.current.table.paging.goNext() : result.current.table.setState({ sort: 'name' })));
		await waitFor(() => expect(result.current.table).toMatchObject({ isPrevious: true, error: { code: 'forbidden' } }));
		const { id } = result.current.table.rows[1]!;
		await act(() => result.current.update.mutateAsync({ id, patch: { name: 'Renamed' } }));
		await waitFor(() => expect(result.current.update.isSuccess).toBe(true));
		expect(result.current.table).toMatchObject({ isPrevious: true, rows: [{}, { id, name: 'Renamed' }, {}, {}, {}] });
		expect(result.current.table.isPending(id)).toBe(false);
	});

	const changes: [string, Partial<CustomerTableState>][] = [
		['another order', { sort: 'name' }],
		['a filter', { country: ['DE'] }],
		['a search', { query: 'person 3' }],
		['another size', { limit: 20 }],
	];
	it.each(changes)('stay where %s fails', async (_what, change) => {
		const { table, shown, faulty, ready, failed } = renderTable();
		await ready();
		faulty.fail = () => 'internal_error';
		act(() => table().setState(change));
		await failed('internal_error');
		expect(table()).toMatchObject({ status: 'ready', isPrevious: true, state: change });
		expect([shown(), table().paging.range]).toEqual(['1 2 3 4 5', { from: 1, to: 5 }]);
		// One failure after another, and back.
		act(() => table().setState({ sort: 'email', ...change }));
		await failed('internal_error');
		expect([table().status, shown()]).toEqual(['ready', '1 2 3 4 5']);
		act(() => table().setState({ sort: '-created', query: '', country: [], limit: 5 }));
		expect(table()).toMatchObject({ status: 'ready', isPrevious: false, error: null });
	});

	it('are no one else’s: another user sees none of them', async () => {
		const { table, shown, faulty, ready, failed, change } = renderTable();
		await ready();
		faulty.fail = () => 'internal_error';
		act(() => change({ scope: 'ravi' }));
		await failed('internal_error');
		expect([table().status, shown()]).toEqual(['failed', '']);
	});

	it('are not made up where there were none', async () => {
		const { table, faulty, ready, failed } = renderTable();
		await ready();
		act(() => table().setState({ query: 'nobody at all' }));
		await waitFor(() => expect(table().status).toBe('no-matches'));
		faulty.fail = () => 'internal_error';
		act(() => table().setState({ query: 'nobody else' }));
		await failed('internal_error');
		expect(table().status).toBe('failed');
	});
});

describe('rows below each other', () => {
	it('stay where more of them fail, and more is asked for again', async () => {
		const { table, shown, faulty, ready, failed } = renderTable({ mode: 'infinite' });
		await ready();
		faulty.fail = () => 'internal_error';
		act(() => table().paging.loadMore());
		await failed('internal_error');
		expect(table()).toMatchObject({ status: 'ready', isPrevious: false, paging: { hasNext: true, range: { from: 1, to: 5 } } });
		faulty.fail = () => undefined;
		act(() => table().retry());
		await waitFor(() => expect(shown()).toBe('1 2 3 4 5 6 7 8 9 10'));
		expect(table().error).toBeNull();
		expect(faulty.requests.at(-1)?.after).toEqual(expect.any(String));
	});

	it('begin anew where what comes next is gone', async () => {
		const { table, faulty, ready, failed } = renderTable({ mode: 'infinite' });
		await ready();
		faulty.fail = ({ after }) => (after ? 'invalid_cursor' : undefined);
		act(() => table().paging.loadMore());
		await failed('invalid_cursor');
		act(() => table().retry());
		await waitFor(() => expect(table()).toMatchObject({ error: null, isRefreshing: false }));
		expect(faulty.requests.at(-1)?.after).toBeUndefined();
	});

	it('stay where another order fails, and its first page is asked for by either button', async () => {
		const { table, shown, faulty, ready, failed } = renderTable({ mode: 'infinite' });
		await ready();
		faulty.fail = () => 'internal_error';
		act(() => table().setState({ sort: 'email' }));
		expect(table().paging.hasNext).toBe(true);
		await failed('internal_error');
		expect(table()).toMatchObject({ status: 'ready', isPrevious: true, paging: { hasNext: true } });
		expect(shown()).toBe('1 2 3 4 5');
		faulty.fail = () => undefined;
		act(() => table().paging.loadMore());
		await ready();
		expect(faulty.requests.at(-1)).toMatchObject({ sort: 'email' });
		expect(table().error).toBeNull();
	});
});
