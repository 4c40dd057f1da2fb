import Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createChangeListeners } from '../../src/backends/kit';
import { stripeBackend, stripeWebhook } from '../../src/backends/stripe';
import type { CustomerChange } from '../../src/contract/backend';

const secret = 'whsec_loopback';
const stripe = new Stripe('sk_test_loopback');
let changes: CustomerChange[] = [];
beforeEach(() => {
	changes = [];
});
const onChange = (change: CustomerChange) => void changes.push(change);

const event = (id: string, type: string, object: object) => JSON.stringify({ id, object: 'event', type, data: { object } });
const customer = (id: string, type = 'customer.updated') =>
	event(`evt_${id}`, type, { id, object: 'customer', email: 'private@example.com' });

/** As Stripe sends it: the SDK's own signature. */
function delivery(payload: string, { timestamp = Math.floor(Date.now() / 1000), key = secret, body = payload } = {}): Request {
	const signature = stripe.webhooks.generateTestHeaderString({ payload, secret: key, timestamp });
	return new Request('https://shop.example/webhooks/stripe', { method: 'POST', headers: { 'stripe-signature': signature }, body });
}

describe('a webhook of Stripe', () => {
	it('is told once, however often it comes, also at once', async () => {
		const webhook = stripeWebhook({ secret, onChange });
		const answers = await Promise.all([1, 2, 3].map(() => webhook(delivery(customer('cus_1', 'customer.created')))));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(
			(await webhook(delivery(customer('cus_1', 'customer.created'), { timestamp: Math.floor(Date.now() / 1000) - 100 }))).status,
		).toBe(200);
		expect(changes).toEqual([{ type: 'created', id: 'cus_1' }]);
	});

	it.each([
		['customer.created', { id: 'cus_1', object: 'customer' }, { type: 'created', id: 'cus_1' }],
		['customer.updated', { id: 'cus_1', object: 'customer' }, { type: 'updated', id: 'cus_1' }],
		['customer.deleted', { id: 'cus_1', object: 'customer' }, { type: 'updated', id: 'cus_1' }],
		['customer.subscription.updated', { id: 'sub_1', customer: 'cus_1' }, { type: 'updated', id: 'cus_1' }],
		['checkout.session.completed', { id: 'cs_1', customer: { id: 'cus_1' } }, { type: 'updated', id: 'cus_1' }],
		['entitlements.active_entitlement_summary.updated', { customer: 'cus_1' }, { type: 'updated', id: 'cus_1' }],
		['invoice.paid', { customer: 'cus_1' }, { type: 'updated', id: 'cus_1' }],
		['invoice.paid', { customer: null }, undefined],
		['product.created', { id: 'prod_1' }, undefined],
		['customer.updated', { id: '../../etc' }, undefined],
	])('%s of %o is told as %o', async (type, object, told) => {
		expect((await stripeWebhook({ secret, onChange })(delivery(event('evt_1', type, object)))).status).toBe(200);
		expect(changes).toEqual(told ? [told] : []);
	});

	it('of an account that is a customer is told, too', async () => {
		const thin = { id: 'evt_1', object: 'v2.core.event', type: 'v2.core.account.updated', related_object: { id: 'acct_1' } };
		await stripeWebhook({ secret, onChange })(delivery(JSON.stringify(thin)));
		expect(changes).toEqual([{ type: 'updated', id: 'acct_1' }]);
	});

	it('is refused unless Stripe signed these bytes just now', async () => {
		const webhook = stripeWebhook({ secret, onChange });
		const now = Math.floor(Date.now() / 1000);
		const payload = customer('cus_1');
		const unsigned = (signature?: string) =>
			new Request('https://shop.example/', {
				method: 'POST',
				body: payload,
				...(signature !== undefined && { headers: { 'stripe-signature': signature } }),
			});
		const [, hex = ''] = /v1=(\w+)/.exec(delivery(payload).headers.get('stripe-signature') ?? '') ?? [];
		const wrong: Request[] = [
			unsigned(),
			unsigned(''),
			unsigned(`t=${now}`),
			unsigned(`v1=${hex}`),
			unsigned(`t=${now},v0=${hex}`),
			unsigned(`t=${now},v1=${hex.slice(2)}`),
			unsigned(`t=${now},v1=${'0'.repeat(64)}`),
			unsigned(`t=${now + 1},v1=${hex}`),
			unsigned(`t=${now},t=${now - 1},v1=${hex}`),
			delivery(payload, { key: 'whsec_other' }),
			delivery(payload, { timestamp: now - 302 }),
			delivery(payload, { body: customer('cus_2') }),
			delivery(payload, { body: ` ${payload}` }),
			delivery('not json'),
			delivery('[]'),
			delivery(event('', 'customer.updated', { id: 'cus_1' })),
		];
		for (const request of wrong) expect((await webhook(request)).status).toBe(400);
		expect((await webhook(new Request('https://shop.example/'))).status).toBe(405);
		expect((await webhook(delivery(`"${'x'.repeat(1_100_000)}"`))).status).toBe(413);
		expect(changes).toEqual([]);
		const body = await (await webhook(delivery(payload, { key: 'whsec_other' }))).text();
		expect(body).toBe('{"received":false}');
	});

	it('is not read where nothing says that Stripe signed it, or too many say so', async () => {
		const webhook = stripeWebhook({ secret, onChange });
		const now = Math.floor(Date.now() / 1000);
		const [, hex] = /v1=(\w+)/.exec(delivery(customer('cus_1')).headers.get('stripe-signature')!)!;
		for (const signature of ['', `t=${now}`, `t=${now - 302},v1=${hex}`, `t=${now}${`,v1=${hex}`.repeat(6)}`]) {
			const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(1000)) }, { highWaterMark: 0 });
			const headers = { 'stripe-signature': signature };
			const request = new Request('https://shop.example/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
			expect((await webhook(request)).status).toBe(400);
			expect(request.bodyUsed).toBe(false);
		}
		const signature = `t=${now},v1=${hex}`;
		const told = { method: 'POST', body: '{}', headers: { 'stripe-signature': signature, 'content-length': '1048577' } };
		expect((await webhook(new Request('https://shop.example/', told))).status).toBe(413);
	});

	it('is refused in more pieces than networks make of it, which cost more than all that is in it', async () => {
		let pieces = 0;
		const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
			pieces++;
			controller.enqueue(Uint8Array.of(32));
		};
		const headers = { 'stripe-signature': delivery('{}').headers.get('stripe-signature')! };
		const request = new Request('https://shop.example/', {
			method: 'POST',
			body: new ReadableStream({ pull }),
			headers,
			duplex: 'half',
		} as RequestInit);
		expect((await stripeWebhook({ secret, onChange })(request)).status).toBe(413);
		expect(pieces).toBeLessThan(20_000);
	});

	it('passes while one secret takes another’s place, and with several signatures', async () => {
		const webhook = stripeWebhook({ secret: ['whsec_new', secret], onChange });
		const payload = customer('cus_1');
		const [, hex] = /v1=(\w+)/.exec(delivery(payload).headers.get('stripe-signature')!)!;
		const signature = `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)},v1=${hex},v0=${hex}`;
		const request = new Request('https://shop.example/', { method: 'POST', body: payload, headers: { 'stripe-signature': signature } });
		expect((await webhook(request)).status).toBe(200);
		expect((await webhook(delivery(customer('cus_2'), { key: 'whsec_new' }))).status).toBe(200);
		expect(changes.length).toBe(2);
	});

	it('comes again where telling of it failed', async () => {
		let fails = true;
		const webhook = stripeWebhook({
			secret,
			onChange: async (change) => {
				if (fails) throw new Error('private');
				onChange(change);
			},
		});
		const first = await webhook(delivery(customer('cus_1')));
		expect([first.status, await first.text()]).toEqual([500, '{"received":false}']);
		fails = false;
		expect((await webhook(delivery(customer('cus_1')))).status).toBe(200);
		expect(changes).toEqual([{ type: 'updated', id: 'cus_1' }]);
	});

	it('is not received without a secret', () => {
		for (const none of ['', ' ', [], [''], undefined] as never[])
			expect(() => stripeWebhook({ secret: none, onChange })).toThrow(/signing secret/);
	});

	it('reaches who subscribed to the backend, in its scope alone', async () => {
		const feed = createChangeListeners();
		const store = stripeBackend({ stripe, scope: 'shop', changes: feed });
		expect(await store.capabilities()).toMatchObject({ live: true });
		expect(await stripeBackend({ stripe }).capabilities()).toMatchObject({ live: false });
		const stop = store.subscribe!(onChange, { scope: 'shop' });
		expect(() => store.subscribe!(onChange, { scope: 'other' })).toThrow(/another scope/);
		const webhook = stripeWebhook({ secret, onChange: (change) => feed.tell(change, 'shop') });
		await webhook(delivery(customer('cus_1')));
		await new Promise((resolve) => setTimeout(resolve));
		stop();
		await webhook(delivery(customer('cus_2')));
		await new Promise((resolve) => setTimeout(resolve));
		expect(changes).toEqual([{ type: 'updated', id: 'cus_1' }]);
	});
});
