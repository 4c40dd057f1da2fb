import { QueryClient } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
	type CustomerBackend,
	CustomerError,
	useCancelSubscription,
	useCustomer,
	useEnsureCustomer,
	useEntitlement,
	useResumeSubscription,
	useSubscriptions,
	type WriteOptions,
} from '../../../src/index';
import { deferred, recorded, renderBelow, settle } from '../setup';
import { billedBackend, plan } from './billedBackend';

const use = () => ({
	list: useSubscriptions('me'),
	feature: useEntitlement('me', 'reports'),
	cancel: useCancelSubscription(),
	resume: useResumeSubscription(),
});

it('lists those that run before those that are over', async () => {
	const subscriptions = [{ ...plan, id: 'sub_0', status: 'canceled' }, plan, { ...plan, id: 'sub_2', status: 'on_ice' }];
	const { result } = renderBelow({ backend: billedBackend({ subscriptions }) }, () => useSubscriptions('me').data?.map(({ id }) => id));
	await waitFor(() => expect(result.current).toEqual(['sub_1', 'sub_2', 'sub_0']));
});

describe('cancelling and resuming', () => {
	it('shows the answer in the list, and asks for the features alone again', async () => {
		const { backend, calls } = recorded(billedBackend());
		const { result } = renderBelow({ backend }, use);
		await waitFor(() => expect(result.current.feature.data && result.current.list.data).toBeTruthy());
		calls.length = 0;
		const subject = { customerId: 'me', subscriptionId: 'sub_1' };
		await act(() => result.current.cancel.mutateAsync({ ...subject, timing: 'at_billing_period_end' }));
		await waitFor(() => expect(result.current.list.data?.[0]?.cancel_at_period_end).toBe(true));
		await act(settle);
		expect(calls.map(({ method }) => method)).toEqual(['cancelSubscription', 'checkEntitlements']);
		calls.length = 0;
		await act(() => result.current.resume.mutateAsync(subject));
		await waitFor(() => expect(result.current.list.data?.[0]?.cancel_at_period_end).toBe(false));
		await act(settle);
		expect(calls.map(({ method }) => method)).toEqual(['resumeSubscription', 'checkEntitlements']);
	});

	it('shows nothing before the answer: it is money', async () => {
		const held = deferred<typeof plan>();
		const backend = { ...billedBackend(), cancelSubscription: () => held.promise };
		const { result } = renderBelow({ backend }, use);
		await waitFor(() => expect(result.current.list.data).toBeTruthy());
		act(() => result.current.cancel.mutate({ customerId: 'me', subscriptionId: 'sub_1', timing: 'immediate' }));
		await act(settle);
		expect(result.current.list.data?.[0]?.status).toBe('active');
		await act(async () => held.resolve({ ...plan, status: 'canceled' }));
		await waitFor(() => expect(result.current.list.data?.[0]?.status).toBe('canceled'));
	});

	it('tries again under the same key after a lost answer', async () => {
		const keys: unknown[] = [];
		const billed = billedBackend();
		const backend = {
			...billed,
			cancelSubscription: (...args: Parameters<NonNullable<typeof billed.cancelSubscription>>) => {
				keys.push(args[3]?.idempotencyKey);
				return keys.length === 1 ? Promise.reject(new Error('lost')) : billed.cancelSubscription!(...args);
			},
		};
		const { result } = renderBelow({ backend }, use);
		const cancellation = { customerId: 'me', subscriptionId: 'sub_1', timing: 'immediate' } as const;
		await act(() => result.current.cancel.mutateAsync(cancellation).catch(() => {}));
		await act(() => result.current.cancel.mutateAsync(cancellation));
		expect(keys[0]).toBeTruthy();
		expect(keys[1]).toBe(keys[0]);
	});

	it('goes one after another for one subscription, each under a key of its own: the last one is what is left', async () => {
		const inner = billedBackend();
		const gate = deferred<void>();
		const { backend, calls } = recorded({
			...inner,
			cancelSubscription: async (...call: Parameters<NonNullable<CustomerBackend['cancelSubscription']>>) => {
				await gate.promise;
				return inner.cancelSubscription!(...call);
			},
		});
		const { result } = renderBelow({ backend }, use);
		await waitFor(() => expect(result.current.list.data).toEqual([plan]));
		const ref = { customerId: 'me', subscriptionId: 'sub_1' };
		const timing = 'at_billing_period_end';
		const { cancel, resume } = result.current;
		const all = [() => cancel.mutateAsync({ ...ref, timing }), () => resume.mutateAsync(ref), () => cancel.mutateAsync({ ...ref, timing })];
		await act(async () => {
			const answers = all.map((write) => write());
			await settle();
			gate.resolve();
			await Promise.all(answers);
		});
		const writes = calls.filter(({ method }) => /cancel|resume/.test(method));
		expect(writes.map(({ method }) => method)).toEqual(['cancelSubscription', 'resumeSubscription', 'cancelSubscription']);
		expect(new Set(writes.map(({ args }) => (args.at(-1) as WriteOptions).idempotencyKey)).size).toBe(3);
		await waitFor(() => expect(result.current.list.data).toMatchObject([{ cancel_at_period_end: true }]));
	});
});

it('makes the customer of whoever is signed in, who is then known by both names', async () => {
	const { backend, count } = recorded(billedBackend());
	const queryClient = new QueryClient();
	const { result } = renderBelow({ backend, queryClient }, () => useEnsureCustomer());
	const { customer } = await act(() => result.current.mutateAsync());
	const both = renderBelow({ backend, queryClient }, () => [useCustomer('me').data?.id, useCustomer(customer.id).data?.id]);
	expect(both.result.current).toEqual([customer.id, customer.id]);
	expect([count('ensureMe'), count('get')]).toEqual([1, 0]);
});

it('shows whoever is signed in with what they have once there is a customer, also where the answer that there is none comes last', async () => {
	const late = deferred<void>();
	let isThere = false;
	const inner = billedBackend();
	const slow: CustomerBackend['get'] = async (id, options) => {
		const known = isThere;
		await late.promise;
		if (!known) throw new CustomerError('not_found');
		return inner.get(id, options);
	};
	const listSubscriptions: CustomerBackend['listSubscriptions'] = async (id) => {
		if (!isThere) throw new CustomerError('not_found');
		return inner.listSubscriptions!(id);
	};
	const ensureMe: CustomerBackend['ensureMe'] = async () => {
		isThere = true;
		return inner.ensureMe!();
	};
	const { result } = renderBelow({ backend: { ...inner, get: slow, listSubscriptions, ensureMe } }, () => {
		const { data, error } = useSubscriptions('me');
		return { me: useCustomer('me').data?.id, subscriptions: data, error, ensure: useEnsureCustomer() };
	});
	await waitFor(() => expect(result.current.error?.code).toBe('not_found'));
	const { customer } = await act(() => result.current.ensure.mutateAsync());
	await act(async () => {
		late.resolve();
		await settle();
	});
	expect(result.current).toMatchObject({ me: customer.id, subscriptions: [plan], error: null });
});
