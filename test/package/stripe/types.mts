import { stripeBackend } from 'proyecta-customers/backends/stripe';
import Stripe from 'stripe';

/** The ready client is taken as it is. */
export const backend = stripeBackend({ stripe: new Stripe('sk_1') });
