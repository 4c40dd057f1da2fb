import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stripeBackend } from '../../src/backends/stripe';
import type { CustomerBackend } from '../../src/contract/backend';
import { isCustomerError } from '../../src/contract/errors';
import { StripeServer } from '../stripe/stripeServer';

let server: StripeServer;
let store: CustomerBackend;
beforeAll(async () => {
	server = await new StripeServer().start();
});
afterAll(() => server.stop());
beforeEach(() => {
	server.fault = undefined;
	server.seen.length = 0;
	server.billing.subscriptions.clear();
	server.billing.sell('price_plan', { features: ['reports'] });
	server.billing.sell('price_year', { unit_amount: 9000, recurring: { interval: 'year', interval_count: 1, usage_type: 'licensed' } });
	server.billing.sell('price_used', { unit_amount: null, recurring: { interval: 'month', interval_count: 3, usage_type: 'metered' } });
	server.billing.sell('price_once', { type: 'one_time', recurring: null, unit_amount: 500, lookup_key: 'setup' });
	server.seed({ id: 'cus_1', email: 'a@example.com' });
	store = stripeBackend({ stripe: new Stripe(server.key, server.config), requestsPerSecond: 10_000 });
});

const urls = { success_url: 'https://shop.example/yes', cancel_url: 'https://shop.example/no' };
const codeOf = (call: Promise<unknown>) =>
	call.then(
		() => expect.unreachable('the call was to be refused'),
		(error) => (isCustomerError(error) ? error.code : expect.unreachable(String(error))),
	);
const line = (price: string, quantity = 1) => ({ price: server.billing.prices.get(price)!, quantity });
const first = async () => (await store.listSubscriptions!('cus_1'))[0]!;
const instant = (seconds: number) => new Date(seconds * 1000).toISOString();

describe('a subscription at Stripe', () => {
	it('has its period from its items, its products’ names and ISO amounts', async () => {
		server.billing.sell('price_isk', { unit_amount: 50_000, currency: 'isk' });
		const { items } = server.billing.subscribe('cus_1', [line('price_plan', 3), line('price_isk'), line('price_used')]);
		items.data[1]!.current_period_end += 1000;
		const one = await first();
		expect(one.current_period_end).toBe(instant(items.data[0]!.current_period_end));
		expect(one.items).toEqual([
			{
				variant_id: 'price_plan',
				name: 'The price_plan plan',
				quantity: 3,
				price: { amount: 900, currency: 'USD', interval: 'month', interval_count: 1 },
			},
			{
				variant_id: 'price_isk',
				name: 'The price_isk plan',
				quantity: 1,
				price: { amount: 500, currency: 'ISK', interval: 'month', interval_count: 1 },
			},
			{ variant_id: 'price_used', name: 'The price_used plan', quantity: 1, price: null },
		]);
		// What the products are called is asked for once.
		await first();
		expect(server.seen.filter(({ path }) => path === '/v1/products').length).toBe(1);
	});

	it('is shown without names where the key may not read products', async () => {
		server.billing.subscribe('cus_1', [line('price_plan')]);
		server.fault = ({ path }) =>
			path === '/v1/products' ? { status: 403, body: { error: { type: 'invalid_request_error' } } } : undefined;
		expect((await first()).items[0]).toMatchObject({ variant_id: 'price_plan', name: null });
	});

	it('in its trial tells when that ends, and can be cancelled then', async () => {
		const { id, trial_end } = server.billing.subscribe('cus_1', [line('price_plan')], 14);
		expect(await first()).toMatchObject({ status: 'trialing', trial_end: instant(trial_end!), current_period_end: instant(trial_end!) });
		const cancelled = await store.cancelSubscription!('cus_1', id, { timing: 'at_billing_period_end' });
		expect(cancelled).toMatchObject({ status: 'trialing', cancel_at_period_end: true, current_period_end: instant(trial_end!) });
	});

	it('that ends on a day of its own says so, and can be resumed', async () => {
		const subscription = server.billing.subscribe('cus_1', [line('price_plan')]);
		subscription.cancel_at = subscription.start_date + 100 * 86_400;
		expect(await first()).toMatchObject({ cancel_at_period_end: true, current_period_end: instant(subscription.cancel_at) });
		expect(await store.resumeSubscription!('cus_1', subscription.id)).toMatchObject({ cancel_at_period_end: false });
		expect(subscription.cancel_at).toBe(null);
	});

	it('that has ended is cancelled again without a word, and ends nothing else', async () => {
		const { id } = server.billing.subscribe('cus_1', [line('price_plan')]);
		await store.cancelSubscription!('cus_1', id, { timing: 'immediate' });
		const again = await store.cancelSubscription!('cus_1', id, { timing: 'immediate' });
		expect(again).toMatchObject({ id, status: 'canceled', cancel_at_period_end: false });
		expect(server.seen.filter(({ method }) => method === 'DELETE').length).toBe(1);
	});

	it('is one of more than a page', async () => {
		for (let count = 0; count < 130; count++) server.billing.subscribe('cus_1', [line('price_plan')]);
		expect(new Set((await store.listSubscriptions!('cus_1')).map(({ id }) => id)).size).toBe(130);
	});
});

