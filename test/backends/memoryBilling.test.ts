import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type MemoryBackendOptions, type MemoryBilling, memoryBackend } from '../../src/backends/memory';
import { CustomerError, type Subscription } from '../../src/server';

const back = { success_url: 'https://shop.test/me?done=1', cancel_url: 'https://shop.test/me' };
const cart = (...variants: string[]) => ({ line_items: variants.map((variant_id) => ({ variant_id })), ...back });

const billing: MemoryBilling = {
	plans: [
		{ variant_id: 'basic', name: 'Basic', price: { amount: 900, currency: 'EUR', interval: 'month' } },
		{ variant_id: 'pro', name: 'Pro', price: { amount: 9900, currency: 'EUR', interval: 'year' } },
		{ variant_id: 'seats', name: 'Seats', price: { amount: 500, currency: 'JPY', interval: 'week', interval_count: 2 }, group: 'seats' },
		{ variant_id: 'trial', name: 'Trial', price: { amount: 1500, currency: 'KWD', interval: 'month' }, trial_days: 14, group: 'trial' },
		{ variant_id: 'book', name: 'Book', price: { amount: 2000, currency: 'EUR', interval: null } },
	],
	grants: { basic: ['read'], pro: ['read', 'write'], seats: ['team'], book: ['book'] },
};

let time = '2026-01-31T10:00:00.000Z';

function shop(changes: Partial<MemoryBilling> = {}, options: MemoryBackendOptions = {}) {
	const store = memoryBackend({
		customers: [{ id: 'cus_1' }, { id: 'cus_2' }],
		now: () => time,
		billing: { ...billing, ...changes },
		...options,
	});
	const vendor = store.vendor!;
	const open = async (...variants: string[]) => {
		const { url } = await store.createCheckout!('cus_1', cart(...variants));
		return new URL(url!).searchParams.get('session')!;
	};
	const buy = async (...variants: string[]) => vendor.pay(await open(...variants));
	const has = async (...features: string[]) =>
		Object.fromEntries((await store.checkEntitlements!('cus_1', features)).map(({ feature_id, has_access }) => [feature_id, has_access]));
	const list = () => store.listSubscriptions!('cus_1');
	return { store, vendor, open, buy, has, list };
}

async function refused(call: Promise<unknown>): Promise<string> {
	const error = await call.then(
		() => null,
		(error: unknown) => error,
	);
	return error instanceof CustomerError ? error.code : String(error);
}

beforeEach(() => {
	time = '2026-01-31T10:00:00.000Z';
});
afterEach(() => vi.useRealTimers());

