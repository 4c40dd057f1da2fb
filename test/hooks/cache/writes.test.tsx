import { QueryClient } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { Customer, CustomerBackend, CustomerPatch, WriteOptions } from '../../../src/index';
import {
	CustomerError,
	customerQueries,
	useCreateCustomer,
	useCustomer,
	useCustomers,
	useInfiniteCustomers,
	usePendingEdits,
	useUpdateCustomer,
} from '../../../src/index';
import { withFaults, withMe } from '../../../src/testing';
import { people, person } from '../../people';
import { backendOf, deferred, recorded, renderBelow, settle } from '../setup';

const newcomer = { email: 'new@example.com', name: 'New' };

describe('useCreateCustomer', () => {
	const use = () => {
		const list = useCustomers();
		const infinite = useInfiniteCustomers();
		const create = useCreateCustomer({ onSuccess: () => undefined, onSettled: () => undefined });
		return {
			names: list.data?.data.map(({ name }) => name),
			endless: infinite.data?.pages.flatMap((page) => page.data.map(({ name }) => name)),
			create,
		};
	};

	it('shows the new customer in every list and in its detail before any list was asked again', async () => {
		let frozen = false;
		const backend = withFaults(backendOf(2), ({ method }) => (frozen && method === 'list' ? { hang: true } : undefined));
		const client = new QueryClient();
		const { result } = renderBelow({ backend, queryClient: client }, use);
		await waitFor(() => expect(result.current.names).toHaveLength(2));
		await waitFor(() => expect(result.current.endless).toHaveLength(2));
		frozen = true;
		const { customer } = await act(() => result.current.create.mutateAsync(newcomer, { onSuccess: () => undefined }));
		await waitFor(() => expect(result.current.names?.[0]).toBe('New'));
		expect(result.current.endless?.[0]).toBe('New');
		const detail = renderBelow({ backend, queryClient: client }, () => useCustomer(customer.id));
		expect(detail.result.current).toMatchObject({ data: { name: 'New' }, isPlaceholderData: false });
	});

	it('does its cache work also when a callback of the caller throws or the component is gone', async () => {
		const client = new QueryClient();
		const backend = backendOf(2);
		const list = renderBelow({ backend, queryClient: client }, () => useCustomers().data?.data.length);
		await waitFor(() => expect(list.result.current).toBe(2));
		const writer = renderBelow({ backend, queryClient: client }, () =>
			useCreateCustomer({
				onSuccess: () => {
					throw new Error('the caller is broken');
				},
			}),
		);
		writer.result.current.mutate(newcomer);
		writer.unmount();
		await waitFor(() => expect(list.result.current).toBe(3));
	});

	it('keeps the idempotency key until the intent succeeded, so that a lost answer makes one customer', async () => {
		let lose = true;
		const spy = recorded(backendOf(0));
		const backend = withFaults(spy.backend, ({ method }) => {
			if (method !== 'create' || !lose) return;
			lose = false;
			return { after: true };
		});
		const { result } = renderBelow({ backend }, () => useCreateCustomer());
		await act(() => expect(result.current.mutateAsync(newcomer)).rejects.toMatchObject({ code: 'timeout' }));
		await act(() => result.current.mutateAsync({ name: 'New', email: 'new@example.com' }));
		await act(() => result.current.mutateAsync({ email: 'other@example.com' }));
		const keys = spy.calls.filter(({ method }) => method === 'create').map(({ args }) => (args[1] as WriteOptions).idempotencyKey);
		expect(keys).toHaveLength(3);
		expect(keys[0]).toBe(keys[1]);
		expect(keys[0]).toMatch(/^[\x21-\x7e]{1,255}$/);
		expect(keys[2]).not.toBe(keys[0]);
	});

	it('makes one attempt, and says at once when there is no connection', async () => {
		const spy = recorded(withFaults(backendOf(0), ({ method }) => (method === 'create' ? { error: 'offline' } : undefined)));
		const { result } = renderBelow({ backend: spy.backend }, () => useCreateCustomer());
		await act(() => expect(result.current.mutateAsync(newcomer)).rejects.toMatchObject({ code: 'offline' }));
		expect(spy.count('create')).toBe(1);
	});

	it("drops an answer that comes after another user signed in, and calls nobody's callback", async () => {
		const gate = deferred<void>();
		const client = new QueryClient();
		const inner = backendOf(0);
		const backend: CustomerBackend = { ...inner, create: (input, options) => gate.promise.then(() => inner.create(input, options)) };
		const onSuccess = vi.fn();
		const view = renderBelow({ backend, queryClient: client, scope: 'ann' }, () => ({
			create: useCreateCustomer({ onSuccess }),
			list: useCustomers().data?.data,
		}));
		await waitFor(() => expect(view.result.current.list).toEqual([]));
		act(() => view.result.current.create.mutate(newcomer));
		view.change({ scope: 'bob' });
		await act(async () => {
			gate.resolve();
			await settle();
		});
		expect(onSuccess).not.toHaveBeenCalled();
		expect(view.result.current.create.status).toBe('idle');
		expect(client.getQueriesData({ queryKey: ['proyecta-customers', 'ann'] })).toEqual([]);
		expect(JSON.stringify(client.getQueriesData({ queryKey: ['proyecta-customers', 'bob'] }))).not.toContain('new@example.com');
	});

	it('writes nothing back into a cache that the host has cleared', async () => {
		const gate = deferred<void>();
		const client = new QueryClient();
		const inner = backendOf(0);
		const backend: CustomerBackend = { ...inner, create: (input, options) => gate.promise.then(() => inner.create(input, options)) };
		const view = renderBelow({ backend, queryClient: client }, () => useCreateCustomer());
		act(() => view.result.current.mutate(newcomer));
		client.clear();
		await act(async () => {
			gate.resolve();
			await settle();
		});
		expect(client.getQueryCache().getAll()).toEqual([]);
	});
});

