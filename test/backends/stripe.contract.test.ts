import Stripe from 'stripe';
import { afterAll, describe, it } from 'vitest';
import { createChangeListeners } from '../../src/backends/kit';
import { stripeBackend, stripeWebhook } from '../../src/backends/stripe';
import { httpBackend } from '../../src/client';
import type { Capabilities, CustomerBackend } from '../../src/contract/backend';
import { createCustomersHandler } from '../../src/server';
import { backendContract } from '../../src/testing';
import { StripeServer } from '../stripe/stripeServer';

/** Loopback calls on a busy machine take their time. */
const timeout = 60_000;
const servers: StripeServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.stop())));

/** The account's webhooks, signed, received, and told to whoever listens. */
function hearChanges(stripe: Stripe, server: StripeServer, scope: string) {
	const secret = 'whsec_loopback';
	const changes = createChangeListeners();
	const webhook = stripeWebhook({ secret, onChange: (change) => changes.tell(change, scope) });
	server.onEvent = (body) => {
		const headers = { 'stripe-signature': stripe.webhooks.generateTestHeaderString({ payload: body, secret }) };
		void webhook(new Request('https://host.example/webhooks/stripe', { method: 'POST', headers, body }));
	};
	return changes;
}

describe.each([{ search: true }, { search: false }])('the Stripe backend keeps the contract with search: $search', ({ search }) => {
	const accounts = new Map<string, Promise<CustomerBackend>>();

	/** An account has no scopes, so each scope gets one, as `backend: grant => …` would choose it. */
	function make({ scope = 'everyone' }: { scope?: string } = {}): Promise<CustomerBackend> {
		const known = accounts.get(scope);
		if (known) return known;
		const made = new StripeServer().start().then((server) => {
			servers.push(server);
			server.searchLagMs = 300;
			server.searches = search;
			server.billing.sell('price_plan', { features: ['reports'] });
			server.billing.sell('price_side');
			const stripe = new Stripe(server.key, { ...server.config, telemetry: false });
			const changes = hearChanges(stripe, server, scope);
			return stripeBackend({ stripe, scope, search, changes, cursorSecret: 'shared by all accounts', requestsPerSecond: 10_000 });
		});
		accounts.set(scope, made);
		return made;
	}

	async function makeThroughHttp({ scope = 'everyone' }: { scope?: string } = {}): Promise<CustomerBackend> {
		const handler = createCustomersHandler({
			backend: await make({ scope }),
			authorize: () => ({ allow: true, scope }),
			onError: () => {},
		});
		return httpBackend({ url: 'https://host.example/api/customers', fetch: (input, init) => handler(new Request(input, init)) });
	}

	const paid = {
		billing: {
			variants: ['price_plan', 'price_side'] as const,
			feature: 'reports',
			returnUrl: 'https://host.example/',
			pay: (url: string) => {
				servers.find(({ billing }) => billing.sessions.has(new URL(url).pathname.split('/').at(-1)!))!.billing.pay(url);
			},
		},
	};
	const capabilities = stripeBackend({
		stripe: new Stripe('sk_test_nobody'),
		search,
		changes: createChangeListeners(),
	}).capabilities() as Capabilities;
	for (const { name, applies, check } of backendContract) {
		if (!(applies?.(capabilities) ?? true)) continue;
		// Search changes nothing of the rest, and every case costs hundreds of calls.
		if (!search && !/^(search|filter|cursor|create|not offered|scope)/.test(name)) continue;
		it(name, { timeout }, () => check(Object.assign(make, paid)));
		it(`through HTTP: ${name}`, { timeout }, () => check(Object.assign(makeThroughHttp, paid)));
	}
});
