import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ListCustomersRequest } from '../../../src/index';
import { customerQueries, useCustomer, useCustomers, useInfiniteCustomers } from '../../../src/index';
import { withFaults } from '../../../src/testing';
import { person } from '../../people';
import { backendOf, deferred, recorded, renderBelow, settle } from '../setup';

afterEach(() => {
	onlineManager.setOnline(true);
	focusManager.setFocused(undefined);
	vi.useRealTimers();
});

describe('useCustomer', () => {
	it('asks once for a customer who does not exist', async () => {
		const { backend, count } = recorded(backendOf(1));
		const { result } = renderBelow({ backend }, () => useCustomer('cus_404'));
		await waitFor(() => expect(result.current.error?.code).toBe('not_found'));
		await act(settle);
		expect(count('get')).toBe(1);
	});

	it('tries again after a failure that may pass', async () => {
		let failures = 2;
		const backend = withFaults(backendOf(1), () => (failures-- > 0 ? { error: 'upstream_unavailable' } : undefined));
		const { result } = renderBelow({ backend }, () => useCustomer('cus_1'));
		await waitFor(() => expect(result.current.data?.id).toBe('cus_1'));
	});

	it('leaves trying again to a backend that does so itself', async () => {
		const { backend, count } = recorded(withFaults(backendOf(1), () => ({ error: 'upstream_unavailable' })));
		const patient = new Proxy(backend, { get: (target, key) => (key === 'retriesReads' ? true : Reflect.get(target, key)) });
		const { result } = renderBelow({ backend: patient }, () => useCustomer('cus_1'));
		await waitFor(() => expect(result.current.isError).toBe(true));
		expect(count('get')).toBe(1);
	});

	it('asks nothing without an id', async () => {
		const { backend, count } = recorded(backendOf(1));
		renderBelow({ backend }, () => [useCustomer(null), useCustomer(undefined), useCustomer('')]);
		await act(settle);
		expect(count('get')).toBe(0);
	});

	it('shows the row of a list until the answer comes, and never another customer’s', async () => {
		const client = new QueryClient();
		const hanging = { ...backendOf(3), get: () => new Promise<never>(() => undefined) };
		const list = renderBelow({ backend: hanging, queryClient: client }, () => useCustomers());
		await waitFor(() => expect(list.result.current.isSuccess).toBe(true));
		const detail = renderBelow({ backend: hanging, queryClient: client }, ({ id }: { id: string }) => useCustomer(id), {
			initialProps: { id: 'cus_2' },
		});
		expect(detail.result.current.data?.id).toBe('cus_2');
		expect(detail.result.current.isPlaceholderData).toBe(true);
		detail.rerender({ id: 'cus_3' });
		expect(detail.result.current.data?.id).toBe('cus_3');
		detail.rerender({ id: 'cus_9' });
		expect(detail.result.current.data).toBeUndefined();
	});
});

