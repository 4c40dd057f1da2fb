import type { Capabilities } from '../../contract/backend';
import { type CancelTiming, cancelTimings } from '../../contract/billing';
import { assert, assertRejects, assertSame } from './assert';
import { type ContractCase, creating, openStage, token } from './contractCase';
import { payingCase } from './payingCase';

const lists = ({ subscriptions }: Capabilities) => subscriptions !== false;
const sells = (capabilities: Capabilities) => capabilities.checkout && capabilities.subscriptions !== false;
const cancels = (timing: CancelTiming) => (capabilities: Capabilities) =>
	sells(capabilities) && capabilities.subscriptions !== false && capabilities.subscriptions.cancel.includes(timing);
const resumes = (capabilities: Capabilities) =>
	cancels('at_billing_period_end')(capabilities) && capabilities.subscriptions !== false && capabilities.subscriptions.resume;

const cancelsBothWays = (capabilities: Capabilities) => cancelTimings.every((timing) => cancels(timing)(capabilities));
const resumesWhatEnded = (capabilities: Capabilities) => resumes(capabilities) && cancelsBothWays(capabilities);

const fields = ['cancel_at_period_end', 'current_period_end', 'id', 'items', 'started', 'status', 'trial_end'];

const listing: readonly ContractCase[] = [
	...creating([
		{
			name: 'billing: a new customer has no subscriptions',
			applies: lists,
			async check(make) {
				const { backend, call, add } = await openStage(make);
				assertSame(await backend.listSubscriptions?.((await add()).id, call), [], 'the subscriptions of a new customer');
			},
		},
		{
			name: 'billing: subscriptions of nobody, and of another scope’s customer, are not found',
			applies: lists,
			async check(make) {
				const { backend, call } = await openStage(make);
				const theirs = await (await openStage(make)).add();
				for (const id of [`cus_${token()}`, '', '../cus_1', theirs.id]) {
					await assertRejects(() => backend.listSubscriptions?.(id, call), 'not_found', `subscriptions of ${id || 'an empty id'}`);
				}
			},
		},
		{
			name: 'billing: an aborted read of subscriptions rejects with aborted',
			applies: lists,
			async check(make) {
				const { backend, call, add } = await openStage(make);
				const { id } = await add();
				await assertRejects(() => backend.listSubscriptions?.(id, { ...call, signal: AbortSignal.abort() }), 'aborted', 'a read');
			},
		},
	]),
	payingCase('what was paid for is a subscription of that, and gives what it should', sells, async ({ backend, billing, buy, has }) => {
		const bought = await buy(billing.variants[0]);
		assertSame(
			bought.items.map(({ variant_id, quantity }) => ({ variant_id, quantity })),
			[{ variant_id: billing.variants[0], quantity: 1 }],
			'the items of the subscription',
		);
		assert(!bought.cancel_at_period_end, 'a new subscription says that it ends');
		if (backend.checkEntitlements) assertSame(await has(billing.feature), true, 'access to what was paid for');
	}),
	payingCase('a subscription is told with its declared fields and no others', sells, async ({ billing, buy }) => {
		const bought = await buy(billing.variants[0]);
		assertSame(Object.keys(bought).sort(), fields, 'the fields of a subscription');
		for (const item of bought.items) {
			assertSame(Object.keys(item).sort(), ['name', 'price', 'quantity', 'variant_id'], 'the fields of an item');
			if (item.price)
				assertSame(Object.keys(item.price).sort(), ['amount', 'currency', 'interval', 'interval_count'], 'the fields of a price');
		}
	}),
	payingCase('what a subscription tells can be shown', sells, async ({ billing, buy }) => {
		const { status, started, trial_end, current_period_end, items } = await buy(billing.variants[0]);
		assert(status !== '', 'a subscription has no status');
		for (const instant of [started, trial_end, current_period_end]) {
			assert(instant === null || !Number.isNaN(Date.parse(instant)), `${instant} is no instant`);
		}
		for (const { price } of items) {
			if (price === null) continue;
			assert(Number.isSafeInteger(price.amount) && price.amount >= 0, `a price of ${price.amount} is no whole number of minor units`);
			assert(/^[A-Z]{3}$/.test(price.currency), `${price.currency} is no ISO 4217 code`);
			assert(price.interval === null || price.interval_count > 0, 'a price is paid never');
		}
	}),
	payingCase('a customer has several subscriptions', sells, async ({ backend, call, customer, billing, buy }) => {
		const bought = [await buy(billing.variants[0]), await buy(billing.variants[1])];
		const ids = (await backend.listSubscriptions?.(customer.id, call))?.map(({ id }) => id) ?? [];
		assertSame(ids.sort(), bought.map(({ id }) => id).sort(), 'the subscriptions of who bought two things');
	}),
	payingCase('what one customer buys, another of the same scope has not', sells, async ({ backend, call, add, billing, buy }) => {
		await buy(billing.variants[0]);
		const { id } = await add();
		assertSame(await backend.listSubscriptions?.(id, call), [], 'the subscriptions of who bought nothing');
		if (!backend.checkEntitlements) return;
		const [told] = await backend.checkEntitlements(id, [billing.feature], call);
		assert(told?.has_access !== true, 'access is given to who bought nothing');
	}),
];

