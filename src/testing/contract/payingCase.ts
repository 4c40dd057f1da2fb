import type { Subscription } from '../../contract/billing';
import type { Customer } from '../../domain/customer';
import { assert } from './assert';
import type { BillingStage } from './billingStage';
import { type ContractCase, creating, type MakeBackend, openStage, type Stage } from './contractCase';

/** A stage with a customer on it, and with a vendor. */
export interface PayingStage extends Stage {
	billing: BillingStage;
	customer: Customer;
	/** A cart with one of the first thing, or of the others named. */
	cart(...variants: string[]): { line_items: { variant_id: string }[]; success_url: string; cancel_url: string };
	/** Buys one of the variants; returns the subscription that came of it. */
	buy(variant: string, customer?: Customer): Promise<Subscription>;
	/** Whether a feature is had. */
	has(feature: string): Promise<boolean | null>;
}

/** A case that begins with a customer and a vendor that can be paid; without a vendor it proves nothing. */
export function payingCase(
	name: string,
	applies: ContractCase['applies'] & {},
	check: (stage: PayingStage, make: MakeBackend) => Promise<void>,
): ContractCase {
	const [contractCase] = creating([
		{
			name: `billing: ${name}`,
			applies,
			async check(make) {
				if (make.billing) await check(await openPayingStage(make, make.billing), make);
			},
		},
	]);
	return contractCase as ContractCase;
}

async function openPayingStage(make: MakeBackend, billing: BillingStage): Promise<PayingStage> {
	const stage = await openStage(make);
	const { backend, call } = stage;
	const customer = await stage.add();
	const { returnUrl = '/' } = billing;
	const cart: PayingStage['cart'] = (...variants) => ({
		line_items: (variants.length === 0 ? [billing.variants[0]] : variants).map((variant_id) => ({ variant_id })),
		success_url: returnUrl,
		cancel_url: returnUrl,
	});
	return {
		...stage,
		billing,
		customer,
		cart,
		async buy(variant, buyer = customer) {
			const known = new Set((await backend.listSubscriptions?.(buyer.id, call))?.map(({ id }) => id));
			const { url } = (await backend.createCheckout?.(buyer.id, cart(variant), call)) ?? {};
			assert(url, `a checkout of ${variant} has no page to pay on`);
			await billing.pay(url);
			const bought = (await backend.listSubscriptions?.(buyer.id, call))?.filter(({ id }) => !known.has(id)) ?? [];
			assert(bought.length === 1, `paying for ${variant} made ${bought.length} new subscriptions`);
			return bought[0] as Subscription;
		},
		async has(feature) {
			return (await backend.checkEntitlements?.(customer.id, [feature], call))?.[0]?.has_access ?? null;
		},
	};
}
