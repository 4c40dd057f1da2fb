import Stripe from 'stripe';
import { type StripeBackendOptions, stripeBackend, stripeWebhook } from '../../src/backends/stripe';
import type { CustomerBackend } from '../../src/server';
import type { Settings } from './settings';

type Listener = Parameters<NonNullable<CustomerBackend['subscribe']>>[0];

/** The customers of a Stripe account, and the route that Stripe tells of changes, where it can. */
export function openStripe(settings: NonNullable<Settings['stripe']>, scope: string) {
	const { secretKey, apiBase, webhookSecret: secret } = settings;
	const stripe = new Stripe(secretKey, apiBase && addressOf(apiBase));
	if (secret === undefined) return { backend: stripeBackend({ stripe, scope }), webhook: null };
	const listeners = new Set<Listener>();
	const changes: StripeBackendOptions['changes'] = {
		subscribe(onChange) {
			listeners.add(onChange);
			return () => void listeners.delete(onChange);
		},
	};
	const webhook = stripeWebhook({
		secret,
		onChange(change) {
			for (const tell of listeners) tell(change);
		},
	});
	return { backend: stripeBackend({ stripe, scope, changes }), webhook };
}

function addressOf({ protocol, hostname, port }: URL): Stripe.StripeConfig {
	const insecure = protocol === 'http:';
	return { protocol: insecure ? 'http' : 'https', host: hostname, port: Number(port || (insecure ? 80 : 443)) };
}
