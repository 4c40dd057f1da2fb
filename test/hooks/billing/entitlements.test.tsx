import { QueryClient } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CustomerBackend } from '../../../src/index';
import { CustomerError, CustomersProvider, customerQueries, EntitlementGate, useEntitlement, useEntitlements } from '../../../src/index';
import { watchRenders } from '../../renders';
import { recorded, renderBelow, settle } from '../setup';
import { billedBackend } from './billedBackend';

afterEach(cleanup);

const gates = (backend: CustomerBackend, client: QueryClient, features: readonly string[], props = {}) => (
	<CustomersProvider backend={backend} queryClient={client}>
		{features.map((feature) => (
			<EntitlementGate
				key={feature}
				customerId="me"
				featureId={feature}
				fallback={`no ${feature}`}
				pending={`asking ${feature}`}
				{...props}
			>
				{`yes ${feature}`}
			</EntitlementGate>
		))}
	</CustomersProvider>
);

describe('what is asked for at once', () => {
	it('goes as one call, fifty gates and hooks alike', async () => {
		const features = Array.from({ length: 50 }, (_, at) => `feature_${at}`);
		const { backend, calls } = recorded(billedBackend({ features: { feature_7: true } }));
		render(gates(backend, new QueryClient(), features));
		await screen.findByText('yes feature_7');
		expect(screen.getAllByText(/^no /)).toHaveLength(49);
		expect(calls.map(({ method, args }) => [method, ...args.slice(0, 2)])).toEqual([['checkEntitlements', 'me', features]]);
	});

	it('goes as two where it is more than fifty, each feature once', async () => {
		const features = Array.from({ length: 60 }, (_, at) => `feature_${at}`);
		const { backend, calls } = recorded(billedBackend());
		const { result } = renderBelow({ backend }, () => useEntitlements('me', features));
		await waitFor(() => expect(result.current.every(({ isSuccess }) => isSuccess)).toBe(true));
		expect(calls.map(({ args }) => (args[1] as string[]).length)).toEqual([50, 10]);
	});

	it('leaves out who has gone, and ends a call that everybody has left', async () => {
		let signal: AbortSignal | undefined;
		const billed = billedBackend();
		const backend: CustomerBackend = {
			...billed,
			checkEntitlements: (_id, _features, options) => {
				signal = options?.signal;
				return new Promise(() => {});
			},
		};
		const client = new QueryClient();
		const view = render(gates(backend, client, ['a', 'b']));
		await settle();
		expect(signal?.aborted).toBe(false);
		view.rerender(gates(backend, client, ['a']));
		await settle();
		expect(signal?.aborted).toBe(false);
		view.unmount();
		await settle();
		expect(signal?.aborted).toBe(true);
	});
});

describe('how long an answer is fresh', () => {
	beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
	afterEach(() => void vi.useRealTimers());

	it.each([
		['a yes', true, 29_000, 31_000],
		['a no', false, 4_000, 6_000],
	])('%s', async (_, has, before, after) => {
		const { backend, count } = recorded(billedBackend({ features: { reports: has } }));
		const client = new QueryClient();
		const use = () => renderBelow({ backend, queryClient: client }, () => useEntitlement('me', 'reports').data?.has_access);
		const first = use();
		await waitFor(() => expect(first.result.current).toBe(has));
		await vi.advanceTimersByTimeAsync(before);
		use();
		await vi.advanceTimersByTimeAsync(50);
		expect(count('checkEntitlements')).toBe(1);
		await vi.advanceTimersByTimeAsync(after - before);
		use();
		await vi.advanceTimersByTimeAsync(50);
		expect(count('checkEntitlements')).toBe(2);
	});
});

describe('EntitlementGate', () => {
	const open = async (backend: CustomerBackend, props = {}) => {
		const client = new QueryClient();
		render(gates({ ...backend, retriesReads: true }, client, ['reports'], props));
		await waitFor(() => expect(screen.queryByText('asking reports')).toBeNull());
		return client;
	};

	it('shows what it guards to nobody before it is known', async () => {
		render(gates(billedBackend(), new QueryClient(), ['reports']));
		expect(screen.queryByText('yes reports')).toBeNull();
		expect(screen.getByText('asking reports')).toBeTruthy();
		expect(await screen.findByText('yes reports')).toBeTruthy();
	});

	it('never takes "could not be found out" for a no', async () => {
		await open(billedBackend({ features: { reports: null } }), {
			failed: ({ error, retry }: { error: CustomerError; retry: () => void }) => (
				<button type="button" onClick={retry}>
					{error.code}
				</button>
			),
		});
		expect(await screen.findByRole('button', { name: 'upstream_unavailable' })).toBeTruthy();
		expect(screen.queryByText('no reports')).toBeNull();
	});

	it('keeps the last yes where it cannot be confirmed, unless it is strict', async () => {
		for (const [strict, text] of [
			[false, 'yes reports'],
			[true, 'no reports'],
		] as const) {
			const backend = billedBackend();
			const client = await open(backend, { strict });
			expect(screen.getByText('yes reports')).toBeTruthy();
			backend.vendor.features.reports = null;
			await client.invalidateQueries();
			expect(await screen.findByText(text)).toBeTruthy();
			cleanup();
		}
	});

	it('denies where the backend checks no entitlements, unless told otherwise', async () => {
		const { checkEntitlements: _, ...without } = billedBackend();
		await open(without);
		expect(screen.getByText('no reports')).toBeTruthy();
		cleanup();
		await open(without, { whenUnsupported: 'granted' });
		expect(screen.getByText('yes reports')).toBeTruthy();
	});

	it('renders once where its answer is cached', async () => {
		const { backend, count } = recorded(billedBackend());
		const client = new QueryClient();
		await Promise.all(customerQueries.entitlements({ backend }, 'me', ['reports']).map((query) => client.prefetchQuery(query)));
		const renders = watchRenders();
		render(gates(backend, client, ['reports']));
		expect(screen.getByText('yes reports')).toBeTruthy();
		await settle();
		expect(renders.stop().byName.get('EntitlementGate')).toBe(1);
		expect(count('checkEntitlements')).toBe(1);
	});

	it('opens by itself, and asks again on focus', async () => {
		vi.useFakeTimers({ shouldAdvanceTime: true });
		const backend = billedBackend({ features: {} });
		render(gates(backend, new QueryClient(), ['reports']));
		await screen.findByText('no reports');
		backend.vendor.features.reports = true;
		await vi.advanceTimersByTimeAsync(6_000);
		window.dispatchEvent(new Event('visibilitychange'));
		expect(await screen.findByText('yes reports')).toBeTruthy();
		vi.useRealTimers();
	});
});

it('says through its error what went wrong', async () => {
	const backend = { ...billedBackend(), checkEntitlements: () => Promise.reject(new CustomerError('forbidden')) };
	const { result } = renderBelow({ backend }, () => useEntitlement('me', 'reports').error?.code);
	await waitFor(() => expect(result.current).toBe('forbidden'));
});
