import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { proyectaBackend } from '../../src/backends/proyecta';
import type { CustomerBackend } from '../../src/contract/backend';
import { type CustomerError, isCustomerError } from '../../src/contract/errors';
import { objectClient, positionalClient } from './proyectaClients';
import { type Fault, ProyectaServer } from './proyectaServer';

let server: ProyectaServer;
beforeAll(async () => {
	server = await new ProyectaServer().start();
});
afterAll(() => server.stop());
beforeEach(() => {
	server.fault = undefined;
	server.customers.clear();
	server.seed({ id: 'cus_1', email: 'a@example.com' });
});

const refused = async (call: Promise<unknown>): Promise<CustomerError> =>
	call.then(
		() => expect.unreachable('the call was to be refused'),
		(error) => (isCustomerError(error) ? error : expect.unreachable(`not an error of the contract: ${error}`)),
	);

const clients = { object: objectClient, positional: positionalClient };
const kinds = {
	get: (store: CustomerBackend) => store.get('cus_1'),
	list: (store: CustomerBackend) => store.list({}),
	create: (store: CustomerBackend) => store.create({ email: 'new@example.com' }),
	update: (store: CustomerBackend) => store.update('cus_1', { email: 'b@example.com' }),
	checkout: (store: CustomerBackend) =>
		store.createCheckout!('cus_1', { line_items: [{ variant_id: 'v' }], success_url: '/', cancel_url: '/' }),
};
type Kind = keyof typeof kinds;

const field = (param: string, code = 'invalid') => ({ error: { type: 'invalid_request', code, param, message: 'secret upstream words' } });

const table: [string, Kind, Fault, string][] = [
	['a bad key', 'get', { status: 401 }, 'misconfigured'],
	['a key without the right', 'list', { status: 403 }, 'misconfigured'],
	['an unknown id', 'get', { status: 404 }, 'not_found'],
	['an unknown id', 'update', { status: 404 }, 'not_found'],
	['a list that is not there', 'list', { status: 404 }, 'bad_upstream_response'],
	['a taken email', 'update', { status: 409, body: field('email') }, 'email_exists'],
	['a conflict without details', 'update', { status: 409 }, 'email_exists'],
	['a conflict over nothing known', 'checkout', { status: 409 }, 'bad_upstream_response'],
	['a key still in use', 'create', { status: 409, body: { code: 'idempotency_key_in_progress' } }, 'idempotency_in_progress'],
	['a key of another input', 'update', { status: 409, body: { error: { type: 'idempotency_error' } } }, 'idempotency_key_reused'],
	['a field', 'update', { status: 422, body: field('email') }, 'validation_failed'],
	['a field', 'create', { status: 400, body: field('address[postal_code]') }, 'validation_failed'],
	['nothing in particular', 'update', { status: 400 }, 'bad_upstream_response'],
	['a parameter of ours', 'list', { status: 422, body: field('limit') }, 'bad_upstream_response'],
	['the pace', 'list', { status: 429 }, 'rate_limited'],
	['a slow request', 'list', { status: 408 }, 'upstream_timeout'],
	['a slow gateway', 'get', { status: 504 }, 'upstream_timeout'],
	['a broken server', 'get', { status: 500, body: 'secret upstream words' }, 'upstream_unavailable'],
	['an unavailable server', 'create', { status: 503 }, 'upstream_unavailable'],
	['a lost connection', 'update', { drop: true }, 'upstream_unavailable'],
	['a payment that is due', 'checkout', { status: 402 }, 'bad_upstream_response'],
	['a list of something else', 'list', { body: { data: [{ id: 'prod_1' }] } }, 'bad_upstream_response'],
	['a list without data', 'list', { body: { customers: [] } }, 'bad_upstream_response'],
	...['true', 1, {}].map((has_more): [string, Kind, Fault, string] => [
		`a list that goes on as ${JSON.stringify(has_more)}`,
		'list',
		{ body: { data: [], has_more } },
		'bad_upstream_response',
	]),
	['an answer without a body', 'get', { body: null }, 'bad_upstream_response'],
	['a search that the account does not like', 'list', { status: 400, body: field('email') }, 'bad_upstream_response'],
	['a read that names a field', 'get', { status: 422, body: field('email') }, 'bad_upstream_response'],
	['a checkout that names a field', 'checkout', { status: 400, body: field('email') }, 'bad_upstream_response'],
	...[
		{ name: 42 },
		{ name: {} },
		{ email: ['a@example.com'] },
		{ phone: 919876543210 },
		{ phone: false },
		{ address: '1 MG Road' },
		{ address: [] },
		{ address: { city: 7 } },
		{ address: { postalCode: 560001 } },
		{ created: true },
		{ created_at: {} },
		{ name: 'n'.repeat(2001) },
		{ address: { line1: 'l'.repeat(100_000) } },
	].flatMap((wrong): [string, Kind, Fault, string][] => {
		const body = { id: 'cus_1', ...wrong };
		const what = `a customer with ${JSON.stringify(wrong).slice(0, 40)}`;
		return [
			[what, 'get', { body }, 'bad_upstream_response'],
			[what, 'list', { body: { data: [body] } }, 'bad_upstream_response'],
		];
	}),
	['a page that is no address', 'checkout', { body: { url: 7, id: 'sub_1' } }, 'bad_upstream_response'],
	['a page of endless address', 'checkout', { body: { url: `https://checkout.example/${'c'.repeat(10_000)}` } }, 'bad_upstream_response'],
	['a customer of another email', 'create', { body: { id: 'cus_9', email: 'z@example.com' } }, 'bad_upstream_response'],
];

