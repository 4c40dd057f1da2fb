import type { MemoryBilling, MemoryVendor } from '../../src/backends/memory';
import type { BillingStage } from '../../src/testing';

/** What the memory backends of the contract's runs sell. */
export const sold: MemoryBilling = {
	plans: [
		{ variant_id: 'pro', name: 'Pro', price: { amount: 900, currency: 'EUR', interval: 'month' } },
		{ variant_id: 'seats', name: 'Seats', price: { amount: 500, currency: 'JPY', interval: 'year' }, group: 'seats', trial_days: 14 },
	],
	grants: { pro: ['write'] },
	// A webhook that comes only when it is waited for.
	settleMs: 1e9,
};

/** How a memory backend that sells {@link sold} is paid. */
export function memoryStage(vendor: MemoryVendor): BillingStage {
	return {
		variants: ['pro', 'seats'],
		feature: 'write',
		pay(url) {
			vendor.pay(new URL(url).searchParams.get('session') ?? '');
			vendor.settle();
		},
	};
}
