import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stripeBackend } from '../../src/backends/stripe';
import type { CustomerBackend } from '../../src/contract/backend';
import { type CustomerError, isCustomerError } from '../../src/contract/errors';
import { StripeServer } from '../stripe/stripeServer';

let server: StripeServer;
beforeAll(async () => {
	server = await new StripeServer().start();
});
afterAll(() => server.stop());
beforeEach(() => {
	server.fault = undefined;
	server.searches = true;
	server.searchLagMs = 0;
	server.ratePerSecond = Number.POSITIVE_INFINITY;
	server.seen.length = 0;
});

type Options = Partial<Parameters<typeof stripeBackend>[0]>;
/** Another process: nothing of what another store remembers. */
const open = (options: Options = {}): CustomerBackend =>
	stripeBackend({ stripe: new Stripe(server.key, server.config), requestsPerSecond: 10_000, ...options });
const refused = (call: Promise<unknown>): Promise<CustomerError> =>
	call.then(
		() => expect.unreachable('the call was to be refused'),
		(error) => (isCustomerError(error) ? error : expect.unreachable(`not an error of the contract: ${error}`)),
	);
let count = 0;
const fresh = (label = 'Asha') => `${label}.${++count}@Example.com`;
const posts = () => server.seen.filter(({ method }) => method === 'POST');
const until = async (holds: () => boolean) => {
	for (let waited = 0; waited < 500 && !holds(); waited++) await new Promise((resolve) => setTimeout(resolve, 10));
	expect(holds()).toBe(true);
};

describe('a call to Stripe', () => {
	it('ends when its caller hangs up, while the answer is awaited and while it is read', async () => {
		for (const fault of [{ hang: true }, { delayMs: 5000 }] as const) {
			server.seen.length = 0;
			server.fault = () => fault;
			const caller = new AbortController();
			const call = refused(open().get('cus_hangs', { signal: caller.signal }));
			await until(() => server.seen.length === 1);
			caller.abort();
			expect((await call).code).toBe('aborted');
			await until(() => server.seen[0]!.gone);
		}
		// And is not sent again.
		await new Promise((resolve) => setTimeout(resolve, 700));
		expect(server.seen.length).toBe(1);
	});

	it('is one for all who read the same at the same time, and ends with the last of them', async () => {
		server.seed({ id: 'cus_shared' });
		const store = open();
		await Promise.all([1, 2, 3].map(() => store.get('cus_shared')));
		expect(server.seen.length).toBe(1);
		server.seen.length = 0;
		server.fault = () => ({ hang: true });
		const callers = [new AbortController(), new AbortController()];
		const calls = callers.map(({ signal }) => refused(store.get('cus_shared', { signal })));
		await until(() => server.seen.length === 1);
		callers[0]!.abort();
		expect((await calls[0]!).code).toBe('aborted');
		expect(server.seen[0]!.gone).toBe(false);
		callers[1]!.abort();
		await until(() => server.seen[0]!.gone);
		server.fault = undefined;
		expect((await store.get('cus_shared')).id).toBe('cus_shared');
	});

	it('is sent once, whatever comes of it: who repeats it is the browser', async () => {
		const faults = { 500: { status: 500 }, 409: { status: 409 }, before: { reset: 'before' }, within: { reset: 'within' } } as const;
		server.fault = ({ path }) => faults[path.replace('/v1/customers/cus_', '') as keyof typeof faults];
		const stripe = new Stripe(server.key, { ...server.config, maxNetworkRetries: 3 });
		await Promise.all(Object.keys(faults).map((fault) => refused(open({ stripe }).get(`cus_${fault}`))));
		await new Promise((resolve) => setTimeout(resolve, 600));
		expect(server.seen.map(({ path }) => path).sort()).toEqual(
			Object.keys(faults)
				.map((fault) => `/v1/customers/cus_${fault}`)
				.sort(),
		);
	});

	it('goes through the host’s own HTTP client where it has one', async () => {
		server.seed({ id: 'cus_own' });
		const urls: string[] = [];
		const note = (into: string[]) => (url: string | URL | Request, init?: RequestInit) => {
			into.push(String(url));
			return fetch(url, init);
		};
		const stripe = new Stripe(server.key, { ...server.config, httpClient: Stripe.createFetchHttpClient(note(urls)) });
		await open({ stripe }).get('cus_own');
		expect(urls).toEqual([`${server.origin}/v1/customers/cus_own`]);
		const sent: string[] = [];
		await open({ stripe, fetch: note(sent) }).get('cus_own');
		expect([urls.length, sent.length]).toEqual([1, 1]);
	});

	it('is not shared with what was asked before a write', async () => {
		const { customer } = await open().create({ email: fresh(), name: 'Before' });
		let slow = true;
		const store = open({
			async fetch(url, init) {
				const response = await fetch(url, init);
				if (slow && init.method === 'GET') await new Promise((resolve) => setTimeout(resolve, 400));
				return response;
			},
		});
		server.seen.length = 0;
		const early = store.get(customer.id);
		await until(() => server.seen.length === 1);
		// Its answer is on the way by then.
		await new Promise((resolve) => setTimeout(resolve, 50));
		slow = false;
		await store.update(customer.id, { name: 'After' });
		expect((await store.get(customer.id)).name).toBe('After');
		expect((await early).name).toBe('Before');
	});

	it('is a failure by its status, whichever client brought it', async () => {
		const httpClient = Stripe.createFetchHttpClient();
		// The SDK takes it for a customer: its body has no `error`.
		server.fault = () => ({ status: 429, body: { message: 'Too many requests' }, headers: { 'retry-after': '3' } });
		for (const config of [{}, { httpClient }]) {
			const error = await refused(open({ stripe: new Stripe(server.key, { ...server.config, ...config }) }).get('cus_1'));
			expect([error.code, error.retryAfterMs]).toEqual(['rate_limited', 3000]);
		}
	});

	it('gives up after the client’s own timeout', async () => {
		server.fault = () => ({ hang: true });
		const error = await refused(open({ stripe: new Stripe(server.key, { ...server.config, timeout: 40 }) }).get('cus_slow'));
		expect(error.code).toBe('upstream_timeout');
		await until(() => server.seen[0]!.gone);
	});
});

