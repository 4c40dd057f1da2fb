import { QueryClient } from '@tanstack/react-query';
import { act, cleanup, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { nextQuestion } from '../../../src/hooks/billing/checkoutWatch';
import {
	type CheckoutResult,
	type CustomerBackend,
	CustomerError,
	type UseCheckoutOptions,
	useBillingPortal,
	useCheckout,
	useCheckoutReturn,
	useEntitlement,
	useLeaveGuard,
	useSubscriptions,
} from '../../../src/index';
import { withFaults } from '../../../src/testing';
import { people } from '../../people';
import { deferred, recorded, renderBelow, settle } from '../setup';
import { billedBackend, plan } from './billedBackend';

const line_items = [{ variant_id: 'pro' }];
const went: string[] = [];
const open = (url: string) => void went.push(url);

beforeEach(() => {
	history.replaceState(null, '', '/plans?tab=2#prices');
	sessionStorage.clear();
	went.length = 0;
});
afterEach(() => {
	cleanup();
	vi.useRealTimers();
	vi.restoreAllMocks();
});

const checkoutOf = (backend: CustomerBackend = billedBackend(), options: UseCheckoutOptions = {}, client = new QueryClient()) =>
	renderBelow({ backend, queryClient: client }, () => useCheckout({ open, ...options }));

describe('useCheckout', () => {
	it('leads back to this page, by a path that says how it went', async () => {
		const backend = billedBackend();
		const { result } = checkoutOf(backend);
		await act(() => result.current.mutateAsync({ customerId: 'me', line_items }));
		expect(backend.vendor.sessions).toEqual([
			{ line_items, success_url: '/plans?tab=2&pc_checkout=done#prices', cancel_url: '/plans?tab=2&pc_checkout=left#prices' },
		]);
		expect(went).toEqual(['https://pay.example.com/session']);
		expect(result.current.status).toBe('leaving');
	});

	it('is one session, however often it is clicked', async () => {
		const { backend, count } = recorded(billedBackend());
		const { result } = renderBelow({ backend }, () => useCheckout({ open }));
		act(() => {
			for (let click = 0; click < 3; click++) result.current.mutate({ customerId: 'me', line_items });
		});
		await waitFor(() => expect(result.current.status).toBe('leaving'));
		expect([count('createCheckout'), went.length]).toEqual([1, 1]);
	});

	it('says that the subscription was changed at once where there is nothing to pay, and asks what the customer has again', async () => {
		const { backend, calls } = recorded(billedBackend({ checkoutUrl: null }));
		const client = new QueryClient();
		const onUpdated = vi.fn();
		renderBelow({ backend, queryClient: client }, () => useEntitlement('me', 'reports'));
		const { result } = renderBelow({ backend, queryClient: client }, () => useCheckout({ open, onUpdated }));
		await act(() => result.current.mutateAsync({ customerId: 'me', line_items }));
		await act(settle);
		expect([result.current.status, went.length, onUpdated.mock.calls.length]).toEqual(['updated', 0, 1]);
		expect(calls.filter(({ method }) => method === 'checkEntitlements')).toHaveLength(2);
	});

	it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://pay.example.com'])('goes nowhere but to the web: %s', async (checkoutUrl) => {
		const { result } = checkoutOf(billedBackend({ checkoutUrl }));
		act(() => result.current.mutate({ customerId: 'me', line_items }));
		await waitFor(() => expect([result.current.status, result.current.error?.code, went.length]).toEqual(['failed', 'bad_response', 0]));
	});

	it('opens a tab within the click, and closes it where there is nothing to pay', async () => {
		const tab = { location: { assign: vi.fn() }, close: vi.fn(), sessionStorage };
		vi.spyOn(window, 'open').mockReturnValue(tab as unknown as Window);
		const backend = billedBackend();
		const { result } = checkoutOf(backend, { open: 'new-tab' });
		await act(() => result.current.mutateAsync({ customerId: 'me', line_items }));
		expect(tab.location.assign.mock.calls).toEqual([['https://pay.example.com/session']]);
		expect(tab.close).not.toHaveBeenCalled();
		backend.vendor.checkoutUrl = null;
		await act(() => result.current.mutateAsync({ customerId: 'me', line_items }));
		expect(tab.close).toHaveBeenCalledOnce();
	});

	it('is as before when the browser brings the page back as it was left', async () => {
		const { result } = checkoutOf();
		await act(() => result.current.mutateAsync({ customerId: 'me', line_items }));
		expect(result.current.status).toBe('leaving');
		act(() => void window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
		await waitFor(() => expect(result.current.status).toBe('idle'));
	});

	it('asks first where there is unsaved typing', async () => {
		const { backend, count } = recorded(billedBackend());
		const { result } = renderBelow({ backend }, () => ({ guard: useLeaveGuard(true), checkout: useCheckout() }));
		act(() => result.current.checkout.mutate({ customerId: 'me', line_items }));
		await act(settle);
		expect([result.current.checkout.status, count('createCheckout')]).toEqual(['idle', 0]);
		expect(result.current.guard.asking).toBe(true);
	});

	it('is another request from another address: its key is not the one that failed, and from the same address it is', async () => {
		const billed = billedBackend();
		const keys: unknown[] = [];
		const createCheckout: CustomerBackend['createCheckout'] = async (_id, _input, options) => {
			keys.push(options?.idempotencyKey);
			throw new CustomerError('upstream_unavailable');
		};
		const { result } = checkoutOf({ ...billed, createCheckout });
		const fail = () => act(() => result.current.mutateAsync({ customerId: 'me', line_items }).catch(() => {}));
		await fail();
		await fail();
		history.replaceState(null, '', '/plans/pro');
		await fail();
		expect(keys[1]).toBe(keys[0]);
		expect(keys[2]).not.toBe(keys[0]);
	});

	it('refuses nobody who tries again from elsewhere after the answer was lost', async () => {
		const price = { amount: 1_250, currency: 'USD', interval: 'month' } as const;
		const memory = memoryBackend({ customers: people(1), billing: { plans: [{ variant_id: 'pro', name: 'Pro', price }], grants: {} } });
		const lost = withFaults(memory, ({ method }) => (method === 'createCheckout' && went.length === 0 ? { after: true } : undefined));
		const { result } = checkoutOf(lost);
		const buy = () => act(() => result.current.mutateAsync({ customerId: 'cus_1', line_items }).catch(() => {}));
		await buy();
		expect(result.current.error?.code).toBe('timeout');
		went.push('elsewhere');
		history.replaceState(null, '', '/plans/pro');
		await buy();
		expect([result.current.error, result.current.status]).toEqual([null, 'leaving']);
	});

	it.each([
		['has gone elsewhere', ({ unmount }: ReturnType<typeof checkoutOf>) => unmount()],
		['is somebody else', ({ change }: ReturnType<typeof checkoutOf>) => change({ scope: 'another' })],
	])('takes nobody along who %s by the time of the answer', async (_, go) => {
		const answer = deferred<CheckoutResult>();
		const tab = { location: { assign: vi.fn() }, close: vi.fn(), sessionStorage };
		vi.spyOn(window, 'open').mockReturnValue(tab as unknown as Window);
		for (const where of [open, 'new-tab'] as const) {
			const view = checkoutOf({ ...billedBackend(), createCheckout: () => answer.promise }, { open: where });
			let done: Promise<unknown> | undefined;
			act(() => {
				done = view.result.current.mutateAsync({ customerId: 'me', line_items });
			});
			act(() => go(view));
			answer.resolve({ url: 'https://pay.example.com/session', action: 'checkout' });
			await act(() => done!);
		}
		expect([went, tab.location.assign.mock.calls, { ...sessionStorage }]).toEqual([[], [], {}]);
		expect(tab.close).toHaveBeenCalledOnce();
	});

	it('goes to pay in a browser without URL.parse', async () => {
		vi.spyOn(URL, 'parse').mockImplementation(() => {
			throw new TypeError('URL.parse is not a function');
		});
		const { result } = checkoutOf();
		await act(() => result.current.mutateAsync({ customerId: 'me', line_items }));
		expect(went).toEqual(['https://pay.example.com/session']);
	});

	it('keeps nothing that tells who it was, or what they have', async () => {
		const { result } = checkoutOf(billedBackend({ features: { secret_feature: true } }));
		await act(() => result.current.mutateAsync({ customerId: 'cus_1', line_items }));
		const stored = JSON.stringify({ ...sessionStorage });
		expect(Object.keys(sessionStorage)).toHaveLength(1);
		for (const word of ['cus_1', 'secret', 'sub_1', 'Pro', 'active']) expect(stored).not.toContain(word);
	});
});