describe('a checkout at Stripe', () => {
	const bought = () => server.seen.findLast(({ path }) => path === '/v1/checkout/sessions')!.form;

	it('is for what is paid again and again where one thing is, else for a payment', async () => {
		const items = [{ variant_id: 'price_plan', quantity: 2 }, { variant_id: 'setup' }, { variant_id: 'price_used' }];
		await store.createCheckout!('cus_1', { line_items: items, ...urls });
		expect(bought()).toMatchObject({
			customer: 'cus_1',
			mode: 'subscription',
			line_items: { 0: { price: 'price_plan', quantity: '2' }, 1: { price: 'price_once', quantity: '1' }, 2: { price: 'price_used' } },
			...urls,
		});
		expect(bought().line_items).not.toHaveProperty('2.quantity');
		await store.createCheckout!('cus_1', { line_items: [{ variant_id: 'price_once' }], ...urls });
		expect(bought()).toMatchObject({ mode: 'payment' });
	});

	it('of what is not on sale is not found, and nothing is opened', async () => {
		for (const variant_id of ['price_none', '', '..', '../customers', 'a b'])
			expect(await codeOf(store.createCheckout!('cus_1', { line_items: [{ variant_id }], ...urls }))).toBe('not_found');
		expect(server.seen.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('is opened once under a key, by whichever server', async () => {
		const input = { line_items: [{ variant_id: 'price_plan' }], ...urls };
		const other = stripeBackend({ stripe: new Stripe(server.key, server.config) });
		const call = { scope: 'shop', idempotencyKey: 'intent-1' };
		const opened = await store.createCheckout!('cus_1', input, call);
		expect(await other.createCheckout!('cus_1', input, call)).toEqual(opened);
		const dearer = { ...input, line_items: [{ variant_id: 'price_year' }] };
		const third = stripeBackend({ stripe: new Stripe(server.key, server.config) });
		expect(await codeOf(third.createCheckout!('cus_1', dearer, call))).toBe('idempotency_key_reused');
	});
});

describe('entitlements at Stripe', () => {
	it('are had by lookup key or by the feature’s id, over as many pages as there are', async () => {
		const many = Array.from({ length: 230 }, (_, index) => `feature_${index}`);
		server.billing.sell('price_plan', { features: many });
		server.billing.subscribe('cus_1', [line('price_plan')]);
		const told = await store.checkEntitlements!('cus_1', ['feature_229', 'feat_feature_3', 'no such thing']);
		expect(told.map(({ has_access }) => has_access)).toEqual([true, true, false]);
		// A later page that fails takes nothing away, and is no "no".
		server.fault = ({ form }) => (form.starting_after ? { status: 500 } : undefined);
		const half = await store.checkEntitlements!('cus_1', ['feature_3', 'feature_229']);
		expect(half.map(({ has_access }) => has_access)).toEqual([true, null]);
	});
});
