import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ProyectaBackendOptions, type ProyectaDialect, proyectaBackend } from '../../src/backends/proyecta';
import type { CustomerBackend, ListCustomersRequest } from '../../src/contract/backend';
import { objectClient, positionalClient } from './proyectaClients';
import { ProyectaServer } from './proyectaServer';

let server: ProyectaServer;
beforeAll(async () => {
	server = await new ProyectaServer().start();
});
afterAll(() => server.stop());
beforeEach(() => {
	server.customers.clear();
	server.subscriptions.clear();
	server.features.clear();
	server.seen.length = 0;
	server.fault = undefined;
	server.hasMore = true;
	server.pages = true;
});

const clients = { object: objectClient, positional: positionalClient };
const backend = (dialect: ProyectaDialect, options: Partial<ProyectaBackendOptions> = {}) =>
	proyectaBackend({ client: clients[dialect](server), dialect, ...options });
const refused = async (call: Promise<unknown>) =>
	call.then(
		() => expect.unreachable('the call was to be refused'),
		(error) => error as { code: string; message: string; retryAfterMs?: number; issues: object[] },
	);
const calls = () => server.seen.map(({ method, path }) => `${method} ${path.replace('/v1/commerce/', '')}`);

async function walk(from: CustomerBackend, request: ListCustomersRequest): Promise<string[]> {
	const ids: string[] = [];
	for (let after: string | null = null, first = true; first || after !== null; first = false) {
		const page = await from.list({ ...request, ...(after !== null && { after }) });
		ids.push(...page.data.map(({ id }) => id));
		after = page.next;
	}
	return ids;
}

const seedMany = (count: number) =>
	server.seed(...Array.from({ length: count }, (_, index) => ({ id: `cus_${index}`, email: `p${index}@example.com`, name: `P ${index}` })));

