import { describe, expect, it, vi } from 'vitest';
import { createChangeListeners } from '../../../src/backends/kit';
import { memoryBackend } from '../../../src/backends/memory';
import { type CustomerBackend, type CustomerChange, CustomerError, createCustomersHandler, withBilling } from '../../../src/server';
import { people } from '../../people';

const billing = () =>
	memoryBackend({
		billing: {
			plans: [{ variant_id: 'pro', name: 'Pro', price: { amount: 900, currency: 'EUR', interval: 'month' } }],
			grants: { pro: ['reports'] },
		},
	});

function both(changes: Partial<CustomerBackend> = {}) {
	const customers = memoryBackend({ customers: { ours: people(2), theirs: people(1) } });
	const shop = billing();
	const billingId = vi.fn(
		async ({ email }: { email: string | null }) => (await shop.create({ email: email ?? '' }, { scope: 'ours' })).customer.id,
	);
	return { customers, shop, billingId, backend: withBilling(customers, { ...shop, ...changes }, { billingId }) };
}

const address = { success_url: '/done', cancel_url: '/left' };

it('bills the customers of one backend at another', async () => {
	const { backend, shop } = both();
	const call = { scope: 'ours' };
	const { url } = await backend.createCheckout!('cus_1', { line_items: [{ variant_id: 'pro' }], ...address }, call);
	shop.vendor!.pay(new URL(url!).searchParams.get('session')!);
	shop.vendor!.settle();
	expect(await backend.checkEntitlements!('cus_1', ['reports', 'exports'], call)).toEqual([
		{ feature_id: 'reports', has_access: true },
		{ feature_id: 'exports', has_access: false },
	]);
	const [subscription] = await backend.listSubscriptions!('cus_1', call);
	await backend.cancelSubscription!('cus_1', subscription!.id, { timing: 'at_billing_period_end' }, call);
	expect(await backend.resumeSubscription!('cus_1', subscription!.id, call)).toMatchObject({ cancel_at_period_end: false });
	expect(await backend.listSubscriptions!('cus_2', call)).toEqual([]);
	expect((await backend.createBillingPortal!('cus_1', { return_url: '/' }, call)).url).toContain('session=');
});

it('offers what the one has of customers and the other of billing', async () => {
	const { backend, customers, shop } = both();
	const offered = await backend.capabilities();
	const [own, sold] = [await customers.capabilities(), await shop.capabilities()];
	expect(offered).toEqual({
		...own,
		entitlements: true,
		checkout: true,
		billingPortal: true,
		subscriptions: sold.subscriptions,
	});
	const without = withBilling(customers, memoryBackend(), { billingId: () => 'x' });
	expect(await without.capabilities()).toEqual(own);
	expect(without.createCheckout).toBeUndefined();
	expect((await backend.list({}, { scope: 'ours' })).data).toHaveLength(2);
});

it("never lets the billing side hear of another scope's customer", async () => {
	const listSubscriptions = vi.fn();
	const { backend, billingId } = both({ listSubscriptions });
	await expect(backend.listSubscriptions!('cus_2', { scope: 'theirs' })).rejects.toMatchObject({ code: 'not_found' });
	expect([billingId.mock.calls, listSubscriptions.mock.calls]).toEqual([[], []]);
});

it('says so where no id is known at the billing side', async () => {
	const backend = withBilling(memoryBackend({ customers: people(1) }), billing(), { billingId: () => '' });
	await expect(backend.listSubscriptions!('cus_1')).rejects.toMatchObject({ code: 'misconfigured' });
});

it('takes backends that are objects of a class', async () => {
	const inner = memoryBackend({ customers: people(1) });
	class Own {
		#inner = inner;
		capabilities = () => this.#inner.capabilities();
		list(...call: Parameters<CustomerBackend['list']>) {
			return this.#inner.list(...call);
		}
		get(...call: Parameters<CustomerBackend['get']>) {
			return this.#inner.get(...call);
		}
		create(...call: Parameters<CustomerBackend['create']>) {
			return this.#inner.create(...call);
		}
		update(...call: Parameters<CustomerBackend['update']>) {
			return this.#inner.update(...call);
		}
	}
	const backend = withBilling(new Own(), billing(), { billingId: () => 'x' });
	expect((await backend.list({})).data).toHaveLength(1);
});