describe('useCheckoutReturn', () => {
	const comeBack = (backend = billedBackend(), options = {}) => {
		const client = new QueryClient();
		return renderBelow({ backend, queryClient: client }, () => ({
			...useCheckoutReturn({ customerId: 'me', ...options }),
			feature: useEntitlement('me', 'reports').data?.has_access,
		}));
	};
	/** Buys, and comes back to the address that was given. */
	const buy = async (backend = billedBackend(), outcome: 'done' | 'left' = 'done') => {
		const { result, unmount } = checkoutOf(backend);
		await act(() => result.current.mutateAsync({ customerId: 'me', line_items }));
		unmount();
		const { success_url, cancel_url } = backend.vendor.sessions.at(-1)!;
		history.replaceState(null, '', outcome === 'done' ? success_url : cancel_url);
	};

	it('is none for whoever has not paid', async () => {
		const { result } = comeBack();
		await act(settle);
		expect(result.current.status).toBe('none');
	});

	it('takes the parameter out of the address, and says who turned back', async () => {
		await buy(undefined, 'left');
		const { result } = comeBack();
		await waitFor(() => expect(result.current.status).toBe('left'));
		expect(location.pathname + location.search + location.hash).toBe('/plans?tab=2#prices');
		act(() => result.current.dismiss());
		expect(result.current.status).toBe('none');
	});

	it('is settled at once where the webhook was faster', async () => {
		const backend = billedBackend({ subscriptions: [] });
		await buy(backend);
		backend.vendor.subscriptions = [plan];
		const { result } = comeBack(backend);
		await waitFor(() => expect(result.current).toMatchObject({ status: 'settled', changed: true }));
	});

	it('waits for a webhook that is late, says so after a minute, and opens the gates when it comes', async () => {
		const backend = billedBackend({ subscriptions: [], features: {} });
		await buy(backend);
		vi.useFakeTimers({ shouldAdvanceTime: true });
		const { result } = comeBack(backend);
		await act(() => vi.advanceTimersByTimeAsync(10_000));
		expect(result.current).toMatchObject({ status: 'waiting', feature: false });
		await act(() => vi.advanceTimersByTimeAsync(60_000));
		expect(result.current).toMatchObject({ status: 'late', changed: false });
		backend.vendor.subscriptions = [plan];
		backend.vendor.features.reports = true;
		await act(() => vi.advanceTimersByTimeAsync(31_000));
		expect(result.current).toMatchObject({ status: 'settled', changed: true, feature: true });
	});

	it('opens the gates where the webhook comes while it asks what was bought', async () => {
		const sold = billedBackend({ subscriptions: [], features: {} });
		await buy(sold);
		let paid = false;
		const listSubscriptions: CustomerBackend['listSubscriptions'] = async () => {
			await new Promise((resolve) => setTimeout(resolve, 10));
			if (paid) Object.assign(sold.vendor, { subscriptions: [plan], features: { reports: true } });
			return [...sold.vendor.subscriptions];
		};
		const { result } = comeBack({ ...sold, listSubscriptions });
		await waitFor(() => expect(result.current).toMatchObject({ status: 'waiting', feature: false }));
		paid = true;
		await act(async () => void window.dispatchEvent(new Event('focus')));
		await waitFor(() => expect(result.current.status).toBe('settled'));
		expect(result.current.feature).toBe(true);
	});

	it('lists what was bought where the webhook comes between what was bought and what is open', async () => {
		const sold = billedBackend({ subscriptions: [], features: {} });
		await buy(sold);
		sessionStorage.clear();
		let paid = false;
		const checkEntitlements: CustomerBackend['checkEntitlements'] = (...asked) => {
			if (paid) Object.assign(sold.vendor, { subscriptions: [plan], features: { reports: true } });
			return sold.checkEntitlements!(...asked);
		};
		const { backend, count } = recorded({ ...sold, checkEntitlements });
		const { result } = renderBelow({ backend, queryClient: new QueryClient() }, () => ({
			...useCheckoutReturn({ customerId: 'me' }),
			feature: useEntitlement('me', 'reports').data?.has_access,
			subscriptions: useSubscriptions('me').data,
		}));
		await waitFor(() => expect(result.current).toMatchObject({ status: 'waiting', feature: false, subscriptions: [] }));
		await waitFor(() => expect(count('checkEntitlements')).toBe(2));
		await act(settle);
		paid = true;
		const before = count('listSubscriptions');
		await act(async () => void window.dispatchEvent(new Event('focus')));
		await waitFor(() => expect(result.current).toMatchObject({ status: 'settled', feature: true }));
		await waitFor(() => expect(result.current.subscriptions).toEqual([plan]));
		expect(count('listSubscriptions')).toBe(before + 2);
	});

	it('is settled when the host says so', async () => {
		await buy();
		let paid = false;
		vi.useFakeTimers({ shouldAdvanceTime: true });
		const { result } = comeBack(undefined, { until: () => paid });
		await act(() => vi.advanceTimersByTimeAsync(5_000));
		expect(result.current.status).toBe('waiting');
		paid = true;
		await act(() => vi.advanceTimersByTimeAsync(15_000));
		expect(result.current.status).toBe('settled');
	});

	it('asks no more than once for all who show it', async () => {
		const billed = billedBackend();
		await buy(billed);
		const { backend, count } = recorded(billed);
		vi.useFakeTimers({ shouldAdvanceTime: true });
		renderBelow({ backend }, () => [useCheckoutReturn({ customerId: 'me' }), useCheckoutReturn({ customerId: 'me' })]);
		await act(() => vi.advanceTimersByTimeAsync(900));
		expect(count('listSubscriptions')).toBe(1);
	});

	it('asks at growing intervals, then every half minute for ten minutes', () => {
		const times: number[] = [];
		let at = 0;
		for (let asked = 0; ; asked++) {
			const wait = nextQuestion(asked, at, 60_000);
			if (wait === null) break;
			at += wait;
			times.push(at / 1000);
		}
		expect(times.slice(0, 8)).toEqual([0, 1, 3, 7, 15, 30, 45, 60]);
		expect(times.slice(8, 10)).toEqual([90, 120]);
		expect(times.at(-1)).toBe(660);
	});
});

it('leads to the portal and asks for everything again on the return, also some seconds later', async () => {
	const billed = billedBackend();
	const { backend, count } = recorded(billed);
	const use = () =>
		renderBelow({ backend, queryClient: client }, () => ({
			portal: useBillingPortal({ customerId: 'me', open }),
			feature: useEntitlement('me', 'reports'),
		}));
	let client = new QueryClient();
	const before = use();
	await act(() => before.result.current.portal.mutateAsync({ customerId: 'me' }));
	expect(count('listSubscriptions')).toBe(0);
	expect(went).toEqual(['https://pay.example.com/portal']);
	before.unmount();
	client = new QueryClient();
	vi.useFakeTimers({ shouldAdvanceTime: true });
	const asked = count('checkEntitlements');
	use();
	await act(() => vi.advanceTimersByTimeAsync(16_000));
	expect(count('checkEntitlements') - asked).toBeGreaterThanOrEqual(4);
});