describe.each(['object', 'positional'] as const)('the Proyecta backend in the %s dialect', (dialect) => {
	it('creates, reads and updates a customer, and shows only declared fields', async () => {
		const { customer } = await backend(dialect).create({
			email: 'Asha@Example.com',
			name: 'Asha Rao',
			phone: '+91 98765-43210',
			address: { line1: '1 MG Road', city: 'Bengaluru', state: 'Karnataka', postal_code: '560001', country: 'in' },
		});
		const address = { line1: '1 MG Road', line2: null, city: 'Bengaluru', state: 'KA', postal_code: '560001', country: 'IN' };
		expect(customer).toEqual({
			id: expect.stringMatching(/^cus_/),
			email: 'Asha@Example.com',
			name: 'Asha Rao',
			phone: '+919876543210',
			address,
			created: expect.stringMatching(/^2026-03-01T10:.*Z$/),
			version: null,
		});
		const store = backend(dialect);
		expect(await store.get(customer.id)).toEqual(customer);
		expect(await store.update(customer.id, { name: 'Asha R. Rao' })).toEqual({ ...customer, name: 'Asha R. Rao' });
		expect((await store.list({})).data).toEqual([{ ...customer, name: 'Asha R. Rao' }]);
	});

	it('never asks for anything with an id that cannot be one', async () => {
		const store = backend(dialect);
		for (const id of ['', '..', 'cus_', 'cus_a/b', 'usr_1', 'cus_1?limit=1', undefined as never]) {
			expect((await refused(store.get(id))).code).toBe('not_found');
			expect((await refused(store.update(id, { name: 'X' }))).code).toBe('not_found');
		}
		expect(server.seen).toEqual([]);
	});

	it('refuses an answer about somebody else', async () => {
		const store = backend(dialect);
		server.fault = () => ({ body: { id: 'cus_other', email: 'o@example.com' } });
		expect((await refused(store.get('cus_1'))).code).toBe('bad_upstream_response');
		server.fault = ({ method }) => (method === 'PATCH' ? { body: { id: 'cus_other' } } : { body: { id: 'cus_1' } });
		expect((await refused(store.update('cus_1', { name: 'X' }))).code).toBe('bad_upstream_response');
	});

	it('knows customers in every documented shape', async () => {
		const store = backend(dialect);
		const shape = (row: object) => {
			server.fault = () => ({ body: { id: 'cus_1', ...row } });
			return store.get('cus_1');
		};
		expect((await shape({ created: 1_700_000_000 })).created).toBe('2023-11-14T22:13:20.000Z');
		expect((await shape({ created_at: '2024-01-02T03:04:05.123456Z' })).created).toBe('2024-01-02T03:04:05.123456Z');
		expect((await shape({ createdAt: '2024-01-02T05:04:05+02:00' })).created).toBe('2024-01-02T03:04:05.000000Z');
		expect((await shape({ created: 'soon' })).created).toBeNull();
		expect(await shape({ address: {}, phone: '', name: null, secret: 'x' })).toEqual({
			id: 'cus_1',
			email: null,
			name: null,
			phone: null,
			address: null,
			created: null,
			version: null,
		});
		expect((await refused(shape({ deleted: true }))).code).toBe('not_found');
	});

	it('leaves deleted customers out of lists', async () => {
		server.seed({ id: 'cus_1' }, { id: 'cus_2', deleted: true }, { id: 'cus_3' });
		expect(await walk(backend(dialect), { limit: 1 })).toEqual(['cus_3', 'cus_1']);
	});

	it.each([true, false])('walks the whole account once, whether or not lists say has_more (%s)', async (hasMore) => {
		server.hasMore = hasMore;
		seedMany(205);
		const all = [...server.customers.keys()].sort();
		for (const limit of [7, 100]) expect((await walk(backend(dialect), { limit })).sort()).toEqual(all);
		server.customers.clear();
		seedMany(40);
		const first = await backend(dialect).list({ limit: 40 });
		expect([first.data.length, first.next, first.previous]).toEqual([40, null, null]);
	});

	it('opens no cursor of another sort, another server or another hand, unless they share a secret', async () => {
		seedMany(5);
		const { next } = await backend(dialect).list({ limit: 2 });
		expect((await refused(backend(dialect).list({ limit: 2, after: next! }))).code).toBe('invalid_cursor');
		expect((await refused(backend(dialect).list({ limit: 2, after: 'cus_1' }))).code).toBe('invalid_cursor');
		const [one, two] = [backend(dialect, { cursorSecret: 's3cret' }), backend(dialect, { cursorSecret: 's3cret' })];
		const shared = await one.list({ limit: 2 });
		expect(shared.next).not.toContain('cus_');
		expect((await two.list({ limit: 2, after: shared.next! })).data.length).toBe(2);
	});

	it('goes on past a customer that was deleted, until nobody who was shown is left', async () => {
		seedMany(9);
		const store = backend(dialect);
		const { data, next } = await store.list({ limit: 3 });
		const rest = [...server.customers.keys()].filter((id) => data.every((customer) => customer.id !== id)).sort();
		for (const { id } of data.slice(1)) server.customers.delete(id);
		const page = await store.list({ limit: 100, after: next! });
		expect(page.data.map(({ id }) => id).sort()).toEqual(rest);
		server.customers.delete(data[0]!.id);
		expect((await refused(store.list({ limit: 3, after: next! }))).code).toBe('invalid_cursor');
	});

	it('makes one customer of twenty creates at once, in any case, and tells everyone the same', async () => {
		const store = backend(dialect);
		const emails = Array.from({ length: 20 }, (_, index) => (index % 2 ? 'Many@Example.com' : 'many@EXAMPLE.com'));
		const answers = await Promise.all(emails.map((email) => store.create({ email })));
		expect(server.customers.size).toBe(1);
		expect(new Set(answers.map(({ customer }) => customer.id)).size).toBe(1);
		expect(answers.filter(({ outcome }) => outcome !== 'existing').length).toBe(1);
	});

	it('creates anew under an email that its former owner has given up', async () => {
		const store = backend(dialect);
		const { customer } = await store.create({ email: 'first@example.com' });
		await store.update(customer.id, { email: 'second@example.com' });
		const again = await store.create({ email: 'first@example.com' });
		expect(again.customer.id).not.toBe(customer.id);
		expect(again.outcome).not.toBe('existing');
	});

	it('has one effect a key, and refuses the key for another input', async () => {
		const store = backend(dialect);
		const { customer } = await store.create({ email: 'k@example.com', name: 'K' }, { idempotencyKey: 'key-1' });
		const writes = () => calls().filter((call) => !call.startsWith('GET')).length;
		expect((await store.create({ email: 'k@example.com', name: 'K' }, { idempotencyKey: 'key-1' })).customer).toEqual(customer);
		expect(writes()).toBe(1);
		expect((await refused(store.create({ email: 'l@example.com' }, { idempotencyKey: 'key-1' }))).code).toBe('idempotency_key_reused');
		await Promise.all([1, 2, 3].map(() => store.update(customer.id, { name: 'Q' }, { idempotencyKey: 'key-1' })));
		expect(writes()).toBe(2);
		expect(server.seen.at(-1)!.headers['idempotency-key']).not.toContain('key-1');
	});

	it('forgets a key whose call failed, so that a retry may work', async () => {
		const store = backend(dialect);
		server.fault = ({ method }) => (method === 'POST' ? { status: 503 } : undefined);
		expect((await refused(store.create({ email: 'r@example.com' }, { idempotencyKey: 'k' }))).code).toBe('upstream_unavailable');
		server.fault = undefined;
		expect((await store.create({ email: 'r@example.com' }, { idempotencyKey: 'k' })).customer.email).toBe('r@example.com');
	});

	it('makes one customer when the answer to the first try is lost', async () => {
		const store = backend(dialect);
		server.fault = ({ method }) => (method === 'POST' ? { drop: true, after: true } : undefined);
		expect((await refused(store.create({ email: 'lost@example.com' }))).code).toBe('upstream_unavailable');
		server.fault = undefined;
		await store.create({ email: 'lost@example.com' });
		expect(server.customers.size).toBe(1);
	});

	it('refuses an email that another customer has', async () => {
		const store = backend(dialect);
		await store.create({ email: 'taken@example.com' });
		const { customer } = await store.create({ email: 'mine@example.com' });
		for (const email of ['taken@example.com', 'TAKEN@example.com']) {
			expect((await refused(store.update(customer.id, { email }))).code).toBe('email_exists');
		}
		expect((await store.update(customer.id, { email: 'MINE@example.com' })).email).toBe('MINE@example.com');
	});

	it('refuses invalid values before anything leaves', async () => {
		const store = backend(dialect);
		expect(await refused(store.create({ email: 'no email', phone: '12' }))).toMatchObject({ code: 'validation_failed' });
		expect(server.seen).toEqual([]);
	});

	it('does not let a stored value that breaks the rules block another field', async () => {
		server.seed({ id: 'cus_1', phone: 'call me' });
		const store = backend(dialect);
		expect((await store.update('cus_1', { phone: 'call me', name: 'N' })).name).toBe('N');
		expect((await refused(store.update('cus_1', { phone: 'call him', name: 'N' }))).code).toBe('validation_failed');
	});

	it('clears nothing unless the host says how, and then checks that it is gone', async () => {
		const address = { line1: '1 Main St', line2: 'Flat 2', city: 'Reno', state: 'NV', postal_code: '89501', country: 'US' };
		server.seed({ id: 'cus_1', name: 'N', phone: '+12025550123', address });
		const error = await refused(backend(dialect).update('cus_1', { phone: null }));
		expect(error).toMatchObject({ code: 'not_supported', message: expect.stringContaining('write.clear') });
		expect(backend(dialect).capabilities()).toMatchObject({ write: { clear: [] } });
		for (const clear of ['null', 'empty-string'] as const) {
			server.seed({ id: 'cus_1', name: 'N', phone: '+12025550123', address });
			const store = backend(dialect, { clear });
			expect(await store.update('cus_1', { phone: null, address: { ...address, line2: null } })).toMatchObject({
				name: 'N',
				phone: null,
				address: { line1: '1 Main St', line2: null },
			});
			expect(Object.keys(server.seen.at(-1)!.body.address as object).length).toBe(6);
			expect(await store.update('cus_1', { name: null, address: null })).toMatchObject({ name: null, address: null });
		}
		server.fault = () => ({ body: { id: 'cus_1', phone: '+12025550123' } });
		expect((await refused(backend(dialect, { clear: 'null' }).update('cus_1', { phone: null }))).code).toBe('bad_upstream_response');
	});

	it('belongs to one scope: its own, or the first that calls', async () => {
		server.seed({ id: 'cus_1' });
		const own = backend(dialect, { scope: 'org_a' });
		expect((await own.list({}, { scope: 'org_a' })).data.length).toBe(1);
		const first = backend(dialect);
		await first.get('cus_1', { scope: 'org_b' });
		server.seen.length = 0;
		for (const [store, scope] of [
			[own, 'org_b'],
			[first, 'org_a'],
		] as const) {
			const attempts = [
				store.list({}, { scope }),
				store.get('cus_1', { scope }),
				store.create({ email: 'x@example.com' }, { scope }),
				store.update('cus_1', { name: 'X' }, { scope }),
				store.checkEntitlements!('cus_1', ['f'], { scope }),
				store.createBillingPortal!('cus_1', { return_url: '/' }, { scope }),
			];
			for (const attempt of await Promise.all(attempts.map(refused))) {
				expect(attempt).toMatchObject({ code: 'misconfigured', message: expect.stringContaining('backend: grant =>') });
			}
		}
		expect(server.seen).toEqual([]);
	});

	it('rejects an aborted read at once and hangs up', async () => {
		const store = backend(dialect);
		server.fault = () => ({ hang: true });
		const controller = new AbortController();
		const call = refused(store.get('cus_1', { signal: controller.signal }));
		while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		const before = server.hungUp;
		controller.abort();
		expect((await call).code).toBe('aborted');
		await expect.poll(() => server.hungUp).toBe(before + 1);
		expect((await refused(store.list({}, { signal: controller.signal }))).code).toBe('aborted');
		expect(server.seen.length).toBe(1);
	});

	it('checks entitlements, a call for each feature, and guesses nothing', async () => {
		server.seed({ id: 'cus_1' });
		server.features.set('cus_1', new Set(['feat_pro']));
		const store = backend(dialect);
		expect(await store.checkEntitlements!('cus_1', ['feat_max', 'feat_pro', 'feat_max'])).toEqual([
			{ feature_id: 'feat_max', has_access: false },
			{ feature_id: 'feat_pro', has_access: true },
		]);
		expect(server.seen.length).toBe(2);
		expect(await store.checkEntitlements!('cus_1', [])).toEqual([]);
		expect((await refused(store.checkEntitlements!('cus_2', ['feat_pro']))).code).toBe('not_found');
		for (const body of [{}, { has_access: 'yes' }, null, [true]]) {
			server.fault = () => ({ body });
			expect((await refused(store.checkEntitlements!('cus_1', ['feat_pro']))).code).toBe('bad_upstream_response');
		}
	});

	it('lets one failing check cost only itself', async () => {
		server.seed({ id: 'cus_1' });
		server.features.set('cus_1', new Set(['feat_pro']));
		const store = backend(dialect);
		for (const fault of [{ status: 500 }, { status: 404 }, { status: 429 }, { drop: true } as const, { body: {} }]) {
			server.fault = ({ body }) => (body.resource_id === 'feat_bad' ? fault : undefined);
			expect(await store.checkEntitlements!('cus_1', ['feat_bad', 'feat_pro', 'feat_max'])).toEqual([
				{ feature_id: 'feat_bad', has_access: null },
				{ feature_id: 'feat_pro', has_access: true },
				{ feature_id: 'feat_max', has_access: false },
			]);
		}
		server.fault = ({ path }) => (path.endsWith('/check') ? { status: 404 } : undefined);
		expect(await store.checkEntitlements!('cus_1', ['feat_x'])).toEqual([{ feature_id: 'feat_x', has_access: null }]);
		server.fault = () => ({ status: 429, headers: { 'retry-after': '7' } });
		expect(await refused(store.checkEntitlements!('cus_1', ['a', 'b']))).toMatchObject({ code: 'rate_limited', retryAfterMs: 7000 });
	});

	it('checks fifty features a few at a time, and none after an abort', async () => {
		server.seed({ id: 'cus_1' });
		const store = backend(dialect);
		const features = Array.from({ length: 50 }, (_, at) => `feat_${at}`);
		server.fault = () => ({ hang: true });
		const controller = new AbortController();
		const call = refused(store.checkEntitlements!('cus_1', features, { signal: controller.signal }));
		await expect.poll(() => server.seen.length).toBe(6);
		controller.abort();
		expect((await call).code).toBe('aborted');
		expect(server.seen.length).toBe(6);
		server.fault = undefined;
		const warnings: Error[] = [];
		const listen = (warning: Error) => warnings.push(warning);
		process.on('warning', listen);
		const checked = await store.checkEntitlements!('cus_1', features, { signal: new AbortController().signal });
		await new Promise((resolve) => setTimeout(resolve, 10));
		process.off('warning', listen);
		expect([checked.map(({ feature_id }) => feature_id), warnings]).toEqual([features, []]);
	});

	it('checks out, or changes the plan at once', async () => {
		server.seed({ id: 'cus_1' });
		const store = backend(dialect);
		const input = {
			line_items: [{ variant_id: 'var_1', quantity: 2, sneaky: 1 }],
			success_url: 'https://a.example/ok',
			cancel_url: 'https://a.example/no',
		};
		expect(await store.createCheckout!('cus_1', input)).toEqual({ url: 'https://checkout.example/cus_1', action: 'checkout' });
		expect(server.seen.at(-1)!.body).toEqual({ ...input, customer_id: 'cus_1', line_items: [{ variant_id: 'var_1', quantity: 2 }] });
		server.subscriptions.set('cus_1', [{ id: 'sub_1', status: 'active', items: [] }]);
		expect(await store.createCheckout!('cus_1', input)).toEqual({ url: null, action: 'update' });
		for (const body of [{}, { id: 'cs_1', action: 'checkout' }, { url: '' }, { url: 7, id: 'x' }]) {
			server.fault = () => ({ body });
			expect((await refused(store.createCheckout!('cus_1', input))).code).toBe('bad_upstream_response');
		}
	});

	it('opens the billing portal', async () => {
		server.seed({ id: 'cus_1' });
		expect(await backend(dialect).createBillingPortal!('cus_1', { return_url: 'https://a.example' })).toEqual({
			url: 'https://billing.example/p/cus_1',
		});
		expect(server.seen.at(-1)!.body).toEqual({ return_url: 'https://a.example' });
	});

	it('lists and cancels subscriptions where the host says how they are read', async () => {
		expect(backend(dialect).capabilities()).toMatchObject({
			subscriptions: false,
			entitlements: true,
			checkout: true,
			billingPortal: true,
		});
		expect(backend(dialect).cancelSubscription).toBeUndefined();
		server.seed({ id: 'cus_1' });
		server.subscriptions.set('cus_1', [
			{
				id: 'sub_1',
				status: 'active',
				current_period_end: 1_800_000_000,
				start_date: '2026-01-15T08:00:00Z',
				items: [
					{ variant_id: 'var_1', name: 'Pro', quantity: 3, price: 9 },
					{ variant_id: 'var_2', price: { amount: 900, currency: 'jpy', interval: 'month' } },
					{ variant_id: 'var_3', price: { amount: 9.5, currency: 'usd', interval: 'month' } },
				],
			},
			{ id: 'sub_2', status: 'trialing', trial_end: 1_800_000_000, items: [] },
		]);
		const store = backend(dialect, { listSubscriptions: async (id) => server.subscriptions.get(id) ?? [] });
		expect(store.capabilities()).toMatchObject({ subscriptions: { cancel: ['immediate', 'at_billing_period_end'], resume: false } });
		expect(await store.listSubscriptions!('cus_1')).toEqual([
			{
				id: 'sub_1',
				status: 'active',
				started: '2026-01-15T08:00:00Z',
				trial_end: null,
				current_period_end: '2027-01-15T08:00:00.000Z',
				cancel_at_period_end: false,
				items: [
					{ variant_id: 'var_1', name: 'Pro', quantity: 3, price: null },
					{ variant_id: 'var_2', name: null, quantity: 1, price: { amount: 900, currency: 'JPY', interval: 'month', interval_count: 1 } },
					{ variant_id: 'var_3', name: null, quantity: 1, price: null },
				],
			},
			{
				id: 'sub_2',
				status: 'trialing',
				started: null,
				trial_end: '2027-01-15T08:00:00.000Z',
				current_period_end: null,
				cancel_at_period_end: false,
				items: [],
			},
		]);
		const [first] = await store.listSubscriptions!('cus_1');
		expect(await store.cancelSubscription!('cus_1', 'sub_1', { timing: 'immediate' })).toEqual({ ...first, status: 'canceled' });
		expect(await store.cancelSubscription!('cus_1', 'sub_2', { timing: 'at_billing_period_end' })).toMatchObject({
			cancel_at_period_end: true,
		});
		expect((await refused(store.cancelSubscription!('cus_1', 'sub_3', { timing: 'immediate' }))).code).toBe('not_found');
	});

	it('tells that a subscription is cancelled also where it cannot be read anew', async () => {
		server.seed({ id: 'cus_1' });
		server.subscriptions.set('cus_1', [{ id: 'sub_1', status: 'active', items: [] }]);
		const store = backend(dialect, { listSubscriptions: () => Promise.reject(new Error('down')) });
		expect(await store.cancelSubscription!('cus_1', 'sub_1', { timing: 'at_billing_period_end' })).toMatchObject({
			id: 'sub_1',
			status: 'active',
			cancel_at_period_end: true,
		});
	});

	it('lists subscriptions that it cannot cancel', async () => {
		const { customers } = clients[dialect](server).commerce;
		const store = proyectaBackend({ client: { customers }, dialect, listSubscriptions: async () => [] });
		expect(store.capabilities()).toMatchObject({ subscriptions: { cancel: [], resume: false } });
		expect(store.cancelSubscription).toBeUndefined();
	});

	it('offers no commerce that the client has not', () => {
		const { customers } = clients[dialect](server).commerce;
		const { list, get, create, update } = { list: customers.list, get: customers.get, create: customers.create, update: customers.update };
		const bare = proyectaBackend({ client: { customers: { list, get, create, update } }, dialect });
		expect(bare.capabilities()).toMatchObject({ entitlements: false, checkout: false, billingPortal: false, subscriptions: false });
		expect([bare.checkEntitlements, bare.createCheckout, bare.createBillingPortal, bare.listSubscriptions]).toEqual([
			undefined,
			undefined,
			undefined,
			undefined,
		]);
	});

	it('says that the dialect is wrong instead of sending a write in the wrong form', async () => {
		server.seed({ id: 'cus_1' });
		const other = dialect === 'object' ? 'positional' : 'object';
		const store = proyectaBackend({ client: clients[dialect](server), dialect: other, clear: 'null' });
		const attempts = [store.update('cus_1', { name: 'X' }), store.get('cus_1'), store.createBillingPortal!('cus_1', { return_url: '/' })];
		for (const attempt of await Promise.all(attempts.map(refused))) {
			expect(attempt).toMatchObject({ code: 'misconfigured', message: expect.stringContaining('`dialect`') });
		}
		expect(server.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	it('takes the dialect of single methods', async () => {
		server.seed({ id: 'cus_1', name: 'N' });
		const { commerce } = clients[dialect](server);
		const other = dialect === 'object' ? 'positional' : 'object';
		const update = clients[other](server).commerce.customers;
		const customers = {
			list: commerce.customers.list.bind(commerce.customers),
			get: commerce.customers.get.bind(commerce.customers),
			create: commerce.customers.create.bind(commerce.customers),
			update: update.update.bind(update),
		};
		const store = proyectaBackend({ client: { customers }, dialect, methods: { update: other } });
		expect((await store.update('cus_1', { name: 'M' })).name).toBe('M');
	});
});

describe('what the dialects offer', () => {
	it('is no more than is documented of the object dialect', async () => {
		const store = backend('object');
		expect(await store.capabilities()).toMatchObject({
			write: { customId: false },
			search: false,
			filter: { email: false, country: false, created: false },
			sort: ['-created'],
			paging: { backward: false, maxLimit: 100, total: [] },
			createByEmail: 'best-effort',
			conditionalUpdate: 'none',
			live: false,
		});
		for (const request of [
			{ query: 'x' },
			{ email: 'x@example.com' },
			{ sort: 'name' },
			{ before: 'x' },
			{ created: { gte: '2026-01-01T00:00:00Z' } },
			{ country: ['IN'] },
			{ total: 'exact' },
		] satisfies ListCustomersRequest[]) {
			expect((await refused(store.list(request))).code).toBe('not_supported');
		}
		expect((await refused(store.create({ id: 'cus_mine', email: 'x@example.com' }))).code).toBe('not_supported');
		await store.list({ limit: 19 });
		expect(Object.fromEntries(server.seen.at(-1)!.query)).toEqual({ limit: '20' });
		expect((await store.create({ email: 'x@example.com' })).outcome).toBe('unknown');
	});

	it('still walks an object-dialect list that ignores starting_after, and says where it must end', async () => {
		server.pages = false;
		server.hasMore = false;
		seedMany(23);
		for (const limit of [1, 7, 100]) expect(new Set(await walk(backend('object'), { limit })).size).toBe(23);
		seedMany(130);
		const error = await refused(walk(backend('object'), { limit: 40 }));
		expect(error).toMatchObject({ code: 'not_supported', message: expect.stringContaining('newest 100') });
	});

	it('is search, sorts, filters and both ways in the positional dialect', async () => {
		seedMany(12);
		server.seed({ id: 'cus_jose', email: 'Jose@Example.com', name: 'José' });
		const store = backend('positional');
		expect((await store.list({ query: 'JOSE\u0301' })).data.map(({ id }) => id)).toEqual(['cus_jose']);
		expect((await store.list({ query: 'jose@' })).consistency).toBe('eventual');
		expect((await store.list({ sort: 'email', limit: 1 })).data[0]!.id).toBe('cus_jose');
		for (const email of ['jose@example.COM', 'Jose@Example.com']) {
			const page = await store.list({ email, sort: 'name' });
			expect([page.data.map(({ id }) => id), page.next, page.previous]).toEqual([['cus_jose'], null, null]);
		}
		expect((await store.list({ email: 'jose@example.co' })).data).toEqual([]);
		expect((await store.list({ email: 'jose@example.com', query: 'nobody' })).data).toEqual([]);
		const second = await store.list({ limit: 5, after: (await store.list({ limit: 5 })).next! });
		const back = await store.list({ limit: 5, before: second.previous! });
		expect(back.data).toEqual((await store.list({ limit: 5 })).data);
		expect([back.previous, back.next === null]).toEqual([null, false]);
	});

	it('goes on from where it was, also when an edit has moved the customer at the edge', async () => {
		seedMany(9);
		const store = backend('positional');
		for (const name of ['A first', 'Z last']) {
			const first = await store.list({ sort: 'name', limit: 3 });
			await store.update(first.data.at(-1)!.id, { name });
			const second = await store.list({ sort: 'name', limit: 3, after: first.next! });
			expect(second.data.map((customer) => customer.name)).toEqual(['P 3', 'P 4', 'P 5']);
			await store.update(first.data.at(-1)!.id, { name: first.data.at(-1)!.name });
		}
	});

	it('filters by creation to the microsecond, though upstream knows seconds only', async () => {
		server.seed(
			{ id: 'cus_a', created: '2026-03-01T10:00:00.100Z' },
			{ id: 'cus_b', created: '2026-03-01T10:00:00.900Z' },
			{ id: 'cus_c', created: '2026-03-01T10:00:01.000Z' },
		);
		const ids = async (created: ListCustomersRequest['created']) => (await walk(backend('positional'), { created, limit: 1 })).join();
		expect(await ids({ gte: '2026-03-01T10:00:00.900Z' })).toBe('cus_c,cus_b');
		expect(await ids({ lt: '2026-03-01T10:00:00.900Z' })).toBe('cus_a');
		expect(await ids({ gte: '2026-03-01T10:00:00Z', lt: '2026-03-01T10:00:01Z' })).toBe('cus_b,cus_a');
		expect(server.seen.at(-1)!.query.get('created[lt]')).toBe(String(Date.parse('2026-03-01T10:00:01Z') / 1000));
	});

	it('tells created from existing where it could look, also by another spelling of the email', async () => {
		server.seed({ id: 'cus_1', email: 'Old@Example.com', name: 'Old' });
		const store = backend('positional');
		expect(await store.create({ email: 'old@example.com', name: 'New' })).toMatchObject({
			outcome: 'existing',
			customer: { id: 'cus_1', name: 'Old' },
		});
		expect((await store.create({ id: 'cus_own', email: 'new@example.com' })).customer.id).toBe('cus_own');
		expect((await store.create({ email: 'newer@example.com' })).outcome).toBe('created');
		expect(await refused(store.create({ id: 'cus_own', email: 'newest@example.com' }))).toMatchObject({
			code: 'validation_failed',
			issues: [{ path: 'id', code: 'invalid_id' }],
		});
	});
});
