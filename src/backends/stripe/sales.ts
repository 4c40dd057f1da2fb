import type { CustomerBackend } from '../../contract/backend';
import type { CheckoutInput } from '../../contract/billing';
import { badAnswer, property, toUrl } from '../kit/answer';
import { snapshot } from '../kit/checkWrite';
import { type BillingCalls, checkName } from './billingCalls';
import { activeFeatures } from './features';

type Sales = Required<Pick<CustomerBackend, 'checkEntitlements' | 'createCheckout' | 'createBillingPortal'>>;

/** What customers may use, and the pages where they pay for it. What is not clearly a yes is refused: nobody is sent anywhere on a guess. */
export function createSales({ calls, catalog, begin, write }: BillingCalls): Sales {
	const about = { customer: true };
	return {
		async checkEntitlements(id, featureIds, call = {}) {
			begin(id, call);
			const features = [...new Set(snapshot(featureIds))];
			const { active, whole } = await activeFeatures(calls, id, call);
			return features.map((feature_id) => ({ feature_id, has_access: active.has(feature_id) ? true : whole ? false : null }));
		},
		async createCheckout(id, input, call = {}) {
			begin(id, call);
			const { line_items, success_url, cancel_url }: CheckoutInput = snapshot(input);
			for (const { variant_id } of line_items) checkName(variant_id);
			return write(id, 'checkout', { line_items, success_url, cancel_url }, call, async (extras) => {
				const prices = await Promise.all(line_items.map(({ variant_id }) => catalog.price(variant_id, call)));
				const params = {
					customer: id,
					// Things that are paid once may stand beside a subscription, not the other way round.
					mode: prices.some(({ recurring }) => recurring) ? 'subscription' : 'payment',
					line_items: prices.map(({ id: price, metered }, index) => ({
						price,
						...(!metered && { quantity: line_items[index]?.quantity ?? 1 }),
					})),
					success_url,
					cancel_url,
				};
				const session = await calls.send('checkout.sessions.create', [params], call, { ...about, ...extras });
				return { url: urlOf(session, 'checkout'), action: 'checkout' as const };
			});
		},
		async createBillingPortal(id, { return_url }, call = {}) {
			begin(id, call);
			return write(id, 'portal', { return_url }, call, async (extras) => {
				const params = { customer: id, return_url };
				const session = await calls.send('billingPortal.sessions.create', [params], call, { ...about, ...extras });
				return { url: urlOf(session, 'billing portal') };
			});
		},
	};
}

function urlOf(session: unknown, what: string): string {
	const url = toUrl(property(session, 'url'));
	if (url === null) throw badAnswer(`The ${what} came without its url.`);
	return url;
}
