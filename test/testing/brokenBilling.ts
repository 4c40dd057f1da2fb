import { type MemoryBackend, type MemoryBackendOptions, memoryBackend } from '../../src/backends/memory';
import type { Capabilities, CustomerBackend, Subscription, WriteOptions } from '../../src/server';
import { CustomerError } from '../../src/server';
import { sold } from '../backends/memoryStage';

type Selling = MemoryBackend & Required<Pick<CustomerBackend, (typeof selling)[number]>>;
const selling = [
	'checkEntitlements',
	'createCheckout',
	'createBillingPortal',
	'listSubscriptions',
	'cancelSubscription',
	'resumeSubscription',
] as const;

/** A backend that sells, with one promise broken, and the case that must notice. */
const broken = (breaking: (right: Selling) => Partial<CustomerBackend>, options: MemoryBackendOptions = {}) => {
	return () => {
		const right = memoryBackend({ billing: sold, ...options }) as Selling;
		return { ...right, ...breaking(right) };
	};
};

async function instead<T>(call: Promise<T>, answer: T): Promise<T> {
	try {
		return await call;
	} catch (error) {
		if (error instanceof CustomerError && error.code === 'not_found') return answer;
		throw error;
	}
}

const only = ({ scope = '' }: WriteOptions = {}, more: WriteOptions = {}): WriteOptions => ({ scope, ...more });
const withKey = ({ scope = '', idempotencyKey }: WriteOptions = {}) => ({ scope, ...(idempotencyKey !== undefined && { idempotencyKey }) });
const page = { url: 'https://pay.test/1', action: 'checkout' } as const;
const odd: Subscription = {
	id: 'sub_odd',
	status: 'active',
	started: null,
	trial_end: null,
	current_period_end: null,
	cancel_at_period_end: false,
	items: [],
};
const atEnd = { timing: 'at_billing_period_end' } as const;

/** Remembers what a key was first answered with, and nothing else about it. */
function byKeyAlone<A extends unknown[], T>(call: (...args: A) => Promise<T>) {
	const answers = new Map<string, Promise<T>>();
	return (...args: A): Promise<T> => {
		const { idempotencyKey, ...rest } = (args.at(-1) ?? {}) as WriteOptions;
		if (idempotencyKey === undefined) return call(...args);
		const answer = answers.get(idempotencyKey) ?? call(...([...args.slice(0, -1), rest] as unknown as A));
		answers.set(idempotencyKey, answer);
		return answer;
	};
}

const changed =
	(right: Selling, change: (one: Subscription) => Subscription): CustomerBackend['listSubscriptions'] =>
	async (id, call) =>
		(await right.listSubscriptions(id, call)).map(change);

const cancelsOnly = (timing: 'immediate' | 'at_billing_period_end') =>
	broken(() => ({ cancelSubscription: async () => odd }), { capabilities: { subscriptions: { cancel: [timing] } } });

