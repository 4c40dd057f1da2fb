import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type MemoryBackend, memoryBackend } from '../../../src/backends/memory';
import { postgresBackend } from '../../../src/backends/postgres';
import { httpBackend } from '../../../src/client';
import { type CustomerBackend, createCustomersHandler, type WriteOptions, withBilling } from '../../../src/server';
import { backendContract } from '../../../src/testing';
import { openPglite } from '../../pglite';
import { memoryStage, sold } from '../memoryStage';

/** The billing of all scopes in one account, as most vendors have it. */
function account(billing: MemoryBackend): CustomerBackend {
	const within = <T extends WriteOptions>(call?: T) => ({ ...call, scope: 'the account' });
	return {
		...billing,
		create: (input, call) => billing.create(input, within(call)),
		checkEntitlements: (id, features, call) => billing.checkEntitlements!(id, features, within(call)),
		createCheckout: (id, input, call) => billing.createCheckout!(id, input, within(call)),
		createBillingPortal: (id, input, call) => billing.createBillingPortal!(id, input, within(call)),
		listSubscriptions: (id, call) => billing.listSubscriptions!(id, within(call)),
		cancelSubscription: (id, subscription, input, call) => billing.cancelSubscription!(id, subscription, input, within(call)),
		resumeSubscription: (id, subscription, call) => billing.resumeSubscription!(id, subscription, within(call)),
	};
}

let database: PGlite;
beforeAll(async () => {
	database = await openPglite();
});
afterAll(() => database.close());

describe('customers in Postgres, billed by another account, keep the contract', async () => {
	const billing = memoryBackend({ billing: sold });
	const theirs = account(billing);
	const ours = postgresBackend({ query: (text, params) => database.query(text, params) });
	const backend = withBilling(ours, theirs, {
		billingId: async ({ email }) => (await theirs.create({ email: email ?? '' })).customer.id,
	});
	const paid = { billing: memoryStage(billing.vendor!) };
	const make = Object.assign(async () => backend, paid);
	const makeThroughHttp = Object.assign(async ({ scope = 'everyone' }: { scope?: string } = {}) => {
		const handler = createCustomersHandler({ backend, authorize: () => ({ allow: true, scope }), onError: () => {} });
		return httpBackend({ url: 'https://shop.test/api/customers', fetch: (input, init) => handler(new Request(input, init)) });
	}, paid);
	const offered = await backend.capabilities();
	for (const { name, applies, check } of backendContract) {
		// What Postgres does with customers is proven with it.
		if (!/^(billing|not offered|copies|id)/.test(name) || !(applies?.(offered) ?? true)) continue;
		it(name, () => check(make));
		it(`through HTTP: ${name}`, () => check(makeThroughHttp));
	}
});
