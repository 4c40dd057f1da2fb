import type { Capabilities } from '../../contract/backend';

/** Whether there is anything of a customer's billing to show. */
export function offersBilling({ subscriptions, entitlements, checkout, billingPortal }: Capabilities): boolean {
	return Boolean(subscriptions || entitlements || checkout || billingPortal);
}
