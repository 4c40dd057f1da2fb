import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { Capabilities, CheckoutInput, CustomerBackend, Subscription } from '../../../src/server';
import { CustomerError } from '../../../src/server';
import { mount, refusal } from '../request';

const subscription: Subscription = {
	id: 'sub_1',
	status: 'active',
	current_period_end: '2026-12-01T00:00:00Z',
	cancel_at_period_end: false,
	items: [{ variant_id: 'var_1', name: null, quantity: 1 }],
};

/** A backend that sells, with some of it changed. */
function shop(changes: Partial<CustomerBackend> = {}, offers: Partial<Capabilities> = {}) {
	const memory = memoryBackend();
	const seen: unknown[] = [];
	const backend: CustomerBackend = {
		...memory,
		capabilities: async () => ({
			...(await memory.capabilities()),
			entitlements: true,
			checkout: true,
			billingPortal: true,
			subscriptions: true,
			...offers,
		}),
		checkEntitlement: async (_, feature) => ({ has_access: feature === 'pro' }),
		createCheckout: async (_, input) => {
			seen.push(input);
			return { url: 'https://pay.test/1', action: 'checkout' };
		},
		createBillingPortal: async (_, input) => {
			seen.push(input);
			return { url: 'https://pay.test/portal' };
		},
		listSubscriptions: async () => [{ ...subscription, secret: 1 } as Subscription],
		cancelSubscription: async (_, id, input) => {
			seen.push(input);
			return { ...subscription, id, cancel_at_period_end: true };
		},
		...changes,
	};
	return { ...mount({ backend, returnOrigins: ['https://app.test'] }), seen };
}

const cart: CheckoutInput = { line_items: [{ variant_id: 'var_1' }], success_url: '/done', cancel_url: 'https://app.test/back?x=1' };

describe('what a backend does not sell', () => {
	it.each(['entitlements', 'checkout', 'billing-portal', 'subscriptions', 'subscriptions/sub_1/cancel'])('is 501: %s', async (path) => {
		const init = path === 'subscriptions' ? {} : { json: {} };
		expect(await refusal(await mount().ask(`/cus_1/${path}`, init))).toMatch(/^501 not_supported/);
		const off = shop({}, { entitlements: false, checkout: false, billingPortal: false, subscriptions: false });
		expect((await off.ask(`/cus_1/${path}`, init)).status).toBe(501);
		expect((await shop().ask(`/1/${path}`, init)).status).toBe(404);
	});
});

describe('entitlements', () => {
	it('are answered a feature each', async () => {
		const response = await shop().ask('/cus_1/entitlements', { json: { feature_ids: ['pro', 'team', 'pro'] } });
		expect(await response.json()).toEqual({
			data: [
				{ feature_id: 'pro', has_access: true },
				{ feature_id: 'team', has_access: false },
			],
		});
	});

	it('fail closed, whatever the backend does', async () => {
		for (const answer of [{ has_access: 'true' }, { has_access: 1 }, null, {}, []]) {
			const { ask } = shop({ checkEntitlement: async () => answer as never });
			expect(await (await ask('/cus_1/entitlements', { json: { feature_ids: ['pro'] } })).json()).toEqual({
				data: [{ feature_id: 'pro', has_access: false }],
			});
		}
		const down = new CustomerError('upstream_unavailable');
		const { ask, errors } = shop({
			checkEntitlement: async (_, feature) => (feature === 'pro' ? { has_access: true } : Promise.reject(down)),
		});
		const response = await ask('/cus_1/entitlements', { json: { feature_ids: ['pro', 'a', 'b'] } });
		expect((await response.json()).data.map((check: { has_access: boolean }) => check.has_access)).toEqual([true, false, false]);
		expect(errors).toEqual([down]);
	});

	it('asks for fifty at once without Node warning of leaking listeners', async () => {
		const warnings: Error[] = [];
		const listen = (warning: Error) => warnings.push(warning);
		process.on('warning', listen);
		const { ask } = shop({
			checkEntitlement: async (_, feature, options) => {
				options?.signal?.addEventListener('abort', () => {});
				return { has_access: feature === 'f7' };
			},
		});
		const response = await ask('/cus_1/entitlements', { json: { feature_ids: Array.from({ length: 50 }, (_, at) => `f${at}`) } });
		await new Promise((resolve) => setTimeout(resolve, 10));
		process.off('warning', listen);
		expect([response.status, warnings]).toEqual([200, []]);
	});

	it.each([
		[{}, '/feature_ids=required'],
		[{ feature_ids: [] }, '/feature_ids=too_few'],
		[{ feature_ids: Array.from({ length: 51 }, (_, at) => `f${at}`) }, '/feature_ids=too_many'],
		[{ feature_ids: ['ok', 5] }, '/feature_ids/1=invalid_type'],
		[{ feature_ids: ['ok', ''] }, '/feature_ids/1=invalid_id'],
		[{ feature_ids: ['ok'], all: true }, '/all=unknown_field'],
	])('are checked: %j', async (json, wanted) => {
		expect(await refusal(await shop().ask('/cus_1/entitlements', { json }))).toBe(`422 validation_failed ${wanted}`);
	});
});