describe.each(['object', 'positional'] as const)('what goes wrong upstream of the %s dialect', (dialect) => {
	it.each(table)('%s: %s', async (_what, kind, fault, code) => {
		const store = proyectaBackend({ client: clients[dialect](server), dialect });
		await store.get('cus_1');
		// Look-ups before a write stay as they are.
		server.fault = ({ method }) => (['get', 'list'].includes(kind) || method !== 'GET' ? fault : undefined);
		const error = await refused(kinds[kind](store));
		expect(error.code).toBe(code);
		const said = JSON.stringify([error.message, error.issues, { ...error, cause: undefined }]);
		expect(said).not.toMatch(/upstream words|sk_loopback|127\.0\.0\.1|@example/);
	});

	it('finds the field of a refusal however it is spelt', async () => {
		const store = proyectaBackend({ client: clients[dialect](server), dialect });
		await store.get('cus_1');
		const issueOf = async (param: string, code?: string) => {
			server.fault = ({ method }) => (method === 'PATCH' ? { status: 422, body: field(param, code) } : undefined);
			return (await refused(store.update('cus_1', { name: 'N' }))).issues;
		};
		expect(await issueOf('phone')).toEqual([{ path: 'phone', code: 'invalid_phone' }]);
		expect(await issueOf('address[postal_code]')).toEqual([{ path: 'address.postal_code', code: 'invalid_postal_code' }]);
		expect(await issueOf('address.state')).toEqual([{ path: 'address.state', code: 'invalid_state' }]);
		expect(await issueOf('country')).toEqual([{ path: 'address.country', code: 'invalid_country' }]);
		expect(await issueOf('email', 'parameter_missing')).toEqual([{ path: 'email', code: 'required' }]);
		expect(await issueOf('__proto__')).toEqual([]);
	});

	it.each([
		[{ 'retry-after': '7' }, 7000],
		[{ 'retry-after': '0' }, 1000],
		[{ 'retry-after': '86400' }, 60_000],
		[{ 'retry-after': 'later' }, 1000],
		[{ 'retry-after': 'Mon, 01 Jan 2125 00:00:00 GMT' }, 60_000],
		[{}, 1000],
	])('waits as long as %o asks for, within 1–60 seconds', async (headers, ms) => {
		server.fault = () => ({ status: 429, headers: headers as Record<string, string> });
		const error = await refused(proyectaBackend({ client: clients[dialect](server), dialect }).list({}));
		expect([error.code, error.retryAfterMs]).toEqual(['rate_limited', ms]);
	});

	it('tells an account that is not there from one that is down', async () => {
		const gone = await new ProyectaServer().start();
		await gone.stop();
		const store = proyectaBackend({ client: clients[dialect](gone), dialect });
		expect((await refused(store.get('cus_1'))).code).toBe('upstream_unavailable');
	});
});

it('a subscription of wrong types or numbers, or of endless words or items, is told as one that cannot be read', async () => {
	const wrong = [
		{ items: [{ variant_id: 'v', quantity: '3' }] },
		{ items: [{ variant_id: 'v', name: {} }] },
		{ items: [{ variant_id: 5 }] },
		{ items: ['v'] },
		{ items: { data: [] } },
		{ items: Array.from({ length: 1001 }, () => ({ variant_id: 'v' })) },
		{ cancel_at_period_end: 'true' },
		{ status: 's'.repeat(2001) },
	];
	const read = [
		{ id: 'sub_1', status: 'active', items: [{ variant_id: 'v' }] },
		...wrong.map((one, at) => ({ id: `sub_w${at}`, status: 'active', ...one })),
	];
	const store = proyectaBackend({ client: objectClient(server), listSubscriptions: async () => read });
	expect((await store.listSubscriptions!('cus_1')).map(({ unreadable = false }) => unreadable)).toEqual([false, ...wrong.map(() => true)]);
});