describe('memoryBackend({ billing })', () => {
	it('takes a currency in either case, as the contract has it', async () => {
		const plans = [{ variant_id: 'pro', name: 'Pro', price: { amount: 900, currency: 'eur', interval: 'month' as const } }];
		const { buy, list } = shop({ plans });
		await buy('pro');
		expect(await list()).toMatchObject([{ items: [{ price: { currency: 'EUR' } }] }]);
	});

	it('sells nothing unless it is told what', () => {
		const plain = memoryBackend();
		expect(plain.capabilities()).toMatchObject({ entitlements: false, checkout: false, billingPortal: false, subscriptions: false });
		expect(plain.vendor).toBeUndefined();
		expect(shop().store.capabilities()).toMatchObject({
			entitlements: true,
			checkout: true,
			billingPortal: true,
			subscriptions: { cancel: ['immediate', 'at_billing_period_end'], resume: true },
		});
	});

	it('changes nothing by opening a checkout, nor before the webhook of a payment has come', async () => {
		vi.useFakeTimers({ toFake: ['Date'] });
		const { vendor, open, has, list } = shop({ settleMs: 3000 });
		const session = await open('pro');
		expect([await list(), await has('write')]).toEqual([[], { write: false }]);
		expect(vendor.session(session)).toMatchObject({ customer_id: 'cus_1', status: 'open', items: [{ name: 'Pro', quantity: 1 }] });
		expect([vendor.pay(session), vendor.pay(session)]).toEqual([back.success_url, back.success_url]);
		expect([await list(), await has('write')]).toEqual([[], { write: false }]);
		vi.advanceTimersByTime(2999);
		expect(await list()).toEqual([]);
		vi.advanceTimersByTime(1);
		expect(await list()).toEqual([
			{
				id: expect.stringMatching(/^sub_/),
				status: 'active',
				started: time,
				trial_end: null,
				current_period_end: '2027-01-31T10:00:00.000Z',
				cancel_at_period_end: false,
				items: [
					{ variant_id: 'pro', name: 'Pro', quantity: 1, price: { amount: 9900, currency: 'EUR', interval: 'year', interval_count: 1 } },
				],
			},
		]);
		expect(await has('write', 'team')).toEqual({ write: true, team: false });
	});

	it('lets the webhooks come when a test says so', async () => {
		const { vendor, buy, list } = shop({ settleMs: 1e9 });
		await buy('pro');
		vendor.settle();
		expect(await list()).toHaveLength(1);
	});

	it('sends people who turn back to where they came from, and takes no money from them', async () => {
		const { vendor, open, list } = shop();
		const session = await open('pro');
		expect([vendor.leave(session), vendor.leave(session)]).toEqual([back.cancel_url, back.cancel_url]);
		expect(() => vendor.pay(session)).toThrow(CustomerError);
		expect(() => vendor.pay('ses_unknown')).toThrow(CustomerError);
		expect(() => vendor.leave('ses_unknown')).toThrow(CustomerError);
		expect(await list()).toEqual([]);
	});

	it('changes a plan at once, and a plan of another group not', async () => {
		const { store, buy, has, list } = shop();
		await buy('basic');
		const [before] = await list();
		expect(await store.createCheckout!('cus_1', cart('pro'))).toEqual({ url: null, action: 'update' });
		expect(await list()).toMatchObject([{ id: before!.id, items: [{ variant_id: 'pro' }] }]);
		expect(await has('write')).toEqual({ write: true });
		await buy('seats');
		expect(await list()).toMatchObject([{ items: [{ variant_id: 'pro' }] }, { items: [{ variant_id: 'seats' }] }]);
		expect(await has('write', 'team')).toEqual({ write: true, team: true });
	});

	it('has two tabs that pay for one plan pay for one subscription', async () => {
		const { vendor, open, list } = shop({ settleMs: 1e9 });
		const sessions = [await open('basic'), await open('pro')];
		for (const session of sessions) vendor.pay(session);
		vendor.settle();
		expect(await list()).toMatchObject([{ items: [{ variant_id: 'pro' }] }]);
	});

	it('gives one trial, which then costs', async () => {
		const { store, buy, list } = shop();
		await buy('trial');
		expect(await list()).toMatchObject([
			{ status: 'trialing', trial_end: '2026-02-14T10:00:00.000Z', current_period_end: '2026-02-14T10:00:00.000Z' },
		]);
		time = '2026-02-14T10:00:00.000Z';
		const [paid] = await list();
		expect(paid).toMatchObject({ status: 'active', trial_end: time, current_period_end: '2026-03-14T10:00:00.000Z' });
		await store.cancelSubscription!('cus_1', paid!.id, { timing: 'immediate' });
		await buy('trial');
		expect((await list())[1]).toMatchObject({ status: 'active', trial_end: null });
	});

	it('sells things once, for good, and no subscription with them', async () => {
		const { buy, has, list } = shop();
		await buy('book');
		expect([await list(), await has('book')]).toEqual([[], { book: true }]);
		await buy('book', 'basic');
		expect(await list()).toMatchObject([{ items: [{ variant_id: 'basic' }] }]);
	});

	it('renews by the month, also from the 31st, and by what else a plan says', async () => {
		const { buy, list } = shop();
		await buy('basic');
		await buy('seats');
		const ends = async () => (await list()).map((one) => one.current_period_end);
		expect(await ends()).toEqual(['2026-02-28T10:00:00.000Z', '2026-02-14T10:00:00.000Z']);
		time = '2026-03-01T00:00:00.000Z';
		expect(await ends()).toEqual(['2026-03-28T10:00:00.000Z', '2026-03-14T10:00:00.000Z']);
	});

	it('lets a subscription that is cancelled run out, and resumes it until then', async () => {
		const { store, buy, has, list } = shop();
		await buy('basic');
		const [{ id }] = (await list()) as [Subscription];
		const cancel = () => store.cancelSubscription!('cus_1', id, { timing: 'at_billing_period_end' });
		expect(await cancel()).toMatchObject({ status: 'active', cancel_at_period_end: true });
		expect(await has('read')).toEqual({ read: true });
		expect(await store.resumeSubscription!('cus_1', id)).toMatchObject({ status: 'active', cancel_at_period_end: false });
		await cancel();
		time = '2026-02-28T10:00:00.000Z';
		expect(await list()).toMatchObject([{ status: 'canceled' }]);
		expect(await has('read')).toEqual({ read: false });
		expect(await refused(store.resumeSubscription!('cus_1', id))).toBe('not_found');
		expect(await cancel()).toMatchObject({ status: 'canceled' });
	});

	it('cannot find out about the features that it is told to fail', async () => {
		const { buy, has } = shop({ failing: ['write'] });
		await buy('pro');
		expect(await has('read', 'write', 'toString', 'read')).toEqual({ read: true, write: null, toString: false });
	});

	it('starts with what it is given, in every scope by itself, and plays what vendors do', async () => {
		const given: Subscription = { id: 'sub_1', status: 'odd', ...dates, cancel_at_period_end: false, items: [] };
		const { store, vendor } = shop({ subscriptions: { cus_1: [given] } });
		vendor.change('cus_1', 'sub_1', { status: 'past_due' }, 'a');
		expect(await store.listSubscriptions!('cus_1', { scope: 'a' })).toEqual([{ ...given, status: 'past_due' }]);
		expect(await store.listSubscriptions!('cus_1')).toEqual([given]);
		expect(await store.listSubscriptions!('cus_2')).toEqual([]);
		expect(() => vendor.change('cus_1', 'sub_2', {})).toThrow(CustomerError);
	});

	it('keeps customers and scopes apart', async () => {
		const { store, buy } = shop();
		await buy('pro');
		for (const [id, scope] of [
			['cus_2', ''],
			['cus_1', 'other'],
		] as const) {
			expect(await store.listSubscriptions!(id, { scope })).toEqual([]);
			expect(await store.checkEntitlements!(id, ['write'], { scope })).toEqual([{ feature_id: 'write', has_access: false }]);
		}
	});

	it('refuses customers, plans and carts that are none', async () => {
		const { store } = shop();
		expect(await refused(store.createCheckout!('cus_9', cart('pro')))).toBe('not_found');
		expect(await refused(store.createCheckout!('cus_1', cart('gold')))).toBe('not_found');
		expect(await refused(store.createCheckout!('cus_1', cart()))).toBe('malformed_request');
		expect(await refused(store.cancelSubscription!('cus_1', 'sub_9', { timing: 'immediate' }))).toBe('not_found');
	});

	it('leads to a page below the origin that people come from, or to the one it is told', async () => {
		const urls = async (page?: string, url = 'https://shop.test/me') => {
			const { store } = shop(page === undefined ? {} : { page });
			return [
				(await store.createCheckout!('cus_1', { ...cart('pro'), success_url: url })).url,
				(await store.createBillingPortal!('cus_1', { return_url: url })).url,
			];
		};
		for (const url of await urls()) expect(url).toMatch(/^https:\/\/shop\.test\/vendor\?session=ses_/);
		for (const url of await urls('https://pay.test/?x=1')) expect(url).toMatch(/^https:\/\/pay\.test\/\?x=1&session=ses_/);
		for (const url of await urls(undefined, '/me')) expect(url).toMatch(/^http:\/\/localhost\/vendor\?session=ses_/);
	});

	it('offers less where it is told to', async () => {
		const { store } = shop({}, { capabilities: { checkout: false, subscriptions: { cancel: ['at_billing_period_end'], resume: false } } });
		expect([store.createCheckout, store.resumeSubscription]).toEqual([undefined, undefined]);
		expect(await refused(store.cancelSubscription!('cus_1', 'sub_1', { timing: 'immediate' }))).toBe('not_supported');
		const { store: none } = shop({}, { capabilities: { entitlements: false, billingPortal: false, subscriptions: false } });
		expect([none.checkEntitlements, none.createBillingPortal, none.listSubscriptions, none.cancelSubscription]).toEqual(
			Array(4).fill(undefined),
		);
	});
});

const dates = { started: null, trial_end: null, current_period_end: null };
