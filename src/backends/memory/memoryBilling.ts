import type { Capabilities, CustomerBackend, WriteOptions } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import { checkIdempotencyKey } from '../../contract/idempotencyKey';
import { checkId } from '../kit/checkId';
import { snapshot } from '../kit/checkWrite';
import type { RunIdempotently } from '../kit/idempotentWrites';
import { notSupported } from '../kit/refusals';
import { isRunning } from './billingPeriod';
import type { Vendor } from './memoryVendor';

type Sells = Pick<
	CustomerBackend,
	'checkEntitlements' | 'createCheckout' | 'createBillingPortal' | 'listSubscriptions' | 'cancelSubscription' | 'resumeSubscription'
>;

interface Shop {
	vendor: Vendor;
	offered: Capabilities;
	/** Where the page is that plays the vendor's. */
	page: string;
	runIdempotently: RunIdempotently;
	/** Takes as long as a call does, and finds the customer. @throws `aborted`, `not_found` */
	visit(id: string, call: WriteOptions): Promise<void>;
}

/** What a memory backend offers to those who pay, as far as it is offered. */
export function memoryBilling({ vendor, offered, page, runIdempotently, visit }: Shop): Sells {
	const { subscriptions } = offered;

	async function begin(id: string, call: WriteOptions): Promise<string> {
		checkId(id);
		checkIdempotencyKey(call.idempotencyKey);
		await visit(id, call);
		return call.scope ?? '';
	}

	const sells: Sells = {};
	if (offered.entitlements)
		sells.checkEntitlements = async (id, featureIds, call = {}) => {
			const features = [...new Set(featureIds)];
			const scope = await begin(id, call);
			return features.map((feature) => vendor.check(id, scope, feature));
		};
	if (offered.checkout)
		sells.createCheckout = async (id, input, call = {}) => {
			const given = snapshot(input);
			const scope = await begin(id, call);
			return runIdempotently(`checkout ${id}`, given, call, async () => {
				const session = vendor.checkout(id, scope, given);
				if (!session) return { url: null, action: 'update' as const };
				return { url: pageOf(page, session.id, given.success_url), action: 'checkout' as const };
			});
		};
	if (offered.billingPortal)
		sells.createBillingPortal = async (id, { return_url }, call = {}) => {
			const scope = await begin(id, call);
			return runIdempotently(`portal ${id}`, return_url, call, async () => ({
				url: pageOf(page, vendor.portal(id, scope, return_url).id, return_url),
			}));
		};
	if (!subscriptions) return sells;
	sells.listSubscriptions = async (id, call = {}) => vendor.list(id, await begin(id, call));
	if (subscriptions.cancel.length > 0)
		sells.cancelSubscription = async (id, subscriptionId, { timing }, call = {}) => {
			if (!subscriptions.cancel.includes(timing)) throw notSupported(`subscriptions.cancel ${timing}`);
			const scope = await begin(id, call);
			return runIdempotently(`cancel ${id} ${subscriptionId}`, timing, call, async () => {
				const found = vendor.get(id, scope, subscriptionId);
				if (!isRunning(found)) return found;
				const ends = timing === 'immediate' ? { status: 'canceled', cancel_at_period_end: false } : { cancel_at_period_end: true };
				return vendor.put(id, scope, { ...found, ...ends });
			});
		};
	if (subscriptions.resume)
		sells.resumeSubscription = async (id, subscriptionId, call = {}) => {
			const scope = await begin(id, call);
			return runIdempotently(`resume ${id} ${subscriptionId}`, null, call, async () => {
				const found = vendor.get(id, scope, subscriptionId);
				if (!isRunning(found))
					throw new CustomerError('not_found', { message: 'The subscription has ended, so that there is nothing to resume.' });
				return vendor.put(id, scope, { ...found, cancel_at_period_end: false });
			});
		};
	return sells;
}

/** Absolute, as a vendor's is: below the origin that people come from. */
function pageOf(page: string, session: string, back: string): string {
	const url = new URL(page, new URL(back, globalThis.location?.origin ?? 'http://localhost'));
	url.searchParams.set('session', session);
	return url.href;
}