describe('useUpdateCustomer', () => {
	/** Updates wait until they are let through, in the order of the calls. */
	function gated(customers: Customer[]) {
		const inner = memoryBackend({ customers });
		const waiting: { patch: CustomerPatch; options: WriteOptions; go: (error?: CustomerError) => void }[] = [];
		const backend: CustomerBackend = {
			...inner,
			update: async (id, patch, options = {}) => {
				await new Promise<void>((resolve, reject) => {
					waiting.push({ patch, options, go: (error) => (error ? reject(error) : resolve()) });
				});
				return inner.update(id, patch, options);
			},
		};
		return { backend, waiting };
	}

	const use = () => {
		const edits = usePendingEdits();
		const list = useCustomers();
		return {
			update: useUpdateCustomer(),
			shown: list.data?.data.map(edits.apply).find(({ id }) => id === 'cus_1'),
			stored: list.data?.data.find(({ id }) => id === 'cus_1'),
			isPending: edits.isPending('cus_1'),
		};
	};

	it('shows an edit of whoever is signed in, sent as `me`, wherever they are shown', async () => {
		const { backend, waiting } = gated(people(2));
		const { result } = renderBelow({ backend: withMe(backend, { id: 'cus_1' }) }, () => ({ ...use(), me: useCustomer('me') }));
		await waitFor(() => expect(result.current).toMatchObject({ shown: { name: 'Person 1' }, me: { isSuccess: true } }));
		act(() => result.current.update.mutate({ id: 'me', patch: { name: 'Mine' } }));
		await waitFor(() => expect(result.current.shown?.name).toBe('Mine'));
		expect(result.current).toMatchObject({ isPending: true, stored: { name: 'Person 1' } });
		await waitFor(() => expect(waiting).toHaveLength(1));
		await act(async () => waiting[0]?.go());
		await waitFor(() => expect(result.current).toMatchObject({ isPending: false, stored: { name: 'Mine' } }));
	});

	it('shows an edit at once and takes it back alone when it is refused', async () => {
		const { backend, waiting } = gated(people(2));
		const { result } = renderBelow({ backend }, use);
		await waitFor(() => expect(result.current.shown?.name).toBe('Person 1'));
		act(() => {
			result.current.update.mutate({ id: 'cus_1', patch: { name: 'Kept' } });
			result.current.update.mutate({ id: 'cus_1', patch: { phone: '+919876543210' } });
		});
		await waitFor(() => expect(result.current.shown).toMatchObject({ name: 'Kept', phone: '+919876543210' }));
		expect(result.current).toMatchObject({ isPending: true, stored: { name: 'Person 1', phone: null } });
		expect(waiting).toHaveLength(1);
		await act(async () => {
			waiting[0]?.go();
			await settle();
		});
		expect(waiting).toHaveLength(2);
		await act(async () => {
			waiting[1]?.go(new CustomerError('internal_error'));
			await settle();
		});
		expect(result.current.shown).toMatchObject({ name: 'Kept', phone: null });
		expect(result.current.isPending).toBe(false);
	});

	it("runs one's own edits in order, each on the version the former one made", async () => {
		const inner = memoryBackend({ customers: people(1) });
		const { result } = renderBelow({ backend: inner }, () => useUpdateCustomer());
		const version = (await inner.get('cus_1', { scope: '' })).version ?? undefined;
		await act(() =>
			Promise.all([
				result.current.mutateAsync({ id: 'cus_1', patch: { name: 'One' }, ifVersion: version }),
				result.current.mutateAsync({ id: 'cus_1', patch: { name: 'Two' }, ifVersion: version }),
			]),
		);
		expect((await inner.get('cus_1', { scope: '' })).name).toBe('Two');
	});

	it('is another edit, however soon the same one comes again after another', async () => {
		const spy = recorded(backendOf(1));
		const { result } = renderBelow({ backend: spy.backend }, () => useUpdateCustomer());
		const edits = ['a', 'b', 'a'].map((name) => ({ id: 'cus_1', patch: { name } }));
		await act(() => Promise.all(edits.map((edit) => result.current.mutateAsync(edit))));
		expect(await spy.backend.get('cus_1')).toMatchObject({ name: 'a' });
	});

	it('shows the edited customer in lists and detail without asking for the detail again', async () => {
		const spy = recorded(backendOf(2));
		const { result } = renderBelow({ backend: spy.backend }, () => ({
			update: useUpdateCustomer(),
			row: useCustomers().data?.data.find(({ id }) => id === 'cus_1')?.name,
			detail: useCustomer('cus_1').data?.name,
		}));
		await waitFor(() => expect(result.current).toMatchObject({ row: 'Person 1', detail: 'Person 1' }));
		const asked = spy.count('get');
		await act(() => result.current.update.mutateAsync({ id: 'cus_1', patch: { name: 'Renamed' } }));
		await waitFor(() => expect(result.current).toMatchObject({ row: 'Renamed', detail: 'Renamed' }));
		expect(spy.count('get')).toBe(asked);
	});

	it.each([
		['me', 'cus_1'],
		['cus_1', 'me'],
	])('shows whoever is signed in as they were saved: by the id %s on a page that knows them as %s', async (id, shown) => {
		const backend = withMe(backendOf(2), { id: 'cus_1' });
		const spy = recorded(backend);
		const { result } = renderBelow({ backend: spy.backend }, () => ({
			update: useUpdateCustomer(),
			names: [useCustomer(id).data?.name, useCustomer(shown).data?.name],
			other: useCustomer('cus_2').data?.name,
		}));
		await waitFor(() => expect(result.current).toMatchObject({ names: ['Person 1', 'Person 1'], other: 'Person 2' }));
		const asked = spy.count('get');
		await act(() => result.current.update.mutateAsync({ id, patch: { name: 'Renamed' } }));
		await act(() => result.current.update.mutateAsync({ id: 'cus_2', patch: { name: 'Other' } }));
		await waitFor(() => expect(result.current).toMatchObject({ names: ['Renamed', 'Renamed'], other: 'Other' }));
		expect(spy.count('get')).toBe(asked);
	});

	it('is not undone by a read that began before it', async () => {
		const gate = deferred<void>();
		let slow = false;
		const inner = backendOf(2);
		const backend: CustomerBackend = {
			...inner,
			list: async (request, options) => {
				const page = await inner.list(request);
				if (slow) await gate.promise;
				options?.signal?.throwIfAborted();
				return page;
			},
		};
		const { result } = renderBelow({ backend }, () => {
			const list = useCustomers();
			return { update: useUpdateCustomer(), refetch: list.refetch, row: list.data?.data.find(({ id }) => id === 'cus_1')?.name };
		});
		await waitFor(() => expect(result.current.row).toBe('Person 1'));
		slow = true;
		act(() => void result.current.refetch());
		slow = false;
		await act(() => result.current.update.mutateAsync({ id: 'cus_1', patch: { name: 'Renamed' } }));
		await act(async () => {
			gate.resolve();
			await settle();
		});
		expect(result.current.row).toBe('Renamed');
	});

	it('is not undone by a page that was being prefetched', async () => {
		const gate = deferred<void>();
		const client = new QueryClient();
		const inner = backendOf(2);
		const slow = { ...inner, list: async () => inner.list({ limit: 5 }).then((page) => gate.promise.then(() => page)) };
		const { result } = renderBelow({ backend: inner, queryClient: client }, () => useUpdateCustomer());
		const ahead = client.prefetchQuery(customerQueries.list({ backend: slow }, { limit: 5 }));
		await act(settle);
		await act(() => result.current.mutateAsync({ id: 'cus_1', patch: { name: 'Renamed' } }));
		gate.resolve();
		await ahead;
		const page = await client.fetchQuery(customerQueries.list({ backend: inner }, { limit: 5 }));
		expect(page.data.map(({ name }) => name)).toEqual(['Renamed', 'Person 2']);
	});

	it('tells of a conflict and has the current version asked for', async () => {
		const inner = memoryBackend({ customers: [person(1)] });
		const onError = vi.fn();
		const { result } = renderBelow({ backend: inner }, () => ({
			update: useUpdateCustomer({ onError }),
			detail: useCustomer('cus_1').data,
		}));
		await waitFor(() => expect(result.current.detail?.name).toBe('Person 1'));
		const stale = result.current.detail?.version ?? '';
		await inner.update('cus_1', { name: 'Theirs' }, { scope: '' });
		await act(() =>
			expect(result.current.update.mutateAsync({ id: 'cus_1', patch: { name: 'Mine' }, ifVersion: stale })).rejects.toMatchObject({
				code: 'version_conflict',
			}),
		);
		expect(onError).toHaveBeenCalledTimes(1);
		await waitFor(() => expect(result.current.detail?.name).toBe('Theirs'));
	});
});

