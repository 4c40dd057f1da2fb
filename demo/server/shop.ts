import { type MemoryPlan, memoryBackend } from '../../src/backends/memory';
import { type Customer, type CustomerBackend, withBilling } from '../../src/server';

/** What Lotus sells. */
const plans: readonly MemoryPlan[] = [
	{ variant_id: 'maker_monthly', name: 'Maker', price: { amount: 1_200, currency: 'EUR', interval: 'month' } },
	{ variant_id: 'maker_yearly', name: 'Maker', price: { amount: 12_000, currency: 'EUR', interval: 'year' } },
];

const grants = { maker_monthly: ['reports'], maker_yearly: ['reports', 'exports'] };

/** A vendor that takes no money: what was bought is there `settleMs` after it was paid, as with a webhook that comes late. */
export function openShop(customers: CustomerBackend, scope: string, settleMs: number) {
	const vendor = memoryBackend({ billing: { plans, grants, settleMs, page: '/vendor' } });
	const billingId = async ({ id, email }: Customer) => {
		const { customer } = await vendor.create({ email: email ?? `${id}@customers.example` }, { scope });
		return customer.id;
	};
	return { backend: withBilling(customers, vendor, { billingId }), vendor: vendor.vendor! };
}

export type Shop = ReturnType<typeof openShop>;
