import { type MemoryBackendOptions, memoryBackend } from '../src/backends/memory';
import type { CustomerBackend, Subscription } from '../src/index';
import { withFaults } from '../src/testing';
import { asha } from './formStory';

type Price = NonNullable<Subscription['items'][number]['price']>;

const plans = [
	{ variant_id: 'pro_monthly', name: 'Pro', price: { amount: 99_900, currency: 'INR', interval: 'month' } },
	{ variant_id: 'pro_yearly', name: 'Pro', price: { amount: 999_900, currency: 'INR', interval: 'year' } },
] as const;

const price = { amount: 99_900, currency: 'INR', interval: 'month', interval_count: 1 } as const;

const pro: Subscription = {
	id: 'sub_1',
	status: 'active',
	started: '2026-01-15T09:00:00.000Z',
	trial_end: null,
	current_period_end: '2199-01-15T09:00:00.000Z',
	cancel_at_period_end: false,
	items: [{ variant_id: 'pro_monthly', name: 'Pro', quantity: 1, price }],
};

/** A subscription of Asha's. */
export const subscription = (changes: Partial<Subscription> = {}, other: Partial<Price> = {}): Subscription => ({
	...pro,
	items: pro.items.map((item) => ({ ...item, price: { ...price, ...other } })),
	...changes,
});

const grants = { pro_monthly: ['reports', 'exports'] };

/** Asha, who pays for these, at a backend that sells. */
export const sellsTo = (subscriptions: readonly Subscription[]) => (): CustomerBackend =>
	memoryBackend({ customers: [asha], latencyMs: 20, billing: { plans, grants, subscriptions: { [asha.id]: subscriptions } } });

/** Asha, who pays for what she is given. */
export const sells = sellsTo([pro]);

interface Shop {
	subscriptions?: readonly Subscription[];
	/** Features whose check fails. */
	failing?: readonly string[];
	/** What it offers less. */
	capabilities?: MemoryBackendOptions['capabilities'];
	/** What goes wrong. */
	plan?: Parameters<typeof withFaults>[1];
}

/** The same with others of these, and with what goes wrong. */
export function shop({ subscriptions = [pro], failing = [], capabilities, plan = () => undefined }: Shop) {
	return (): CustomerBackend =>
		withFaults(
			memoryBackend({
				customers: [asha],
				latencyMs: 20,
				billing: { plans, grants, subscriptions: { [asha.id]: subscriptions }, failing },
				...(capabilities && { capabilities }),
			}),
			plan,
		);
}

/** Which cannot be asked the first time what it offers. */
export function unreachableOnce(): CustomerBackend {
	let asked = 0;
	const plan: Shop['plan'] = ({ method }) => (method === 'capabilities' && asked++ === 0 ? { error: 'unreachable' } : undefined);
	return { ...shop({ plan })(), retriesReads: true };
}