describe('what changes', () => {
	/** Two scopes whose customers an account for all of them bills under ids of its own. */
	function live(customerId: (id: string) => string | null | Promise<string | null>) {
		const customers = memoryBackend({ customers: { ours: people(2), theirs: people(1) } });
		const account = createChangeListeners();
		const subscribed = vi.fn();
		const shop: CustomerBackend = {
			...billing(),
			subscribe(onChange, call) {
				subscribed(call?.scope);
				const stop = account.subscribe(onChange);
				return () => {
					subscribed(`${call?.scope} ended`);
					stop();
				};
			},
		};
		const asked = vi.fn(customerId);
		const backend = withBilling(customers, shop, { billingId: ({ id }) => `acct_${id}`, customerId: asked });
		const hear = (scope: string, signal?: AbortSignal) => {
			const heard: CustomerChange[] = [];
			return { heard, stop: backend.subscribe!((change) => heard.push(change), { scope, ...(signal && { signal }) }) };
		};
		return { customers, account, subscribed, asked, hear };
	}
	const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

	it('at the billing side is told of the customer, in the scope that has them, with one look for all who listen', async () => {
		const { account, hear, asked, subscribed } = live((id) => id.replace('acct_', ''));
		const [one, two, other] = [hear('ours'), hear('ours'), hear('theirs')];
		account.tell({ type: 'updated', id: 'acct_cus_2' }, '');
		await tick();
		const expected = [{ type: 'updated', id: 'cus_2' }];
		expect([one.heard, two.heard, other.heard]).toEqual([expected, expected, []]);
		expect(asked).toHaveBeenCalledTimes(2);
		expect(subscribed.mock.calls.flat()).toEqual(['ours', 'theirs']);
	});

	it('among the customers is told as before, and nothing of either after the end', async () => {
		const { account, customers, hear, subscribed } = live(() => 'cus_1');
		const aborted = new AbortController();
		const [one, two] = [hear('ours'), hear('ours', aborted.signal)];
		await customers.update('cus_1', { name: 'Asha' }, { scope: 'ours' });
		await tick();
		expect([one.heard, two.heard]).toEqual([[{ type: 'updated', id: 'cus_1' }], [{ type: 'updated', id: 'cus_1' }]]);
		one.stop();
		one.stop();
		expect(subscribed.mock.calls.flat()).toEqual(['ours']);
		aborted.abort();
		expect(subscribed.mock.calls.flat()).toEqual(['ours', 'ours ended']);
		account.tell({ type: 'updated', id: 'acct_cus_1' }, '');
		await customers.update('cus_1', { name: 'Ravi' }, { scope: 'ours' });
		await tick();
		expect([one.heard.length, two.heard.length]).toEqual([1, 1]);
		hear('ours');
		expect(subscribed.mock.calls.flat()).toEqual(['ours', 'ours ended', 'ours']);
	});

	it('and cannot be looked up is a gap; whom nobody knows is nothing', async () => {
		const { account, hear } = live((id) => {
			if (id === 'acct_broken') throw new Error('The table of accounts is away.');
			return id === 'acct_nobody' ? null : 'cus_of_nobody';
		});
		const { heard } = hear('ours');
		for (const id of ['acct_nobody', 'acct_stranger', 'acct_broken']) account.tell({ type: 'updated', id }, '');
		await tick();
		account.tellGap();
		await tick();
		expect(heard).toEqual([{ type: 'resync' }, { type: 'resync' }]);
	});
});

describe('a checkout that is tried again under its key once the customer is gone', () => {
	/** A handler over both, whose customer can be taken away, and whose billing side loses its answers when told so. */
	function shopOf() {
		const { customers, shop, billingId } = both();
		const now = { isGone: false, loses: false };
		const get: CustomerBackend['get'] = async (...call) => {
			if (now.isGone) throw new CustomerError('not_found');
			return customers.get(...call);
		};
		const createCheckout = vi.fn<NonNullable<CustomerBackend['createCheckout']>>(async (...call) => {
			const result = await shop.createCheckout!(...call);
			if (now.loses) throw new CustomerError('upstream_timeout');
			return result;
		});
		const handler = createCustomersHandler({
			backend: withBilling({ ...customers, get }, { ...shop, createCheckout }, { billingId }),
			authorize: () => ({ allow: true, scope: 'ours' }),
		});
		const ask = () =>
			handler(
				new Request('http://localhost/api/customers/cus_1/checkout', {
					method: 'POST',
					headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k1' },
					body: JSON.stringify({ line_items: [{ variant_id: 'pro' }], ...address }),
				}),
			);
		return { now, createCheckout, ask };
	}

	it('has its first answer, which was lost on the way to the browser', async () => {
		const { now, createCheckout, ask } = shopOf();
		const first = await (await ask()).json();
		now.isGone = true;
		const again = await ask();
		expect([again.status, await again.json()]).toEqual([200, first]);
		expect(createCheckout).toHaveBeenCalledOnce();
	});

	it('is not found where no answer has ever come, and nothing is bought for nobody', async () => {
		const { now, createCheckout, ask } = shopOf();
		now.loses = true;
		expect((await ask()).status).toBe(504);
		now.isGone = true;
		now.loses = false;
		expect((await ask()).status).toBe(404);
		expect(createCheckout).toHaveBeenCalledOnce();
	});
});