describe('useCustomers', () => {
	it('waits for a connection without failing', async () => {
		onlineManager.setOnline(false);
		const { result } = renderBelow({ backend: backendOf(2) }, () => useCustomers());
		expect(result.current).toMatchObject({ status: 'pending', fetchStatus: 'paused', error: null });
		act(() => onlineManager.setOnline(true));
		await waitFor(() => expect(result.current.data?.data).toHaveLength(2));
	});

	it('keeps the rows while the next page is loading, and drops the answer to a request nobody waits for', async () => {
		const slow = deferred<void>();
		const inner = backendOf(30);
		const aborted: unknown[] = [];
		const backend = {
			...inner,
			list: async (request: ListCustomersRequest, options: { signal?: AbortSignal } = {}) => {
				options.signal?.addEventListener('abort', () => aborted.push(request.query));
				if (request.query === 'slow') await slow.promise;
				return inner.list(request);
			},
		};
		const painted: number[] = [];
		const view = renderBelow(
			{ backend },
			({ query }: { query?: string }) => {
				const list = useCustomers({ query, limit: 5 });
				painted.push(list.data?.data.length ?? -1);
				return list;
			},
			{ initialProps: {} as { query?: string } },
		);
		await waitFor(() => expect(view.result.current.data?.data).toHaveLength(5));
		painted.length = 0;
		view.rerender({ query: 'slow' });
		expect(view.result.current).toMatchObject({ isPlaceholderData: true, isFetching: true });
		view.rerender({ query: 'Person 30' });
		await waitFor(() => expect(view.result.current.isPlaceholderData).toBe(false));
		await act(async () => {
			slow.resolve();
			await settle();
		});
		expect(view.result.current.data?.data).toHaveLength(1);
		expect(painted).not.toContain(-1);
		expect(painted).not.toContain(0);
		expect(aborted).toContain('slow');
	});

	it('keeps rows that it has when asking again fails', async () => {
		let broken = false;
		const backend = withFaults(backendOf(2), () => (broken ? { error: 'internal_error' } : undefined));
		const { result } = renderBelow({ backend }, () => useCustomers());
		await waitFor(() => expect(result.current.isSuccess).toBe(true));
		broken = true;
		await act(() => result.current.refetch());
		await waitFor(() => expect(result.current.error?.code).toBe('internal_error'));
		expect(result.current.data?.data).toHaveLength(2);
	});

	it('loads page after page, asking for each once', async () => {
		const { backend, calls, count } = recorded(backendOf(25));
		const client = new QueryClient();
		const view = renderBelow({ backend, queryClient: client }, () => {
			const { data, hasNextPage, isSuccess, fetchNextPage } = useInfiniteCustomers({ limit: 10 });
			return { data, hasNextPage, isSuccess, fetchNextPage };
		});
		await waitFor(() => expect(view.result.current.isSuccess).toBe(true));
		await act(() => view.result.current.fetchNextPage());
		await act(() => view.result.current.fetchNextPage());
		await waitFor(() => expect(view.result.current.hasNextPage).toBe(false));
		expect(view.result.current.data?.pages.flatMap((page) => page.data.map(({ id }) => id))).toHaveLength(25);
		expect(count('list')).toBe(3);
		view.unmount();
		await client.invalidateQueries({ refetchType: 'none' });
		const again = renderBelow({ backend, queryClient: client }, () => useInfiniteCustomers({ limit: 10 }));
		await act(settle);
		expect(again.result.current.data?.pages).toHaveLength(3);
		expect(count('list')).toBe(3);
		expect(calls.filter(({ method }) => method === 'list').map(({ args }) => typeof (args[0] as ListCustomersRequest).after)).toEqual([
			'undefined',
			'string',
			'string',
		]);
	});

	it('is asked for again with the window while it is short, not when pages would be', async () => {
		const { backend, count } = recorded(backendOf(25));
		const view = renderBelow({ backend }, () => {
			const { data, isFetching, fetchNextPage } = useInfiniteCustomers({ limit: 10 });
			return { data, isFetching, fetchNextPage };
		});
		const lookAgain = async () => {
			vi.setSystemTime(Date.now() + 31_000);
			act(() => focusManager.setFocused(false));
			act(() => focusManager.setFocused(true));
			await act(settle);
		};
		vi.useFakeTimers({ toFake: ['Date'] });
		await waitFor(() => expect(view.result.current.data).toBeDefined());
		await lookAgain();
		await waitFor(() => expect([count('list'), view.result.current.isFetching]).toEqual([2, false]));
		await act(() => view.result.current.fetchNextPage());
		await waitFor(() => expect(view.result.current.data?.pages).toHaveLength(2));
		await lookAgain();
		expect(count('list')).toBe(3);
	});

	it('that has failed is asked for again with the window', async () => {
		let broken = true;
		const backend = withFaults(backendOf(3), () => (broken ? { error: 'internal_error' } : undefined));
		const { result } = renderBelow({ backend }, () => useInfiniteCustomers());
		await waitFor(() => expect(result.current.isError).toBe(true));
		broken = false;
		act(() => focusManager.setFocused(false));
		act(() => focusManager.setFocused(true));
		await waitFor(() => expect(result.current.isSuccess).toBe(true));
	});
});

describe('customerQueries', () => {
	const backend = backendOf(3);

	it('give requests that mean the same one key, and other users another', () => {
		const key = (request: ListCustomersRequest, scope = 'ann') =>
			JSON.stringify(customerQueries.list({ backend, scope }, request).queryKey);
		expect(key({ query: ' ann ', sort: '-created', limit: 20, country: [], total: 'none' })).toBe(key({ query: 'ann' }));
		expect(key({ country: ['IN', 'DE', 'IN'] })).toBe(key({ country: ['de', 'in'] }));
		expect(key({ query: 'é' })).toBe(key({ query: 'e\u0301' }));
		expect(key({})).not.toBe(key({}, 'bob'));
		expect(key({ sort: 'name' })).not.toBe(key({}));
	});

	it('serve loaders: what they fetched is not asked for again', async () => {
		const client = new QueryClient();
		const spy = recorded(backend);
		await client.prefetchQuery(customerQueries.detail({ backend: spy.backend }, 'cus_1'));
		await client.fetchInfiniteQuery(customerQueries.infinite({ backend: spy.backend }));
		const { result } = renderBelow({ backend: spy.backend, queryClient: client }, () => useCustomer('cus_1'));
		expect(result.current.data).toMatchObject({ id: 'cus_1', name: person(1).name });
		await act(settle);
		expect(spy.count('get')).toBe(1);
	});

	it('hand the signal and the scope to the backend', async () => {
		const spy = recorded(backend);
		await new QueryClient().fetchQuery(customerQueries.list({ backend: spy.backend, scope: 'ann' }, { limit: 5 }));
		expect(spy.calls[0]?.args[0]).toEqual({ limit: 5 });
		expect(spy.calls[0]?.args[1]).toMatchObject({ scope: 'ann', signal: expect.any(AbortSignal) });
		await new QueryClient().fetchQuery(customerQueries.capabilities({ backend: spy.backend, scope: 'ann' }));
		expect(spy.calls[1]).toEqual({ method: 'capabilities', args: [{ scope: 'ann', signal: expect.any(AbortSignal) }] });
	});
});