describe('the pace', () => {
	it('keeps to what Stripe allows an endpoint', async () => {
		server.ratePerSecond = 25;
		const store = open({ requestsPerSecond: 25 });
		const reads = await Promise.all(Array.from({ length: 45 }, (_, index) => refused(store.get(`cus_pace${index}`))));
		expect(new Set(reads.map(({ code }) => code))).toEqual(new Set(['not_found']));
		expect(server.seen.length).toBe(45);
	});

	it('refuses at once what would come too late, and sends nothing of it', async () => {
		const caller = new AbortController();
		const store = open({ requestsPerSecond: 2 });
		const reads = Array.from({ length: 20 }, (_, index) => refused(store.get(`cus_late${index}`, { signal: caller.signal })));
		const late = await reads.at(-1)!;
		expect([late.code, late.retryAfterMs]).toEqual(['rate_limited', 6000]);
		caller.abort();
		const codes = (await Promise.all(reads)).map(({ code }) => code);
		expect(codes.filter((code) => code === 'rate_limited').length).toBe(8);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(server.seen.length).toBeLessThanOrEqual(2);
	});

	it('waits as long as Stripe asks, and not for what others do', async () => {
		server.seed({ id: 'cus_wait' });
		const store = open();
		server.fault = ({ path }) => (path.endsWith('cus_wait') ? { status: 429, headers: { 'retry-after': '2' } } : undefined);
		expect((await refused(store.get('cus_wait'))).retryAfterMs).toBe(2000);
		server.fault = undefined;
		const began = Date.now();
		await store.list({});
		expect(Date.now() - began).toBeLessThan(1000);
		await store.get('cus_wait');
		expect(Date.now() - began).toBeGreaterThan(1500);
		server.fault = () => ({ status: 429, headers: { 'retry-after': '30' } });
		expect((await refused(store.get('cus_wait'))).retryAfterMs).toBe(30_000);
		server.seen.length = 0;
		expect((await refused(store.get('cus_wait'))).code).toBe('rate_limited');
		expect(server.seen.length).toBe(0);
	});
});

