import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { httpBackend } from '../../../src/client';
import type { AuditEvent, Capabilities, CheckoutInput, CustomerBackend, Subscription } from '../../../src/server';
import { CustomerError } from '../../../src/server';
import { base, mount, refusal } from '../request';

const subscription: Subscription = {
	id: 'sub_1',
	status: 'active',
	started: '2026-01-01T00:00:00Z',
	trial_end: null,
	current_period_end: '2026-12-01T00:00:00Z',
	cancel_at_period_end: false,
	items: [{ variant_id: 'var_1', name: null, quantity: 1, price: { amount: 900, currency: 'EUR', interval: 'month', interval_count: 1 } }],
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
			subscriptions: { cancel: ['immediate', 'at_billing_period_end'], resume: true },
			...offers,
		}),
		checkEntitlements: async (_, features) => features.map((feature_id) => ({ feature_id, has_access: feature_id === 'pro' })),
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
		resumeSubscription: async (_, id) => {
			seen.push(id);
			return { ...subscription, id };
		},
		...changes,
	};
	return { ...mount({ backend, returnOrigins: ['https://app.test'] }), seen };
}

/** What a backend has that offers what it cannot do. */
const withoutMethods = Object.fromEntries(
	['checkEntitlements', 'createCheckout', 'createBillingPortal', 'listSubscriptions', 'cancelSubscription', 'resumeSubscription'].map(
		(method) => [method, undefined],
	),
);

const cart: CheckoutInput = { line_items: [{ variant_id: 'var_1' }], success_url: '/done', cancel_url: 'https://app.test/back?x=1' };

