import { memoryBackend } from '../../../src/backends/memory';
import type { CheckoutInput, CustomerBackend, Entitlement, Subscription } from '../../../src/index';
import { CustomerError } from '../../../src/index';
import { people } from '../../people';

/** The running subscription that everybody has to begin with. */
export const plan: Subscription = {
	id: 'sub_1',
	status: 'active',
	started: '2026-01-01T00:00:00.000Z',
	trial_end: null,
	current_period_end: '2027-01-01T00:00:00.000Z',
	cancel_at_period_end: false,
	items: [{ variant_id: 'pro', name: 'Pro', quantity: 1, price: { amount: 1250, currency: 'USD', interval: 'month', interval_count: 1 } }],
};

/** What the vendor has, to be changed by a test at any moment. */
export interface Billed {
	features: Record<string, boolean | null>;
	subscriptions: Subscription[];
	/** Where a checkout leads; `null` where it changes the subscription at once. */
	checkoutUrl: string | null;
	/** Every session that was opened. */
	sessions: CheckoutInput[];
}

/** A backend that sells, whose vendor is in the test's hands. */
export function billedBackend(changes: Partial<Billed> = {}): CustomerBackend & { vendor: Billed } {
	const vendor: Billed = {
		features: { reports: true },
		subscriptions: [plan],
		checkoutUrl: 'https://pay.example.com/session',
		sessions: [],
		...changes,
	};
	const memory = memoryBackend({ customers: people(2) });
	const change = (id: string, next: Partial<Subscription>) => {
		const found = vendor.subscriptions.find((one) => one.id === id);
		if (!found) throw new CustomerError('not_found');
		const changed = { ...found, ...next };
		vendor.subscriptions = vendor.subscriptions.map((one) => (one.id === id ? changed : one));
		return changed;
	};
	return {
		...memory,
		vendor,
		capabilities: async () => ({
			...(await memory.capabilities()),
			entitlements: true,
			checkout: true,
			billingPortal: true,
			subscriptions: { cancel: ['immediate', 'at_billing_period_end'], resume: true },
		}),
		checkEntitlements: async (_id, featureIds): Promise<Entitlement[]> =>
			featureIds.map((feature_id) => ({ feature_id, has_access: feature_id in vendor.features ? vendor.features[feature_id]! : false })),
		listSubscriptions: async () => [...vendor.subscriptions],
		createCheckout: async (_id, input) => {
			vendor.sessions.push(input);
			return { url: vendor.checkoutUrl, action: vendor.checkoutUrl === null ? 'update' : 'checkout' };
		},
		createBillingPortal: async () => ({ url: 'https://pay.example.com/portal' }),
		cancelSubscription: async (_id, subscriptionId, { timing }) =>
			change(subscriptionId, timing === 'immediate' ? { status: 'canceled' } : { cancel_at_period_end: true }),
		resumeSubscription: async (_id, subscriptionId) => change(subscriptionId, { cancel_at_period_end: false }),
		ensureMe: async () => ({ customer: await memory.get('cus_1'), outcome: 'created' }),
	};
}
