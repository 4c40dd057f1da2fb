import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CustomerError, CustomersProvider, useCapabilities, useCustomer, useCustomers, useLocale } from '../../src/index';
import { pt } from '../../src/locales/pt';
import { withFaults } from '../../src/testing';
import { people, person } from '../people';
import { backendOf, deferred, recorded, renderBelow, settle } from './setup';

function List() {
	const customers = useCustomers({ limit: 5 });
	return (
		<ul>
			{customers.data?.data.map((customer) => (
				<li key={customer.id}>{customer.name}</li>
			))}
		</ul>
	);
}

describe('CustomersProvider', () => {
	it('says what is missing when a hook is used without it', () => {
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		expect(() => renderHook(() => useCustomers())).toThrow(/no <CustomersProvider> above\. Render one/);
		vi.restoreAllMocks();
	});

	it('takes the tag of a language with underscores, as files and servers write it', async () => {
		const { result } = renderHook(() => useLocale(), {
			wrapper: ({ children }) => (
				<CustomersProvider backend={backendOf(3)} locale={{ ...pt, code: 'pt_BR' }}>
					{children}
				</CustomersProvider>
			),
		});
		expect(result.current.code).toBe('pt-BR');
		expect(result.current.table).toBe(pt.table);
	});

	it("uses the host's QueryClient and leaves the host's children theirs", async () => {
		const host = new QueryClient();
		const seen: QueryClient[] = [];
		const Child = () => {
			seen.push(useQueryClient());
			return <List />;
		};
		render(
			<QueryClientProvider client={host}>
				<CustomersProvider backend={backendOf(3)}>
					<Child />
				</CustomersProvider>
			</QueryClientProvider>,
		);
		await screen.findByText('Person 1');
		expect(new Set(seen)).toEqual(new Set([host]));
		expect(host.getQueryCache().findAll({ queryKey: ['proyecta-customers'] }).length).toBeGreaterThan(0);
	});

	it('keeps to an explicit client, and the children still see the one of the host', async () => {
		const host = new QueryClient();
		const own = new QueryClient();
		const seen: QueryClient[] = [];
		const Child = () => {
			seen.push(useQueryClient());
			return <List />;
		};
		render(
			<QueryClientProvider client={host}>
				<CustomersProvider backend={backendOf(3)} queryClient={own}>
					<Child />
				</CustomersProvider>
			</QueryClientProvider>,
		);
		await screen.findByText('Person 1');
		expect(new Set(seen)).toEqual(new Set([host]));
		expect(host.getQueryCache().getAll()).toEqual([]);
	});

	it('works alone', async () => {
		const { result } = renderBelow({ backend: backendOf(3) }, () => useCustomers());
		await waitFor(() => expect(result.current.data?.data).toHaveLength(3));
	});

	it('makes one request for ten components that show the same list', async () => {
		const { backend, count } = recorded(backendOf(3));
		render(
			<CustomersProvider backend={backend}>
				{Array.from({ length: 10 }, (_, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: ten equal lists
					<List key={index} />
				))}
			</CustomersProvider>,
		);
		expect(await screen.findAllByText('Person 1')).toHaveLength(10);
		expect(count('list')).toBe(1);
	});

	it('does not start over when the host makes a new backend on every render', async () => {
		const { backend, count } = recorded(backendOf(3));
		const view = renderBelow({ backend }, () => useCustomers());
		await waitFor(() => expect(view.result.current.isSuccess).toBe(true));
		view.change({ backend: { ...backendOf(3), list: backend.list } });
		await act(settle);
		expect(count('list')).toBe(1);
	});

	it("is not led astray by a host's hostile defaults", async () => {
		const client = new QueryClient({
			defaultOptions: {
				queries: {
					enabled: false,
					retry: 7,
					staleTime: 0,
					gcTime: 0,
					throwOnError: true,
					select: () => 'mine now',
					placeholderData: 'nothing yet',
					structuralSharing: false,
					queryKeyHashFn: () => 'all the same',
					refetchOnMount: 'always',
					suspense: true,
				} as object,
				mutations: { retry: 7, throwOnError: true },
			},
		});
		const { backend, count } = recorded(backendOf(3));
		const { result } = renderBelow({ backend, queryClient: client }, () => ({
			list: useCustomers(),
			missing: useCustomer('cus_404'),
			capabilities: useCapabilities(),
		}));
		expect(result.current.list.data).toBeUndefined();
		await waitFor(() => expect(result.current.list.data?.data).toHaveLength(3));
		await waitFor(() => expect(result.current.missing.error?.code).toBe('not_found'));
		expect(result.current.capabilities.data?.write.create).toBe(true);
		expect(count('get')).toBe(1);
	});
});