describe('creating by email', () => {
	it('finds who is written in another case, made by others', async () => {
		const email = fresh();
		const { customer } = await open().create({ email });
		await expect(open().create({ email: email.toUpperCase() })).resolves.toEqual({ customer, outcome: 'existing' });
		expect(posts().length).toBe(1);
	});

	it('makes one customer from two servers at once, search lagging or missing', async () => {
		for (const searches of [true, false]) {
			server.searches = searches;
			server.searchLagMs = 60_000;
			const email = fresh();
			const spellings = [email, email.toLowerCase(), email, email.toUpperCase()];
			const made = await Promise.all(spellings.map((spelling, index) => open().create({ email: spelling, name: `Racer ${index % 3}` })));
			expect(new Set(made.map(({ customer }) => customer.id)).size).toBe(1);
			expect(made.filter(({ outcome }) => outcome === 'created').length).toBe(1);
		}
	});

	it('waits for another server that is in the middle of it, and says so when that takes too long', async () => {
		const email = fresh();
		server.fault = ({ method, headers }) => {
			if (method !== 'POST') return undefined;
			server.fault = undefined;
			server.hold(String(headers['idempotency-key']));
			return undefined;
		};
		expect((await refused(open().create({ email }))).code).toBe('idempotency_in_progress');
	});

	it('makes a new customer for an email whose customer was deleted or renamed within the day', async () => {
		const email = fresh();
		const { customer } = await open().create({ email });
		server.customers.remove(customer.id);
		const second = await open().create({ email });
		expect([second.outcome, second.customer.id === customer.id]).toEqual(['created', false]);
		await open().update(second.customer.id, { email: fresh() });
		server.searchLagMs = 60_000;
		const third = await open().create({ email });
		expect([third.outcome, third.customer.id === second.customer.id]).toEqual(['created', false]);
	});

	it('tells Stripe no email in its keys', async () => {
		await open().create({ email: 'Secret.Person@example.com' }, { idempotencyKey: 'Secret.Person@example.com' });
		expect(JSON.stringify(posts().map(({ headers }) => headers['idempotency-key']))).not.toMatch(/secret/i);
	});
});

describe('writing', () => {
	it('sends all six fields of an address, and clears by empty texts', async () => {
		const address = { line1: 'Torstraße 1', city: 'Berlin', postal_code: '10119', country: 'DE' };
		const { customer } = await open().create({ email: fresh(), name: 'A', phone: '+12025550123', address });
		await open().update(customer.id, { address: { line1: 'Hauptstraße 2', city: 'Bonn', postal_code: '53111', country: 'DE' } });
		await open().update(customer.id, { name: null, phone: null, address: null });
		const blank = { line1: '', line2: '', city: '', state: '', postal_code: '', country: '' };
		expect(posts().map(({ form }) => ({ ...form, email: '', metadata: {} }))).toEqual([
			{ email: '', name: 'A', phone: '+12025550123', address: { ...blank, ...address }, metadata: {} },
			{ email: '', address: { ...blank, line1: 'Hauptstraße 2', city: 'Bonn', postal_code: '53111', country: 'DE' }, metadata: {} },
			{ email: '', name: '', phone: '', address: blank, metadata: {} },
		]);
		expect(await open().get(customer.id)).toMatchObject({ name: null, phone: null, address: null });
	});

	it('refuses what was changed elsewhere since it was read', async () => {
		const { customer } = await open().create({ email: fresh(), name: 'First' });
		// By hand, on Stripe's own page, where nobody leaves a mark.
		server.customers.rows.set(customer.id, { ...server.customers.find(customer.id), name: 'By Hand' });
		const late = open().update(customer.id, { name: 'Mine' }, { ifVersion: customer.version });
		expect((await refused(late)).code).toBe('version_conflict');
		expect(posts().length).toBe(1);
	});

	it('says which field Stripe refused', async () => {
		const { customer } = await open().create({ email: fresh() });
		const issueOf = async (param: string, code = 'invalid') => {
			const body = { error: { type: 'invalid_request_error', param, code, message: 'secret' } };
			server.fault = ({ method }) => (method === 'POST' ? { status: 400, body } : undefined);
			return (await refused(open().update(customer.id, { name: 'N' }))).issues;
		};
		expect(await issueOf('email', 'email_invalid')).toEqual([{ path: 'email', code: 'invalid_email' }]);
		expect(await issueOf('address[postal_code]')).toEqual([{ path: 'address.postal_code', code: 'invalid_postal_code' }]);
		expect(await issueOf('phone', 'parameter_missing')).toEqual([{ path: 'phone', code: 'required' }]);
		expect(await issueOf('__proto__')).toEqual([]);
	});
});