/** The whole name of the case that each must be caught by. */
export const brokenBilling: Record<string, { caughtBy: string; make: () => CustomerBackend }> = {
	'tells features in an order of its own': {
		caughtBy: 'billing: features are told in the order asked, each once',
		make: broken((right) => ({ checkEntitlements: async (...args) => (await right.checkEntitlements(...args)).reverse() })),
	},
	'tells of a feature that nobody asked for': {
		caughtBy: 'billing: no features are asked for, and none told',
		make: broken(() => ({ checkEntitlements: async () => [{ feature_id: 'x', has_access: null }] })),
	},
	'tells of twenty features at most': {
		caughtBy: 'billing: fifty features are told at once',
		make: broken((right) => ({ checkEntitlements: (id, features, call) => right.checkEntitlements(id, features.slice(0, 20), call) })),
	},
	'says yes to what it does not know': {
		caughtBy: 'billing: an unknown feature is a no, or could not be found out, and never a yes',
		make: broken(() => ({ checkEntitlements: async (_, features) => features.map((feature_id) => ({ feature_id, has_access: true })) })),
	},
	'tells of a plan with a feature': {
		caughtBy: 'billing: features are told with their declared fields and no others',
		make: broken((right) => ({
			checkEntitlements: async (...args) => (await right.checkEntitlements(...args)).map((one) => ({ ...one, plan: 'pro' })),
		})),
	},
	'tells that nobody has no feature': {
		caughtBy: 'billing: features of nobody, and of another scope’s customer, are not found',
		make: broken((right) => ({ checkEntitlements: (...args) => instead(right.checkEntitlements(...args), []) })),
	},
	'checks on after an abort': {
		caughtBy: 'billing: an aborted check rejects with aborted',
		make: broken((right) => ({ checkEntitlements: (id, features, call) => right.checkEntitlements(id, features, only(call)) })),
	},
	'gives what is sold to everybody': {
		caughtBy: 'billing: who has bought nothing may use nothing that is sold',
		make: broken(() => ({ checkEntitlements: async (_, features) => features.map((feature_id) => ({ feature_id, has_access: true })) })),
	},
	'finds out about all features or about none': {
		caughtBy: 'billing: an unknown feature costs the others nothing',
		make: broken((right) => ({
			async checkEntitlements(id, features, call) {
				const told = await right.checkEntitlements(id, features, call);
				return features.length === 1 ? told : told.map(({ feature_id }) => ({ feature_id, has_access: null }));
			},
		})),
	},
	'begins a checkout without a page': {
		caughtBy: 'billing: a checkout leads to a page to pay on',
		make: broken(() => ({ createCheckout: async () => ({ url: '/pay', action: 'checkout' }) })),
	},
	'takes a checkout for a payment': {
		caughtBy: 'billing: a checkout that is not paid changes nothing',
		make: broken((right) => ({
			async createCheckout(...args) {
				const begun = await right.createCheckout(...args);
				right.vendor?.pay(new URL(begun.url!).searchParams.get('session')!);
				right.vendor?.settle();
				return begun;
			},
		})),
	},
	'begins a checkout for each click': {
		caughtBy: 'billing: a checkout is begun once under a key, however often and at once',
		make: broken((right) => ({ createCheckout: (id, input, call) => right.createCheckout(id, input, only(call)) })),
	},
	'answers another cart with the first one’s page': {
		caughtBy: 'billing: a checkout’s key with another cart is refused',
		make: broken((right) => ({ createCheckout: byKeyAlone(right.createCheckout) })),
	},
	'sends a customer to another’s page for their key': {
		caughtBy: 'billing: a checkout’s key is its customer’s own',
		make: broken((right) => ({ createCheckout: byKeyAlone(right.createCheckout) })),
	},
	'takes any text for a key of a checkout': {
		caughtBy: 'billing: a checkout’s key that is none is refused',
		make: broken((right) => ({ createCheckout: (id, input, call) => right.createCheckout(id, input, only(call)) })),
	},
	'begins a checkout for nobody': {
		caughtBy: 'billing: a checkout for nobody, or for another scope’s customer, is not found',
		make: broken((right) => ({ createCheckout: (...args) => instead(right.createCheckout(...args), page) })),
	},
	'begins a checkout that was given up': {
		caughtBy: 'billing: an aborted checkout rejects with aborted',
		make: broken((right) => ({ createCheckout: (id, input, call) => right.createCheckout(id, input, withKey(call)) })),
	},
	'has one portal for all': {
		caughtBy: 'billing: the portal is a page for its customer',
		make: broken(() => ({ createBillingPortal: async () => ({ url: page.url }) })),
	},
	'opens the portal of nobody': {
		caughtBy: 'billing: the portal of nobody, and of another scope’s customer, is not found',
		make: broken((right) => ({ createBillingPortal: (...args) => instead(right.createBillingPortal(...args), { url: page.url }) })),
	},
	'opens a portal for each click': {
		caughtBy: 'billing: the portal is opened once under a key, which another return_url may not use',
		make: broken((right) => ({ createBillingPortal: (id, input, call) => right.createBillingPortal(id, input, only(call)) })),
	},
	'lists a subscription that nobody has': {
		caughtBy: 'billing: a new customer has no subscriptions',
		make: broken(() => ({ listSubscriptions: async () => [odd] })),
	},
	'lists that nobody has no subscriptions': {
		caughtBy: 'billing: subscriptions of nobody, and of another scope’s customer, are not found',
		make: broken((right) => ({ listSubscriptions: (...args) => instead(right.listSubscriptions(...args), []) })),
	},
	'lists subscriptions after an abort': {
		caughtBy: 'billing: an aborted read of subscriptions rejects with aborted',
		make: broken((right) => ({ listSubscriptions: (id, call) => right.listSubscriptions(id, only(call)) })),
	},
	'counts one more than was bought': {
		caughtBy: 'billing: what was paid for is a subscription of that, and gives what it should',
		make: broken((right) => ({
			listSubscriptions: changed(right, (one) => ({ ...one, items: one.items.map((item) => ({ ...item, quantity: item.quantity + 1 })) })),
		})),
	},
	'tells of a card with a subscription': {
		caughtBy: 'billing: a subscription is told with its declared fields and no others',
		make: broken((right) => ({ listSubscriptions: changed(right, (one) => ({ ...one, card: '4242' })) })),
	},
	'writes currencies small': {
		caughtBy: 'billing: what a subscription tells can be shown',
		make: broken((right) => ({
			listSubscriptions: changed(right, (one) => ({
				...one,
				items: one.items.map((item) => ({ ...item, price: item.price && { ...item.price, currency: item.price.currency.toLowerCase() } })),
			})),
		})),
	},
	'lists the first subscription alone': {
		caughtBy: 'billing: a customer has several subscriptions',
		make: broken((right) => ({ listSubscriptions: async (...args) => (await right.listSubscriptions(...args)).slice(0, 1) })),
	},
	'lists what others have bought': {
		caughtBy: 'billing: what one customer buys, another of the same scope has not',
		make: broken((right) => {
			const all = new Map<string, Subscription>();
			return {
				async listSubscriptions(...args) {
					for (const one of await right.listSubscriptions(...args)) all.set(one.id, one);
					return [...all.values()];
				},
			};
		}),
	},
	'ends at once what should run out': {
		caughtBy: 'billing: cancelling at the period’s end leaves a subscription running, and says so',
		make: broken((right) => ({
			cancelSubscription: (id, sub, _, call) => right.cancelSubscription(id, sub, { timing: 'immediate' }, call),
		})),
	},
	'lets run out what should end at once': {
		caughtBy: 'billing: cancelling at once ends a subscription, and what it gave',
		make: broken((right) => ({ cancelSubscription: (id, sub, _, call) => right.cancelSubscription(id, sub, atEnd, call) })),
	},
	'cancels all of a customer’s subscriptions': {
		caughtBy: 'billing: cancelling one subscription leaves the others',
		make: broken((right) => ({
			async cancelSubscription(id, sub, input, call) {
				for (const one of await right.listSubscriptions(id, call)) await right.cancelSubscription(id, one.id, input, only(call));
				return right.cancelSubscription(id, sub, input, call);
			},
		})),
	},
	'cancels again under the same key': {
		caughtBy: 'billing: a subscription is cancelled once under a key',
		make: broken((right) => {
			let times = 0;
			return {
				cancelSubscription: async (id, sub, input, call) => ({
					...(await right.cancelSubscription(id, sub, input, only(call))),
					status: `cancelled ${++times} times`,
				}),
			};
		}),
	},
	'takes the first timing of a key for every one': {
		caughtBy: 'billing: a cancellation’s key with another timing is refused',
		make: broken((right) => ({ cancelSubscription: byKeyAlone(right.cancelSubscription) })),
	},
	'ends at once what is not there': {
		caughtBy: 'billing: cancelling (immediate) what is not one’s own is not found',
		make: broken((right) => ({ cancelSubscription: (...args) => instead(right.cancelSubscription(...args), odd) })),
	},
	'lets run out what is not there': {
		caughtBy: 'billing: cancelling (at_billing_period_end) what is not one’s own is not found',
		make: broken((right) => ({ cancelSubscription: (...args) => instead(right.cancelSubscription(...args), odd) })),
	},
	'ends at once though it does not offer to': {
		caughtBy: 'not offered: cancelling (immediate) is refused',
		make: cancelsOnly('at_billing_period_end'),
	},
	'lets run out though it does not offer to': {
		caughtBy: 'not offered: cancelling (at_billing_period_end) is refused',
		make: cancelsOnly('immediate'),
	},
	'says that it resumed, and did not': {
		caughtBy: 'billing: resuming undoes a cancellation at the period’s end',
		make: broken((right) => ({
			async resumeSubscription(id, sub, call) {
				const found = (await right.listSubscriptions(id, call)).find((one) => one.id === sub)!;
				return { ...found, cancel_at_period_end: false };
			},
		})),
	},
	'refuses to resume what runs on': {
		caughtBy: 'billing: resuming what runs on anyway changes nothing',
		make: broken(() => ({ resumeSubscription: () => Promise.reject(new CustomerError('not_found')) })),
	},
	'resumes what is not there': {
		caughtBy: 'billing: resuming what is not one’s own is not found',
		make: broken((right) => ({ resumeSubscription: (...args) => instead(right.resumeSubscription(...args), odd) })),
	},
	'resumes what has ended': {
		caughtBy: 'billing: resuming what has ended is not found',
		make: broken((right) => ({ resumeSubscription: (...args) => instead(right.resumeSubscription(...args), odd) })),
	},
	'offers to clear what it does not keep': {
		caughtBy: 'keeps: what is not kept is not offered to be cleared, searched or filtered by either',
		make: broken((right) => ({
			capabilities: () => ({ ...(right.capabilities() as Capabilities), keeps: ['name'] }),
		})),
	},
	...Object.fromEntries(
		(['name', 'phone', 'address'] as const).flatMap((field) => [
			[
				`says that it keeps the ${field}, and does not`,
				{
					caughtBy: `keeps: the ${field} comes back`,
					make: broken((right) => ({ get: async (...args) => ({ ...(await right.get(...args)), [field]: null }) })),
				},
			],
			[
				`drops the ${field} without a word`,
				{
					caughtBy: `not offered: a ${field} that is not kept is refused, and nothing made or written`,
					make: broken((right) => ({ create: ({ [field]: _, ...input }, call) => right.create(input, call) }), {
						capabilities: { keeps: (['name', 'phone', 'address'] as const).filter((one) => one !== field) },
					}),
				},
			],
		]),
	),
};