describe('a change of the scope', () => {
	it("never paints the former user's rows and drops them", async () => {
		const client = new QueryClient();
		const backend = withFaults(recorded(backendOf(0)).backend, () => undefined);
		const scoped = {
			...backend,
			list: async (_: object, options: { scope?: string } = {}) => ({
				data: [person(1, { name: options.scope ?? null })],
				next: null,
				previous: null,
			}),
		};
		const painted: (string | null | undefined)[] = [];
		const view = renderBelow({ backend: scoped, queryClient: client, scope: 'ann' }, () => {
			const list = useCustomers();
			painted.push(list.data?.data[0]?.name);
			return list;
		});
		await waitFor(() => expect(view.result.current.data?.data[0]?.name).toBe('ann'));
		painted.length = 0;
		view.change({ scope: 'bob' });
		expect(view.result.current.data).toBeUndefined();
		await waitFor(() => expect(view.result.current.data?.data[0]?.name).toBe('bob'));
		expect(painted).not.toContain('ann');
		expect(client.getQueriesData({ queryKey: ['proyecta-customers', 'ann'] })).toEqual([]);
	});

	it('drops answers that are still on their way', async () => {
		const client = new QueryClient();
		const late = deferred<{ data: ReturnType<typeof people>; next: null; previous: null }>();
		const aborted: boolean[] = [];
		const backend = {
			...backendOf(0),
			list: (_: object, { scope, signal }: { scope?: string; signal?: AbortSignal } = {}) => {
				signal?.addEventListener('abort', () => aborted.push(true));
				return scope === 'ann' ? late.promise : Promise.resolve({ data: [], next: null, previous: null });
			},
		};
		const view = renderBelow({ backend, queryClient: client, scope: 'ann' }, () => useCustomers());
		view.change({ scope: 'bob' });
		await act(async () => {
			late.resolve({ data: people(2), next: null, previous: null });
			await settle();
		});
		expect(view.result.current.data?.data).toEqual([]);
		expect(client.getQueriesData({ queryKey: ['proyecta-customers', 'ann'] })).toEqual([]);
		expect(aborted.length).toBeGreaterThan(0);
	});

	it("drops what a user saw also when the page came down in between, but keeps one's own", async () => {
		const client = new QueryClient();
		const mount = (scope: string) =>
			render(
				<CustomersProvider backend={backendOf(3)} queryClient={client} scope={scope}>
					<List />
				</CustomersProvider>,
			);
		const first = mount('ann');
		await screen.findByText('Person 1');
		first.unmount();
		const second = mount('ann');
		expect(screen.getByText('Person 1')).toBeTruthy();
		second.unmount();
		mount('bob');
		await screen.findByText('Person 1');
		expect(client.getQueriesData({ queryKey: ['proyecta-customers', 'ann'] })).toEqual([]);
	});

	it('leaves another provider beside it alone', async () => {
		const client = new QueryClient();
		const view = (scope: string) => (
			<>
				<CustomersProvider backend={backendOf(1)} queryClient={client} scope="zoe">
					<List />
				</CustomersProvider>
				<CustomersProvider backend={backendOf(1)} queryClient={client} scope={scope}>
					<List />
				</CustomersProvider>
			</>
		);
		const { rerender } = render(view('ann'));
		await waitFor(() => expect(screen.getAllByText('Person 1')).toHaveLength(2));
		rerender(view('bob'));
		await waitFor(() => expect(screen.getAllByText('Person 1')).toHaveLength(2));
		expect(client.getQueriesData({ queryKey: ['proyecta-customers', 'zoe'] })).not.toEqual([]);
		expect(client.getQueriesData({ queryKey: ['proyecta-customers', 'ann'] })).toEqual([]);
	});
});

describe('failure reports', () => {
	it('tell once that the session is over, and again after a success', async () => {
		let signedIn = false;
		const backend = withFaults(backendOf(3), () => (signedIn ? undefined : { error: 'unauthenticated' }));
		const onUnauthenticated = vi.fn();
		const onError = vi.fn();
		const view = renderBelow({ backend, onUnauthenticated, onError }, () => ({
			list: useCustomers(),
			one: useCustomer('cus_1'),
			other: useCustomer('cus_2'),
			capabilities: useCapabilities(),
		}));
		await waitFor(() => expect(onError).toHaveBeenCalledTimes(4));
		expect(onUnauthenticated).toHaveBeenCalledTimes(1);
		await act(() => view.result.current.list.refetch());
		expect(onUnauthenticated).toHaveBeenCalledTimes(1);
		signedIn = true;
		await act(() => view.result.current.list.refetch());
		signedIn = false;
		await act(() => view.result.current.list.refetch());
		expect(onUnauthenticated).toHaveBeenCalledTimes(2);
	});

	it('hand every failure over as CustomerError, also what a backend should not have thrown', async () => {
		const onError = vi.fn();
		const backend = { ...backendOf(0), list: () => Promise.reject(new TypeError('boom')) };
		const { result } = renderBelow({ backend, onError }, () => useCustomers());
		await waitFor(() => expect(result.current.isError).toBe(true));
		expect(onError).toHaveBeenCalledTimes(1);
		expect(onError.mock.calls[0]?.[0]).toBeInstanceOf(CustomerError);
		expect(result.current.error?.code).toBe('internal_error');
		expect(result.current.error?.cause).toBeInstanceOf(TypeError);
	});
});