describe('ids', () => {
	it('of accounts that are customers are taken, and of any other kind where the host says so', async () => {
		server.seed({ id: 'acct_1Qx', name: 'Account' }, { id: '1234', name: 'Of old' });
		expect((await open().get('acct_1Qx')).name).toBe('Account');
		expect((await refused(open().get('1234'))).code).toBe('not_found');
		expect((await open({ idPattern: /^\d+$/ }).get('1234')).name).toBe('Of old');
		expect((await open({ idPattern: /^\d+$/ }).list({})).data.some(({ id }) => id === '1234')).toBe(true);
	});

	it('of deleted customers are not found, and their place in a list is not lost', async () => {
		const store = open();
		const made: string[] = [];
		for (let index = 0; index < 6; index++) made.unshift((await store.create({ email: fresh('list') })).customer.id);
		const first = await store.list({ limit: 2 });
		expect(first.data.map(({ id }) => id)).toEqual(made.slice(0, 2));
		server.customers.remove(made[1]!);
		expect((await refused(store.get(made[1]!))).code).toBe('not_found');
		expect((await refused(store.update(made[1]!, { name: 'Nobody' }))).code).toBe('not_found');
		const second = await store.list({ limit: 2, after: first.next! });
		expect(second.data.map(({ id }) => id)).toEqual(made.slice(2, 4));
		const back = await store.list({ limit: 2, before: second.previous! });
		expect(back.data.map(({ id }) => id)).toEqual([made[0]]);
		for (const id of [made[2]!, made[3]!]) server.customers.remove(id);
		expect((await store.list({ limit: 2, after: second.next! })).data.map(({ id }) => id)).toEqual(made.slice(4));
	});

	it('of other customers than the one asked for are refused', async () => {
		server.fault = () => ({ body: { id: 'cus_other', object: 'customer', created: 1 } });
		expect((await refused(open().get('cus_asked'))).code).toBe('bad_upstream_response');
	});
});