describe('checkout', () => {
	it('sends people back to the page that called, also where the server takes itself for localhost', async () => {
		const { ask, seen } = shop();
		const pay = (headers: Record<string, string>) => ask('http://localhost:3000/api/customers/cus_1/checkout', { json: cart, headers });
		await pay({ Host: 'public.test', Origin: 'https://public.test', 'Sec-Fetch-Site': 'same-origin' });
		await pay({ Host: 'localhost:3000', Origin: 'https://elsewhere.test', 'Sec-Fetch-Site': 'same-origin' });
		expect(seen).toMatchObject([{ success_url: 'https://public.test/done' }, { success_url: 'http://localhost:3000/done' }]);
	});

	it('sends people back to where they came from', async () => {
		const { ask, seen } = shop();
		const response = await ask('/cus_1/checkout', { json: cart });
		expect(await response.json()).toEqual({ url: 'https://pay.test/1', action: 'checkout' });
		expect(seen).toEqual([
			{ line_items: [{ variant_id: 'var_1' }], success_url: 'https://shop.test/done', cancel_url: 'https://app.test/back?x=1' },
		]);
	});

	it.each([
		'//evil.test',
		'//shop.test/done',
		'/a\nb',
		'/\\evil.test',
		'/\t/evil.test',
		'/\n/evil.test',
		'https://evil.test',
		'https://shop.test.evil.test/',
		'https://shop.test@evil.test/',
		'http://shop.test/',
		'javascript:alert(1)',
		'data:text/html,x',
		'done',
		'',
		'\\\\evil.test',
		'https:evil.test',
		'https://user:pw@app.test/',
		' /done',
	])('does not send people to %j', async (url) => {
		const { ask, seen } = shop();
		expect(await refusal(await ask('/cus_1/checkout', { json: { ...cart, cancel_url: url } }))).toBe(
			'422 validation_failed /cancel_url=invalid_url',
		);
		expect((await ask('/cus_1/billing-portal', { json: { return_url: url } })).status).toBe(422);
		expect(seen).toEqual([]);
	});

	it.each([
		[{ line_items: [] }, '/line_items=too_few'],
		[{ line_items: Array(21).fill({ variant_id: 'v' }) }, '/line_items=too_many'],
		[{ line_items: [{ variant_id: 'v', quantity: 0 }] }, '/line_items/0/quantity=out_of_range'],
		[{ line_items: [{ variant_id: 'v', quantity: 10_001 }] }, '/line_items/0/quantity=out_of_range'],
		[{ line_items: [{ variant_id: 'v', quantity: 1.5 }] }, '/line_items/0/quantity=invalid_type'],
		[{ line_items: [{ variant_id: 'v', price: 1 }] }, '/line_items/0/price=unknown_field'],
		[{ line_items: [{}] }, '/line_items/0/variant_id=required'],
		[{ success_url: undefined }, '/success_url=required'],
	])('is checked: %j', async (change, wanted) => {
		expect(await refusal(await shop().ask('/cus_1/checkout', { json: { ...cart, ...change } }))).toBe(`422 validation_failed ${wanted}`);
	});

	it('does not pass on an address that is not https', async () => {
		for (const url of ['http://pay.test', 'javascript:alert(1)', '/relative', '']) {
			const { ask } = shop({ createCheckout: async () => ({ url, action: 'checkout' }) });
			expect((await ask('/cus_1/checkout', { json: cart })).status).toBe(502);
		}
		for (const url of ['http://localhost:4000/x', 'http://127.0.0.1/x', null]) {
			const { ask } = shop({ createCheckout: async () => ({ url, action: 'update' }) });
			expect((await ask('/cus_1/checkout', { json: cart })).status).toBe(200);
		}
	});

	it('happens once under a key', async () => {
		const { ask, seen } = shop();
		const init = { json: cart, headers: { 'Idempotency-Key': 'k' } };
		await ask('/cus_1/checkout', init);
		await ask('/cus_1/checkout', init);
		await ask('/cus_2/checkout', init);
		expect(seen.length).toBe(2);
	});
});

describe('portal and subscriptions', () => {
	it('open, list and cancel', async () => {
		const { ask, seen } = shop();
		expect(await (await ask('/cus_1/billing-portal', { json: { return_url: '/me' } })).json()).toEqual({ url: 'https://pay.test/portal' });
		expect(await (await ask('/cus_1/subscriptions')).json()).toEqual({ data: [subscription] });
		const cancelled = await ask('/cus_1/subscriptions/sub_1/cancel', { json: { timing: 'at_billing_period_end' } });
		expect(await cancelled.json()).toEqual({ ...subscription, cancel_at_period_end: true });
		expect(seen).toEqual([{ return_url: 'https://shop.test/me' }, { timing: 'at_billing_period_end' }]);
		expect(await refusal(await ask('/cus_1/subscriptions/sub_1/cancel', { json: { timing: 'later' } }))).toBe(
			'422 validation_failed /timing=not_one_of',
		);
		expect(await refusal(await ask('/cus_1/subscriptions/sub_1/cancel', { json: {} }))).toBe('422 validation_failed /timing=required');
	});
});