describe('a list that knows no limit', () => {
	/** An account of 100,000 that answers with all of them, and counts how many were looked at. */
	function account(cursors: boolean) {
		const ids = Array.from({ length: 100_000 }, (_, at) => `cus_${String(at).padStart(6, '0')}`);
		const looked = new Set<string>();
		const rows = ids.map((id, at) => ({
			get id() {
				looked.add(id);
				return id;
			},
			created: 1_700_000_000 - at,
		}));
		const list = async ({ starting_after, ending_before }: { starting_after?: string; ending_before?: string }) => {
			const from = starting_after !== undefined && cursors ? ids.indexOf(starting_after) + 1 : 0;
			return { data: rows.slice(from, ending_before === undefined ? undefined : ids.indexOf(ending_before)) };
		};
		const never = () => Promise.reject(new Error('never'));
		return { client: { customers: { list, get: never, create: never, update: never } }, looked, ids };
	}

	it.each(['object', 'positional'] as const)('is not looked at beyond the page, forward and back: %s', async (dialect) => {
		const { client, looked, ids } = account(true);
		const store = proyectaBackend({ client, dialect });
		const first = await store.list({ limit: 20 });
		expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 20));
		const second = await store.list({ limit: 20, after: first.next! });
		expect(second.data.map(({ id }) => id)).toEqual(ids.slice(20, 40));
		if (dialect === 'positional') {
			const back = await store.list({ limit: 20, before: second.previous! });
			expect(back.data.map(({ id }) => id)).toEqual(ids.slice(0, 20));
		}
		expect(looked.size).toBeLessThan(100);
	});

	it('and no cursor, says so', async () => {
		const { client, looked } = account(false);
		const store = proyectaBackend({ client });
		let page = await store.list({ limit: 100 });
		await expect(store.list({ limit: 100, after: page.next! })).rejects.toMatchObject({ code: 'not_supported' });
		page = await store.list({ limit: 20 });
		expect((await store.list({ limit: 20, after: page.next! })).data).toHaveLength(20);
		expect(looked.size).toBeLessThan(300);
	});
});

it('an account that is sent on to another host gets nothing of it, with the client as docs/backends.md has it', async () => {
	const other = await new ProyectaServer().start();
	server.fault = ({ path }) => ({ status: 307, headers: { location: `${other.baseURL}${path}` } });
	const settings = /new Proyecta\(\{([\s\S]*?)\n\}\)/.exec(readFileSync('docs/backends.md', 'utf8'))![1];
	expect(settings).toContain(`fetchOptions: { redirect: 'error' }`);
	const store = proyectaBackend({ client: positionalClient(server, { fetchOptions: { redirect: 'error' } }), dialect: 'positional' });
	for (const call of Object.values(kinds)) expect((await refused(call(store))).code).toBe('upstream_unavailable');
	expect(other.seen).toEqual([]);
	await other.stop();
});

describe('an SDK’s own faults', () => {
	it('of time are timeouts', async () => {
		server.fault = () => ({ hang: true });
		const store = proyectaBackend({ client: positionalClient(server, { timeout: 30 }), dialect: 'positional' });
		expect((await refused(store.get('cus_1'))).code).toBe('upstream_timeout');
	});

	it('of a missing key are misconfigured', async () => {
		const client = positionalClient(server);
		client.apiKey = null;
		expect((await refused(proyectaBackend({ client, dialect: 'positional' }).list({}))).code).toBe('misconfigured');
	});

	it('are known by their shape, whoever threw them', async () => {
		const thrown = async (error: unknown) => {
			const fail = async () => Promise.reject(error);
			const client = { customers: { list: fail, get: fail, create: fail, update: fail } };
			return (await refused(proyectaBackend({ client }).list({}))).code;
		};
		expect(await thrown({ statusCode: 429 })).toBe('rate_limited');
		expect(await thrown({ response: { status: 503 } })).toBe('upstream_unavailable');
		expect(await thrown(Object.assign(new Error('x'), { code: 'ETIMEDOUT' }))).toBe('upstream_timeout');
		expect(await thrown(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }))).toBe('upstream_unavailable');
		expect(await thrown(new TypeError("Cannot read properties of undefined (reading 'id')"))).toBe('misconfigured');
		expect(await thrown('words')).toBe('bad_upstream_response');
		expect(await thrown(undefined)).toBe('bad_upstream_response');
	});

	it('do not come to pass with a client that is none', () => {
		for (const client of [undefined, {}, { commerce: {} }, { customers: { get: 1 } }] as never[]) {
			expect(() => proyectaBackend({ client })).toThrow(/Pass the ready SDK client/);
		}
	});
});