describe('a search index that lags', () => {
	it('is merged with what was written before anyone sees what it says, also far down an endless list', async () => {
		const seen = new Set<string>();
		const view = renderBelow({ backend: memoryBackend({ customers: people(12), searchLagMs: 60_000 }) }, () => {
			const list = useCustomers({ query: 'person', limit: 5 });
			const endless = useInfiniteCustomers({ query: 'person', limit: 5 });
			const names = list.data?.data.map(({ name }) => name).join();
			if (names) seen.add(names);
			return { list, endless, create: useCreateCustomer(), update: useUpdateCustomer(), names };
		});
		await waitFor(() => expect(view.result.current.endless.data?.pages).toHaveLength(1));
		await waitFor(() => expect(view.result.current.names).toBe('Person 1,Person 2,Person 3,Person 4,Person 5'));
		await act(() => view.result.current.create.mutateAsync({ email: 'person13@example.com', name: 'New' }));
		await act(() => view.result.current.update.mutateAsync({ id: 'cus_7', patch: { name: 'Renamed' } }));
		await act(() => view.result.current.endless.fetchNextPage());
		await act(async () => void (await view.result.current.list.refetch()));
		await waitFor(() => expect(view.result.current.names).toBe('New,Person 1,Person 2,Person 3,Person 4,Person 5'));
		await waitFor(() =>
			expect(view.result.current.endless.data?.pages.map(({ data }) => data.map(({ name }) => name).join())).toEqual([
				'New,Person 1,Person 2,Person 3,Person 4,Person 5',
				'Person 6,Renamed,Person 8,Person 9,Person 10',
			]),
		);
		expect(seen.size).toBe(2);
	});
});
