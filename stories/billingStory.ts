import { type MemoryBackendOptions, memoryBackend } from '../src/backends/memory';
import type { CustomerBackend, Subscription } from '../src/index';
import { withFaults } from '../src/testing';
import { asha } from './formStory';

const plans = [
	{ variant_id: 'pro_monthly', name: 'Pro', price: { amount: 99_900, currency: 'INR', interval: 'month' } },
	{ variant_id: 'pro_yearly', name: 'Pro', price: { amount: 999_900, currency: 'INR', interval: 'year' } },
] as const;

const price: NonNullable<Subscription['items'][number]['price']> = {
	amount: 99_900,
	currency: 'INR',
	interval: 'month',
	interval_count: 1,
};

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
export const subscription = (changes: Partial<Subscription> = {}, other: Partial<typeof price> = {}): Subscription => ({
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

/** The same as options, to change something of it. */
export const shop = {
	customers: [asha],
	latencyMs: 20,
	billing: { plans, grants, subscriptions: { [asha.id]: [pro] } },
} satisfies MemoryBackendOptions;

/** Which cannot be asked the first time what it offers. */
export function unreachableOnce(): CustomerBackend {
	let asked = 0;
	const store: CustomerBackend = { ...memoryBackend(shop), retriesReads: true };
	return withFaults(store, ({ method }) => (method === 'capabilities' && asked++ === 0 ? { error: 'unreachable' } : undefined));
}
