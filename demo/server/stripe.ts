import Stripe from 'stripe';
import { createChangeListeners } from '../../src/backends/kit';
import { stripeBackend, stripeWebhook } from '../../src/backends/stripe';
import type { Settings } from './settings';

/** The customers of a Stripe account, and the route that Stripe tells of changes, where it can. */
export function openStripe(settings: NonNullable<Settings['stripe']>, scope: string) {
	const { secretKey, apiBase, webhookSecret: secret } = settings;
	const stripe = new Stripe(secretKey, apiBase && addressOf(apiBase));
	if (secret === undefined) return { backend: stripeBackend({ stripe, scope }), webhook: null };
	const changes = createChangeListeners();
	const webhook = stripeWebhook({ secret, onChange: (change) => changes.tell(change, scope) });
	return { backend: stripeBackend({ stripe, scope, changes }), webhook };
}

function addressOf({ protocol, hostname, port }: URL): Stripe.StripeConfig {
	const insecure = protocol === 'http:';
	return { protocol: insecure ? 'http' : 'https', host: hostname, port: Number(port || (insecure ? 80 : 443)) };
}