const atEnd = { timing: 'at_billing_period_end' } as const;
const now = { timing: 'immediate' } as const;

const cancelling: readonly ContractCase[] = [
	payingCase('cancelling at the period’s end leaves a subscription running, and says so', cancels(atEnd.timing), async (stage) => {
		const { backend, call, customer, billing, buy, has } = stage;
		const bought = await buy(billing.variants[0]);
		const cancelled = await backend.cancelSubscription?.(customer.id, bought.id, atEnd, call);
		assertSame(cancelled, { ...bought, cancel_at_period_end: true }, 'the subscription that was cancelled');
		assertSame(await backend.listSubscriptions?.(customer.id, call), [cancelled], 'the subscriptions after that');
		if (backend.checkEntitlements) assertSame(await has(billing.feature), true, 'access until the period’s end');
	}),
	payingCase('cancelling at once ends a subscription, and what it gave', cancels(now.timing), async (stage) => {
		const { backend, call, customer, billing, buy, has } = stage;
		const bought = await buy(billing.variants[0]);
		const cancelled = await backend.cancelSubscription?.(customer.id, bought.id, now, call);
		assertSame(cancelled?.id, bought.id, 'the subscription that was cancelled');
		assert(cancelled?.status !== bought.status, `a subscription that has ended is still ${bought.status}`);
		const left = (await backend.listSubscriptions?.(customer.id, call))?.find(({ id }) => id === bought.id);
		assert(left === undefined || left.status === cancelled?.status, `a subscription that has ended is listed as ${left?.status}`);
		if (backend.checkEntitlements) assert((await has(billing.feature)) !== true, 'access is given after the end');
	}),
	payingCase('cancelling one subscription leaves the others', cancels(atEnd.timing), async ({ backend, call, customer, billing, buy }) => {
		const kept = await buy(billing.variants[0]);
		const { id } = await buy(billing.variants[1]);
		await backend.cancelSubscription?.(customer.id, id, atEnd, call);
		const listed = (await backend.listSubscriptions?.(customer.id, call))?.find((one) => one.id === kept.id);
		assertSame(listed, kept, 'the subscription that was not cancelled');
	}),
	payingCase('a subscription is cancelled once under a key', cancels(now.timing), async ({ backend, call, customer, billing, buy }) => {
		const { id } = await buy(billing.variants[0]);
		const cancel = () => backend.cancelSubscription?.(customer.id, id, now, { ...call, idempotencyKey: key });
		const key = token();
		assertSame(await cancel(), await cancel(), 'the answer to the same key');
	}),
	payingCase('a cancellation’s key with another timing is refused', cancelsBothWays, async (stage) => {
		const { backend, call, customer, billing, buy } = stage;
		const { id } = await buy(billing.variants[0]);
		const write = { ...call, idempotencyKey: token() };
		await backend.cancelSubscription?.(customer.id, id, atEnd, write);
		const other = () => backend.cancelSubscription?.(customer.id, id, now, write);
		await assertRejects(other, 'idempotency_key_reused', 'another timing under the same key');
	}),
	...cancelTimings.map((timing) =>
		payingCase(`cancelling (${timing}) what is not one’s own is not found`, cancels(timing), async (stage, make) => {
			const { backend, call, customer, billing, buy, add } = stage;
			const theirs = await add();
			const { id } = await buy(billing.variants[0], theirs);
			const stranger = await openStage(make);
			const cancel = (of: string, subscription: string, how = call) => backend.cancelSubscription?.(of, subscription, { timing }, how);
			await assertRejects(() => cancel(customer.id, id), 'not_found', 'another customer’s subscription');
			await assertRejects(() => cancel(customer.id, `sub_${token()}`), 'not_found', 'an unknown subscription');
			await assertRejects(() => cancel(`cus_${token()}`, id), 'not_found', 'an unknown customer’s subscription');
			await assertRejects(
				() => stranger.backend.cancelSubscription?.(theirs.id, id, { timing }, stranger.call),
				'not_found',
				'another scope’s subscription',
			);
			const [kept] = (await backend.listSubscriptions?.(theirs.id, call)) ?? [];
			assertSame([kept?.id, kept?.cancel_at_period_end], [id, false], 'the subscription that others wanted to cancel');
		}),
	),
	...cancelTimings.map(
		(timing): ContractCase => ({
			name: `not offered: cancelling (${timing}) is refused`,
			applies: ({ subscriptions, write }) =>
				write.create && subscriptions !== false && subscriptions.cancel.length > 0 && !subscriptions.cancel.includes(timing),
			async check(make) {
				const { backend, call, add } = await openStage(make);
				const { id } = await add();
				await assertRejects(() => backend.cancelSubscription?.(id, `sub_${token()}`, { timing }, call), 'not_supported', timing);
			},
		}),
	),
];

