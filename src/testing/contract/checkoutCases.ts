import type { Capabilities } from '../../contract/backend';
import { assert, assertRejects, assertSame } from './assert';
import { type ContractCase, creating, openStage, token } from './contractCase';
import { deepFreeze } from './deepFreeze';
import { payingCase } from './payingCase';

const sells = ({ checkout }: Capabilities) => checkout;
const opens = ({ billingPortal }: Capabilities) => billingPortal;

/** The pages that people are sent to: to pay, and to look after what they pay. */
export const checkoutCases: readonly ContractCase[] = [
	payingCase('a checkout leads to a page to pay on', sells, async ({ backend, call, customer, cart }) => {
		const begun = await backend.createCheckout?.(customer.id, deepFreeze(cart()), call);
		assertSame(Object.keys(begun ?? {}).sort(), ['action', 'url'], 'the fields of a checkout');
		assert(begun?.action === 'checkout', `the action of a first purchase is ${begun?.action}`);
		assert(begun.url !== null && URL.canParse(begun.url), 'the url of a first purchase is no address');
	}),
	payingCase('a checkout that is not paid changes nothing', sells, async ({ backend, call, customer, cart, billing, has }) => {
		await backend.createCheckout?.(customer.id, cart(), call);
		if (backend.listSubscriptions) assertSame(await backend.listSubscriptions(customer.id, call), [], 'the subscriptions before paying');
		if (backend.checkEntitlements) assert((await has(billing.feature)) !== true, 'access is given before paying');
	}),
	payingCase('a checkout is begun once under a key, however often and at once', sells, async ({ backend, call, customer, cart }) => {
		const write = { ...call, idempotencyKey: token() };
		const begin = () => backend.createCheckout?.(customer.id, cart(), write);
		const atOnce = await Promise.allSettled(Array.from({ length: 5 }, begin));
		const begun = await begin();
		for (const one of atOnce) {
			if (one.status === 'fulfilled') assertSame(one.value, begun, 'a checkout under the same key');
			else await assertRejects(Promise.reject(one.reason), 'idempotency_in_progress', 'a checkout under a key that is in use');
		}
	}),
	payingCase('a checkout’s key with another cart is refused', sells, async ({ backend, call, customer, cart, billing }) => {
		const write = { ...call, idempotencyKey: token() };
		await backend.createCheckout?.(customer.id, cart(), write);
		const other = () => backend.createCheckout?.(customer.id, cart(billing.variants[1]), write);
		await assertRejects(other, 'idempotency_key_reused', 'another cart under the same key');
	}),
	payingCase('a checkout’s key is its customer’s own', sells, async ({ backend, call, customer, cart, add }) => {
		const write = { ...call, idempotencyKey: token() };
		const mine = await backend.createCheckout?.(customer.id, cart(), write);
		const theirs = await backend.createCheckout?.((await add()).id, cart(), write);
		assert(theirs?.url !== mine?.url, 'two customers got the same page to pay on');
	}),
	payingCase('a checkout’s key that is none is refused', sells, async ({ backend, call, customer, cart }) => {
		for (const idempotencyKey of ['', 'ключ', 'x'.repeat(256)]) {
			const begin = () => backend.createCheckout?.(customer.id, cart(), { ...call, idempotencyKey });
			await assertRejects(begin, 'malformed_request', 'a checkout under a key that is none');
		}
	}),
	payingCase('a checkout for nobody, or for another scope’s customer, is not found', sells, async ({ backend, call, cart }, make) => {
		const theirs = await (await openStage(make)).add();
		for (const id of [`cus_${token()}`, '', theirs.id]) {
			await assertRejects(() => backend.createCheckout?.(id, cart(), call), 'not_found', `a checkout for ${id || 'an empty id'}`);
		}
	}),
	payingCase('an aborted checkout rejects with aborted', sells, async ({ backend, call, customer, cart }) => {
		const aborted = { ...call, signal: AbortSignal.abort() };
		await assertRejects(() => backend.createCheckout?.(customer.id, cart(), aborted), 'aborted', 'a checkout');
	}),
	...creating([
		{
			name: 'billing: the portal is a page for its customer',
			applies: opens,
			async check(make) {
				const { backend, call, add } = await openStage(make);
				const input = deepFreeze({ return_url: make.billing?.returnUrl ?? '/' });
				const open = async () => backend.createBillingPortal?.((await add()).id, input, call);
				const [one, other] = [await open(), await open()];
				assertSame(Object.keys(one ?? {}), ['url'], 'the fields of a portal');
				assert(one && URL.canParse(one.url), 'the url of the portal is no address');
				assert(one.url !== other?.url, 'two customers got the same portal');
			},
		},
		{
			name: 'billing: the portal of nobody, and of another scope’s customer, is not found',
			applies: opens,
			async check(make) {
				const { backend, call } = await openStage(make);
				const theirs = await (await openStage(make)).add();
				const input = { return_url: make.billing?.returnUrl ?? '/' };
				for (const id of [`cus_${token()}`, '', theirs.id]) {
					await assertRejects(() => backend.createBillingPortal?.(id, input, call), 'not_found', `the portal of ${id || 'an empty id'}`);
				}
			},
		},
		{
			name: 'billing: the portal is opened once under a key, which another return_url may not use',
			applies: opens,
			async check(make) {
				const { backend, call, add } = await openStage(make);
				const { id } = await add();
				const { returnUrl = '/' } = make.billing ?? {};
				const write = { ...call, idempotencyKey: token() };
				const open = (return_url: string) => backend.createBillingPortal?.(id, { return_url }, write);
				assertSame(await open(returnUrl), await open(returnUrl), 'a portal under the same key');
				await assertRejects(() => open(`${returnUrl}?other`), 'idempotency_key_reused', 'another return_url under the same key');
			},
		},
	]),
];