describe('what a backend does not sell', () => {
	it.each(['entitlements', 'checkout', 'billing-portal', 'subscriptions', 'subscriptions/sub_1/cancel', 'subscriptions/sub_1/resume'])(
		'is 501: %s',
		async (path) => {
			const init = path === 'subscriptions' ? {} : { json: {} };
			const off = shop({}, { entitlements: false, checkout: false, billingPortal: false, subscriptions: false });
			const unable = mount({ backend: { ...off.backend, capabilities: shop().backend.capabilities, ...withoutMethods } });
			for (const { ask } of [mount(), off, unable])
				expect(await refusal(await ask(`/cus_1/${path}`, init))).toBe('501 not_supported =not_supported');
			expect((await shop().ask(`/1/${path}`, init)).status).toBe(404);
		},
	);
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

	it('are neither given nor refused on a guess, whatever the backend does', async () => {
		const answered = async (checkEntitlements: CustomerBackend['checkEntitlements']) =>
			shop({ checkEntitlements: checkEntitlements! }).ask('/cus_1/entitlements', { json: { feature_ids: ['b', 'a', 'b'] } });
		const unknown = (feature_id: string) => ({ feature_id, has_access: null });
		for (const has_access of ['true', 1, 0, null, undefined, {}]) {
			const response = await answered(async () => [{ feature_id: 'a', has_access: has_access as null }]);
			expect(await response.json()).toEqual({ data: [unknown('b'), unknown('a')] });
		}
		const some = await answered(async () => [
			{ feature_id: 'a', has_access: true },
			{ feature_id: 'other', has_access: true },
		]);
		expect(await some.json()).toEqual({ data: [unknown('b'), { feature_id: 'a', has_access: true }] });
		for (const answer of [null, {}, 'yes', [null], [true]]) {
			expect((await answered(async () => answer as never)).status).toBe(502);
		}
		expect((await answered(async () => Promise.reject(new CustomerError('upstream_unavailable')))).status).toBe(503);
	});

	it('are one call of the backend, for each feature once', async () => {
		const asked: unknown[] = [];
		const { ask } = shop({
			checkEntitlements: async (id, features) => {
				asked.push([id, features]);
				return [];
			},
		});
		await ask('/cus_1/entitlements', { json: { feature_ids: ['pro', 'team', 'pro'] } });
		expect(asked).toEqual([['cus_1', ['pro', 'team']]]);
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

	it('knows the page of a development server that rewrites Host, on this machine alone', async () => {
		const { ask, seen } = shop();
		const pay = (url: string, Origin: string, site = 'same-origin') =>
			ask(`${url}/api/customers/cus_1/checkout`, {
				json: { ...cart, cancel_url: `${Origin}/left` },
				headers: { Host: new URL(url).host, Origin, 'Sec-Fetch-Site': site },
			});
		for (const page of ['http://localhost:5173', 'http://127.0.0.1:5173', 'http://[::1]:5173', 'http://app.localhost'])
			expect([page, (await pay('http://localhost:3000', page)).status]).toEqual([page, 200]);
		expect(seen).toMatchObject([
			{ success_url: 'http://localhost:5173/done', cancel_url: 'http://localhost:5173/left' },
			{ success_url: 'http://127.0.0.1:5173/done' },
			{ success_url: 'http://[::1]:5173/done' },
			{ success_url: 'http://app.localhost/done' },
		]);
		expect((await pay('https://shop.test', 'http://localhost:5173')).status).toBe(422);
		expect((await pay('http://localhost:3000', 'http://localhost.evil.test')).status).toBe(422);
		expect((await pay('http://localhost:3000', 'http://localhost:5173', 'same-site')).status).toBe(403);
	});

	it('leads back to the page that calls, also where that is of a listed origin', async () => {
		const admin = 'https://admin.test';
		const { backend, seen } = shop();
		const { ask } = mount({ backend, origins: [admin] });
		const headers = { Origin: admin, 'Sec-Fetch-Site': 'cross-site' };
		const pay = (cancel_url: string) => ask('/cus_1/checkout', { json: { ...cart, cancel_url }, headers });
		expect([(await pay('/left')).status, (await pay('https://shop.test/left')).status, (await pay(`${admin}/left`)).status]).toEqual([
			200, 200, 422,
		]);
		expect((await ask('/cus_1/billing-portal', { json: { return_url: '/me' }, headers })).status).toBe(200);
		expect(seen).toMatchObject([
			{ success_url: `${admin}/done`, cancel_url: `${admin}/left` },
			{ success_url: `${admin}/done`, cancel_url: 'https://shop.test/left' },
			{ return_url: `${admin}/me` },
		]);
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
		expect(await refusal(await ask('/cus_1/billing-portal', { json: { return_url: url } }))).toBe(
			'422 validation_failed /return_url=invalid_url',
		);
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

	it('is of as many as are asked for', async () => {
		const { ask, seen } = shop();
		const line_items = [{ variant_id: 'var_1', quantity: 3 }, { variant_id: 'var_2', quantity: 10_000 }, { variant_id: 'var_3' }];
		expect((await ask('/cus_1/checkout', { json: { ...cart, line_items } })).status).toBe(200);
		expect(seen).toMatchObject([{ line_items }]);
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

describe('what is begun, opened, cancelled or resumed', () => {
	const writes = [
		['createCheckout', 'checkout', cart, { action: 'checkout', outcome: 'checkout' }],
		['createBillingPortal', 'billing-portal', { return_url: '/me' }, { action: 'portal', outcome: 'opened' }],
		['cancelSubscription', 'subscriptions/sub_1/cancel', { timing: 'immediate' }, { action: 'cancel', outcome: 'cancelled' }],
		['resumeSubscription', 'subscriptions/sub_1/resume', undefined, { action: 'resume', outcome: 'resumed' }],
	] as const;

	it.each(writes)('is audited by its customer alone: %s', async (_, path, json, audited) => {
		const events: AuditEvent[] = [];
		const { ask } = mount({
			backend: shop().backend,
			returnOrigins: ['https://app.test'],
			authorize: () => ({ allow: true, scope: 'a', actor: 'me' }),
			onAudit: (event) => events.push(event),
		});
		const response = await ask(`/cus_1/${path}`, { method: 'POST', json });
		const requestId = response.headers.get('x-request-id');
		expect(events).toEqual([{ requestId, at: expect.any(String), scope: 'a', actor: 'me', id: 'cus_1', fields: [], ...audited }]);
	});

	it.each(writes)(
		'comes to the backend with a key to pass on, and without one where the caller sent none: %s',
		async (method, path, json) => {
			const { backend } = shop();
			const given: unknown[] = [];
			const noting = (...args: unknown[]) => {
				given.push(args.at(-1));
				return (backend[method] as (...args: unknown[]) => unknown)(...args);
			};
			const { ask } = mount({ backend: { ...backend, [method]: noting }, returnOrigins: ['https://app.test'] });
			for (const headers of [{ 'Idempotency-Key': 'k' }, {} as Record<string, string>])
				expect((await ask(`/cus_1/${path}`, { method: 'POST', json, headers })).status).toBe(200);
			const call = { signal: expect.any(AbortSignal), scope: 'a' };
			expect(given).toStrictEqual([{ ...call, idempotencyKey: expect.stringMatching(/^[\w-]{20,255}$/) }, call]);
		},
	);
});

describe('portal and subscriptions', () => {
	it('open, list and cancel', async () => {
		const { ask, seen, errors } = shop();
		expect(await (await ask('/cus_1/billing-portal', { json: { return_url: '/me' } })).json()).toEqual({ url: 'https://pay.test/portal' });
		expect(await (await ask('/cus_1/subscriptions')).json()).toEqual({ data: [subscription] });
		expect(errors).toEqual([]);
		const cancelled = await ask('/cus_1/subscriptions/sub_1/cancel', { json: { timing: 'at_billing_period_end' } });
		expect(await cancelled.json()).toEqual({ ...subscription, cancel_at_period_end: true });
		expect(seen).toEqual([{ return_url: 'https://shop.test/me' }, { timing: 'at_billing_period_end' }]);
		expect(await refusal(await ask('/cus_1/subscriptions/sub_1/cancel', { json: { timing: 'later' } }))).toBe(
			'422 validation_failed /timing=not_one_of',
		);
		expect(await refusal(await ask('/cus_1/subscriptions/sub_1/cancel', { json: {} }))).toBe('422 validation_failed /timing=required');
	});
});

describe('subscriptions', () => {
	const timing = (value: string) => ({ json: { timing: value } });

	it('are resumed without a body, once under a key', async () => {
		const { ask, seen } = shop();
		const init = { method: 'POST', headers: { 'Idempotency-Key': 'k' } };
		const first = await ask('/cus_1/subscriptions/sub_1/resume', init);
		expect([first.status, await first.json()]).toEqual([200, subscription]);
		expect(await (await ask('/cus_1/subscriptions/sub_1/resume', init)).json()).toEqual(subscription);
		await ask('/cus_1/subscriptions/sub_2/resume', init);
		expect(seen).toEqual(['sub_1', 'sub_2']);
	});

	it('are cancelled only when the backend can, and resumed only where it can', async () => {
		const late = shop({}, { subscriptions: { cancel: ['at_billing_period_end'], resume: false } });
		expect((await late.ask('/cus_1/subscriptions/sub_1/cancel', timing('at_billing_period_end'))).status).toBe(200);
		expect(await refusal(await late.ask('/cus_1/subscriptions/sub_1/cancel', timing('immediate')))).toBe(
			'501 not_supported /timing=not_supported',
		);
		expect((await late.ask('/cus_1/subscriptions/sub_1/resume', { method: 'POST' })).status).toBe(501);
		const never = shop({}, { subscriptions: { cancel: [], resume: true } });
		expect((await never.ask('/cus_1/subscriptions/sub_1/cancel', timing('immediate'))).status).toBe(501);
		expect((await never.ask('/cus_1/subscriptions')).status).toBe(200);
	});

	it('are those that were meant, or none', async () => {
		const other = async () => ({ ...subscription, id: 'sub_9' });
		const { ask } = shop({ cancelSubscription: other, resumeSubscription: other });
		expect((await ask('/cus_1/subscriptions/sub_1/cancel', timing('immediate'))).status).toBe(502);
		expect((await ask('/cus_1/subscriptions/sub_1/resume', { method: 'POST' })).status).toBe(502);
	});

	it.each([
		['currency', 'euro'],
		['currency', 'eur'],
		['amount', 9.5],
		['amount', '900'],
		['interval', 'fortnight'],
	])('have prices that can be shown: no %s of %j', async (key, value) => {
		const [item] = subscription.items;
		const priced = { ...subscription, items: [{ ...item!, price: { ...item!.price!, [key]: value } }] };
		expect((await shop({ listSubscriptions: async () => [priced] }).ask('/cus_1/subscriptions')).status).toBe(502);
	});

	it.each([
		['a status of another type', 'sub_2', { ...subscription, id: 'sub_2', status: 7 }],
		['no items', 'sub_2', { ...subscription, id: 'sub_2', items: undefined }],
		[
			'a price without a currency',
			'sub_2',
			{ ...subscription, id: 'sub_2', items: [{ ...subscription.items[0], price: { amount: 900 } }] },
		],
		['nothing at all', '', null],
	])('of which one has %s stay with the others, and it is neither guessed at nor kept quiet', async (_, id, wrong) => {
		const told: unknown[] = [];
		const listSubscriptions = async () => [wrong, subscription] as Subscription[];
		const { backend } = shop({ listSubscriptions });
		const { handler } = mount({
			backend,
			onError: (error, { code, status, action }) => told.push([code, status, action, String((error as Error).cause)]),
		});
		const client = httpBackend({
			url: base,
			fetch: (url, init) =>
				handler(
					new Request(url, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), 'sec-fetch-site': 'same-origin' } }),
				),
		});
		const nothing = { status: '', started: null, trial_end: null, current_period_end: null, cancel_at_period_end: false, items: [] };
		expect(await client.listSubscriptions!('cus_1')).toEqual([{ id, ...nothing, unreadable: true }, subscription]);
		expect(told).toEqual([['bad_upstream_response', 200, 'subscriptions', expect.stringMatching(/^TypeError: subscriptions\[0\]/)]]);
	});

	it('are told of as unreadable where the backend itself could not read one', async () => {
		const { ask, errors } = shop({ listSubscriptions: async () => [subscription, { ...subscription, id: 'sub_2', unreadable: true }] });
		expect(await (await ask('/cus_1/subscriptions')).json()).toMatchObject({ data: [{ id: 'sub_1' }, { id: 'sub_2', unreadable: true }] });
		expect(errors).toMatchObject([{ code: 'bad_upstream_response', message: expect.stringMatching(/^1 of 2 /) }]);
	});
});

describe('what a key has kept', () => {
	const sent: Record<string, unknown> = {
		checkout: cart,
		'billing-portal': { return_url: '/back' },
		'subscriptions/sub_1/cancel': { timing: 'immediate' },
		'subscriptions/sub_1/resume': undefined,
	};

	it.each(Object.entries(sent))('is answered also once it is not sold any more: %s', async (path, json) => {
		const init = { method: 'POST', json, headers: { 'Idempotency-Key': 'k' } };
		let capabilities = shop().backend.capabilities;
		const { ask } = shop({ capabilities: () => capabilities() });
		const first = await ask(`/cus_1/${path}`, init);
		expect(first.status).toBe(200);
		const text = await first.text();
		for (const now of [memoryBackend().capabilities, () => Promise.reject(new CustomerError('upstream_unavailable'))]) {
			capabilities = now;
			expect(await (await ask(`/cus_1/${path}`, init)).text()).toBe(text);
			const other = { ...init, headers: { 'Idempotency-Key': 'other' } };
			for (let n = 0; n < 2; n++)
				expect(await refusal(await ask(`/cus_1/${path}`, other))).toMatch(/^501 not_supported |^503 upstream_unavailable/);
		}
	});

	it('is no reason to read a body before it is told that nothing is sold', async () => {
		const init = { json: { nothing: 1 }, headers: { 'Idempotency-Key': ' ' } };
		expect(await refusal(await mount().ask('/cus_1/checkout', init))).toBe('501 not_supported =not_supported');
	});
});