const resuming: readonly ContractCase[] = [
	payingCase('resuming undoes a cancellation at the period’s end', resumes, async ({ backend, call, customer, billing, buy }) => {
		const bought = await buy(billing.variants[0]);
		await backend.cancelSubscription?.(customer.id, bought.id, atEnd, call);
		assertSame(await backend.resumeSubscription?.(customer.id, bought.id, call), bought, 'the subscription that was resumed');
		assertSame(await backend.listSubscriptions?.(customer.id, call), [bought], 'the subscriptions after that');
	}),
	payingCase('resuming what runs on anyway changes nothing', resumes, async ({ backend, call, customer, billing, buy }) => {
		const bought = await buy(billing.variants[0]);
		assertSame(await backend.resumeSubscription?.(customer.id, bought.id, call), bought, 'the subscription');
	}),
	payingCase('resuming what is not one’s own is not found', resumes, async ({ backend, call, customer, billing, buy, add }, make) => {
		const theirs = await add();
		const { id } = await buy(billing.variants[0], theirs);
		await backend.cancelSubscription?.(theirs.id, id, atEnd, call);
		const stranger = await openStage(make);
		await assertRejects(() => backend.resumeSubscription?.(customer.id, id, call), 'not_found', 'another customer’s');
		await assertRejects(() => backend.resumeSubscription?.(customer.id, `sub_${token()}`, call), 'not_found', 'an unknown one');
		await assertRejects(() => stranger.backend.resumeSubscription?.(theirs.id, id, stranger.call), 'not_found', 'another scope’s');
		const [kept] = (await backend.listSubscriptions?.(theirs.id, call)) ?? [];
		assertSame(kept?.cancel_at_period_end, true, 'whether the subscription that others wanted to resume still ends');
	}),
	payingCase('resuming what has ended is not found', resumesWhatEnded, async ({ backend, call, customer, billing, buy }) => {
		const { id } = await buy(billing.variants[0]);
		await backend.cancelSubscription?.(customer.id, id, now, call);
		await assertRejects(() => backend.resumeSubscription?.(customer.id, id, call), 'not_found', 'a subscription that has ended');
	}),
];

/** What customers pay for again and again. */
export const subscriptionCases: readonly ContractCase[] = [...listing, ...cancelling, ...resuming];