describe('search', () => {
	const names = async (store: CustomerBackend, query: string, limit = 100) =>
		(await store.list({ query, limit })).data.map(({ name }) => name);

	it('knows at once what was just created or edited, while the index lags', async () => {
		const store = open();
		const old = (await store.create({ email: fresh('lag'), name: 'Lagging Early' })).customer;
		server.searchLagMs = 60_000;
		const young = (await store.create({ email: fresh('lag'), name: 'Lagging Late' })).customer;
		server.searchLagMs = 0;
		await store.update(old.id, { name: 'Lagging Renamed' });
		server.searchLagMs = 60_000;
		expect((await names(store, 'lagging')).sort()).toEqual([young.name, 'Lagging Renamed']);
		expect(await names(store, 'early')).toEqual([]);
		expect((await store.list({ email: young.email!.toUpperCase() })).data.map(({ id }) => id)).toEqual([young.id]);
		// Another server has to wait for the index.
		expect(await names(open(), 'lagging')).toEqual([]);
	});

	it('walks forth and back over more than Stripe gives at once, lagging rows in their place', async () => {
		const begun = Math.floor(Date.now() / 1000) - 10_000;
		const rows = Array.from({ length: 230 }, (_, index) => ({
			id: `cus_walk${index}`,
			name: `Walker ${index}`,
			created: begun + index * 10,
		}));
		server.seed(...rows);
		const store = open();
		server.searchLagMs = 60_000;
		await store.update('cus_walk120', { name: 'Walker renamed' });
		await store.update('cus_walk7', { name: 'Stands still' });
		const wanted = rows
			.map(({ name }, index) => (index === 120 ? 'Walker renamed' : name))
			.filter((_, index) => index !== 7)
			.reverse();
		for (const limit of [100, 64, 7]) {
			const pages: (string | null)[][] = [];
			let page = await store.list({ query: 'walker', limit });
			for (;;) {
				pages.push(page.data.map(({ name }) => name));
				if (page.next === null) break;
				page = await store.list({ query: 'walker', limit, after: page.next });
			}
			expect(pages.flat()).toEqual(wanted);
			const back: (string | null)[][] = [];
			while (page.previous !== null) {
				page = await store.list({ query: 'walker', limit, before: page.previous });
				back.unshift(page.data.map(({ name }) => name));
			}
			expect(back).toEqual(pages.slice(0, -1));
		}
		const created = { gte: new Date((begun + 1000) * 1000).toISOString(), lt: new Date((begun + 1100) * 1000).toISOString() };
		expect((await store.list({ query: 'walker', created })).data.length).toBe(10);
	});

	it('no longer shows who was deleted elsewhere, once the index has had its time', async () => {
		const store = open();
		server.searchLagMs = 0;
		const { customer } = await store.create({ email: fresh('gone'), name: 'Vanishing Person' });
		server.customers.remove(customer.id);
		server.index.note(customer.id, null, Date.now());
		expect(await names(store, 'vanishing')).toEqual(['Vanishing Person']);
		const now = Date.now;
		Date.now = () => now() + 61_000;
		try {
			expect(await names(store, 'vanishing')).toEqual([]);
		} finally {
			Date.now = now;
		}
	});

	it('takes words in any order, and no more of Stripe’s language than it means to', async () => {
		server.seed({ id: 'cus_words', name: 'Asha "the \\ one" Rao' });
		const store = open();
		expect(await names(store, 'rao asha')).toEqual(['Asha "the \\ one" Rao']);
		expect(await names(store, '"the \\ one"')).toEqual(['Asha "the \\ one" Rao']);
		expect(await names(store, 'rao" OR name~"asha')).toEqual([]);
		expect((await refused(store.list({ query: 'ab' }))).code).toBe('not_supported');
	});

	it('finds a customer by the whole id', async () => {
		server.seed({ id: 'cus_Pasted1', name: 'Pasted' }, { id: 'cus_Other1', name: 'cus_Missing1' });
		expect(await names(open(), ' cus_Pasted1 ')).toEqual(['Pasted']);
		expect(await names(open(), 'cus_Missing1')).toEqual(['cus_Missing1']);
	});

	it('stays offered where Stripe refuses what one person looks for', async () => {
		server.seed({ id: 'cus_Found1', name: 'Found' });
		const refusing = { status: 400, body: { error: { type: 'invalid_request_error', param: 'query', message: 'private' } } };
		server.fault = ({ form }) => (String(form.query).includes('odd') ? refusing : undefined);
		const store = open();
		expect(await refused(store.list({ query: 'odd one' }))).toMatchObject({
			code: 'malformed_request',
			cause: { message: expect.stringContaining('400') },
		});
		expect(await names(store, 'found')).toEqual(['Found']);
		expect((await store.create({ email: 'odd@example.com' })).outcome).toBe('created');
		expect(await store.capabilities()).toMatchObject({ search: { matching: 'own' }, filter: { email: true } });
	});

	it('stays offered where Stripe does not take its own cursor any more', async () => {
		server.seed(...Array.from({ length: 102 }, (_, at) => ({ id: `cus_Paged${at}`, name: 'Paged' })));
		const store = open();
		const { next } = await store.list({ query: 'paged', limit: 100 });
		server.fault = ({ form }) =>
			form.page === undefined ? undefined : { status: 400, body: { error: { type: 'invalid_request_error' } } };
		expect((await refused(store.list({ query: 'paged', limit: 100, after: next! }))).code).toBe('invalid_cursor');
		expect(await store.capabilities()).toMatchObject({ search: { matching: 'own' } });
	});

	it('tells of a failure where it cannot be found out whether the account has it', async () => {
		server.fault = ({ form }) => ({ status: String(form.query).includes('nobody') ? 503 : 400, body: { error: { type: 'api_error' } } });
		const store = open();
		expect((await refused(store.list({ query: 'somebody' }))).code).toBe('upstream_unavailable');
		expect(await store.capabilities()).toMatchObject({ search: { matching: 'own' } });
	});

	it('is no longer offered once Stripe has refused it', async () => {
		server.searches = false;
		const store = open();
		expect(await store.capabilities()).toMatchObject({ search: { matching: 'own' }, filter: { email: true } });
		expect((await refused(store.list({ query: 'somebody' }))).code).toBe('not_supported');
		expect(await store.capabilities()).toMatchObject({ search: false, filter: { email: false } });
		server.seen.length = 0;
		await refused(store.list({ query: 'somebody' }));
		expect(server.seen.length).toBe(0);
		expect((await store.create({ email: fresh() })).outcome).toBe('created');
	});
});
