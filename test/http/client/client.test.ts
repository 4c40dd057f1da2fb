import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomerError, functionBackend, httpBackend, isCustomerError } from '../../../src/client';
import type { CustomerBackend, Subscription } from '../../../src/server';
import { callHandler, createCustomersHandler } from '../../../src/server';
import { mount, origin } from '../request';

const url = `${origin}/api/customers`;
const page = { data: [], next: null, previous: null };
const whole = { id: 'cus_1', email: null, name: null, phone: null, address: null, created: null, version: null };

/** A client whose every request is answered by the next of the given answers; the last one stays. */
function scripted(...answers: (Response | Error | (() => Promise<Response>))[]) {
	const requests: Request[] = [];
	const client = httpBackend({
		url,
		fetch: async (target, init) => {
			requests.push(new Request(target, init));
			const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
			if (answer instanceof Error) throw answer;
			return typeof answer === 'function' ? answer() : answer.clone();
		},
	});
	return { client, requests };
}

const json = (body: unknown, init: ResponseInit = {}) =>
	new Response(JSON.stringify(body), { status: 200, ...init, headers: { 'Content-Type': 'application/json', ...init.headers } });
const problem = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}) =>
	json(
		{ type: 't', title: 'T', status, code, requestId: 'r1', ...more },
		{ status, headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': 'r1', ...headers } },
	);
const failure = async (call: Promise<unknown>): Promise<CustomerError> => {
	const error = await call.then(
		() => null,
		(reason: unknown) => reason,
	);
	if (!isCustomerError(error)) throw new Error(`No CustomerError: ${error}`);
	return error;
};

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

it("knows headers by any case of their names, which a `fetch` that stands in for the browser's keeps", async () => {
	const headers = new Headers();
	headers[Symbol.iterator] = () => new Map([['Content-Type', 'application/json']]).entries() as HeadersIterator<[string, string]>;
	const answer = Object.defineProperty(json(page), 'headers', { value: headers });
	const { client } = scripted(async () => answer);
	expect((await client.list({})).data).toEqual([]);
});

describe('what the client sends', () => {
	it('puts nothing personal in a URL', async () => {
		const { client, requests } = scripted(json(page));
		await client.list({ limit: 5, sort: '-name', after: 'c+/=', total: 'exact', query: undefined });
		await client.list({});
		await client.list({ query: 'asha', limit: 5 });
		await client.list({ email: 'asha@example.com' });
		await client.list({ country: ['IN'] });
		await client.list({ created: { gte: '2026-01-01T00:00:00Z' } });
		const { searchParams } = new URL(requests[0]!.url);
		expect(Object.fromEntries(searchParams)).toEqual({ limit: '5', sort: '-name', after: 'c+/=', total: 'exact' });
		expect(requests.slice(1).map((request) => `${request.method} ${request.url.slice(origin.length)}`)).toEqual([
			'GET /api/customers',
			...Array(4).fill('POST /api/customers/search'),
		]);
		expect(await requests[2]!.json()).toEqual({ query: 'asha', limit: 5 });
	});

	it('sends versions and keys, its own key where none is given', async () => {
		const { client, requests } = scripted(json(whole));
		await client.update('cus_1', { name: null }, { ifVersion: '7', idempotencyKey: 'mine' });
		await client.update('cus_1', {});
		await client.update('cus_1', {});
		expect(requests.map(({ headers }) => headers.get('if-match'))).toEqual(['"7"', '*', '*']);
		const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
		expect([keys[0], new Set(keys).size]).toEqual(['mine', 3]);
		expect(await requests[0]!.json()).toEqual({ name: null });
		expect((await failure(client.update('cus_1', {}, { idempotencyKey: 'é' }))).code).toBe('malformed_request');
	});

	it('sends the headers of the host, fresh each time, and never follows a redirect', async () => {
		const inits: RequestInit[] = [];
		let token = 0;
		const client = httpBackend({
			url: '/api/customers/',
			headers: async () => ({ Authorization: `Bearer ${++token}`, 'content-type': 'text/evil' }),
			credentials: 'include',
			fetch: async (target, init) => {
				inits.push({ ...init, headers: { target, ...Object.fromEntries(new Headers(init.headers)) } });
				return json(page);
			},
		});
		await client.list({ limit: 2 });
		await client.list({ query: 'x' });
		expect(inits).toMatchObject([
			{
				method: 'GET',
				credentials: 'include',
				redirect: 'manual',
				cache: 'no-store',
				headers: { target: '/api/customers?limit=2', authorization: 'Bearer 1', 'x-proyecta-customers': '1' },
			},
			{ method: 'POST', headers: { target: '/api/customers/search', authorization: 'Bearer 2', 'content-type': 'application/json' } },
		]);
	});

	it('calls nothing for an id that cannot be', async () => {
		const { client, requests } = scripted(json(whole));
		for (const id of ['', '.', '..', 'a b', 'é', undefined as never]) expect((await failure(client.get(id))).code).toBe('not_found');
		expect(requests).toEqual([]);
	});

	it('uses the global fetch of the moment', async () => {
		vi.stubGlobal('fetch', async () => json(page));
		expect(await httpBackend({ url: '/api/customers' }).list({})).toEqual(page);
	});

	it.each(['/api/customers?x=1', '/api#x', undefined as never])('refuses the url %s', (odd) => {
		expect(() => httpBackend({ url: odd })).toThrow(/`url`/);
	});
});

describe('what the client makes of failures', () => {
	it('knows code, request id, issues and when to come again', async () => {
		const errors = [
			{ pointer: '/address/postal_code', code: 'invalid_postal_code', params: { country: 'IN', example: '110001', x: 'dropped' } },
			{ pointer: '/future', code: 'future_code' },
		];
		const { client } = scripted(problem(422, 'validation_failed', { errors }, { 'Retry-After': '7' }));
		const error = await failure(client.create({ email: 'x' }));
		expect(error).toMatchObject({ code: 'validation_failed', status: 422, requestId: 'r1', retryAfterMs: 7000, retryable: false });
		expect(error.issues).toEqual([
			{ path: 'address.postal_code', code: 'invalid_postal_code', params: { country: 'IN', example: '110001' } },
			{ path: '', code: 'invalid_type' },
		]);
		expect(error.message).toContain('/future');
	});

	it.each([
		['a login wall', new Response('<html>', { status: 401 }), 'unauthenticated'],
		['a proxy’s 502', new Response('<html>', { status: 502 }), 'bad_upstream_response'],
		['a proxy’s 503', new Response('', { status: 503 }), 'upstream_unavailable'],
		['a foreign 404', new Response('<html>', { status: 404 }), 'bad_response'],
		['an app shell', new Response('<html>', { headers: { 'Content-Type': 'text/html' } }), 'bad_response'],
		['broken JSON', new Response('{', { headers: { 'Content-Type': 'application/json' } }), 'bad_response'],
		['another shape', json({ data: 'x' }), 'bad_response'],
		['null', json(null), 'bad_response'],
		['no content', new Response(null, { status: 204 }), 'bad_response'],
		['an empty page', new Response('', { headers: { 'Content-Type': 'application/json' } }), 'bad_response'],
		['nothing, though it was accepted', new Response(null, { status: 202 }), 'bad_response'],
		['no Response at all, of a fetch of one’s own', (() => Promise.resolve(undefined)) as never, 'bad_response'],
		['a redirect', new Response(null, { status: 302, headers: { Location: 'https://evil.test' } }), 'bad_response'],
		['a code that does not fit its status', problem(404, 'unauthenticated'), 'bad_response'],
		['a code from the prototype', problem(403, 'constructor'), 'forbidden'],
	])('%s', async (_, response, code) => {
		vi.useFakeTimers();
		const { client } = scripted(response);
		const [error] = await Promise.all([failure(client.list({})), vi.runAllTimersAsync()]);
		expect(error.code).toBe(code);
	});

	it('does not take another customer for the one asked for', async () => {
		const { client } = scripted(json({ ...whole, id: 'cus_2' }));
		expect((await failure(client.get('cus_1'))).code).toBe('bad_response');
		expect((await failure(client.update('cus_1', {}))).code).toBe('bad_response');
	});
});

describe('what the client lets in', () => {
	it('is the declared fields only, whatever the server sends', async () => {
		const address = { line1: null, line2: null, city: null, state: null, postal_code: null, country: 'IN' };
		const declared = { ...whole, version: '1', address };
		const sent = { ...declared, card: '4242', address: { ...address, door: '4242' } };
		const of = (body: unknown) => scripted(json(body)).client;
		expect(await of(sent).get('cus_1')).toEqual(declared);
		expect(await of(sent).update('cus_1', {})).toEqual(declared);
		expect(await of({ ...page, data: [sent], card: '4242' }).list({})).toEqual({ ...page, data: [declared] });
		const created = { outcome: 'created', customer: sent, card: '4242' };
		expect(await of(created).create({ email: 'a@example.com' })).toEqual({ outcome: 'created', customer: declared });
	});
});

describe('retries', () => {
	it.each([408, 429, 502, 503, 504])('repeat a read twice after %i', async (status) => {
		vi.useFakeTimers();
		const codes = {
			408: 'request_timeout',
			429: 'rate_limited',
			502: 'bad_upstream_response',
			503: 'misconfigured',
			504: 'upstream_timeout',
		} as const;
		const { client, requests } = scripted(problem(status, codes[status as 408]));
		const [error] = await Promise.all([failure(client.get('cus_1')), vi.runAllTimersAsync()]);
		expect([error.code, requests.length]).toEqual([codes[status as 408], 3]);
	});

	it('repeat a read after the network failed, and are over with the first success', async () => {
		vi.useFakeTimers();
		const { client, requests } = scripted(new TypeError('Failed to fetch'), problem(503, 'upstream_unavailable'), json(page));
		const [answer] = await Promise.all([client.list({ query: 'x' }), vi.runAllTimersAsync()]);
		expect([answer, requests.length]).toEqual([page, 3]);
		const down = scripted(new TypeError('Failed to fetch'));
		const [error] = await Promise.all([failure(down.client.list({})), vi.runAllTimersAsync()]);
		expect([error.code, error.retryable, down.requests.length]).toEqual(['unreachable', true, 3]);
	});

	it('repeat a read that breaks off', async () => {
		vi.useFakeTimers();
		const broken = () => new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) }));
		const { client, requests } = scripted(async () => broken(), json(page));
		const [answer] = await Promise.all([client.list({}), vi.runAllTimersAsync()]);
		expect([answer, requests.length]).toEqual([page, 2]);
	});

	it.each([400, 401, 403, 404, 422, 500, 501] as const)('are not made after %i', async (status) => {
		const codes = {
			400: 'malformed_request',
			401: 'unauthenticated',
			403: 'forbidden',
			404: 'not_found',
			422: 'validation_failed',
			500: 'internal_error',
			501: 'not_supported',
		};
		const { client, requests } = scripted(problem(status, codes[status]));
		expect([(await failure(client.get('cus_1'))).code, requests.length]).toEqual([codes[status], 1]);
	});

	it('are never made of a write', async () => {
		for (const answer of [
			problem(503, 'upstream_unavailable'),
			problem(429, 'rate_limited', {}, { 'Retry-After': '1' }),
			new TypeError('Failed to fetch'),
		]) {
			const { client, requests } = scripted(answer);
			await failure(client.create({ email: 'a@example.com' }));
			await failure(client.update('cus_1', {}));
			expect(requests.length).toBe(2);
		}
	});

	it('wait as long as Retry-After says, and no longer than the caller', async () => {
		vi.useFakeTimers();
		const { client, requests } = scripted(problem(429, 'rate_limited', {}, { 'Retry-After': '2' }), json(page));
		const answer = client.list({});
		await vi.advanceTimersByTimeAsync(1999);
		expect(requests.length).toBe(1);
		await vi.advanceTimersByTimeAsync(1);
		expect(await answer).toEqual(page);

		const caller = new AbortController();
		const down = scripted(problem(503, 'upstream_unavailable'));
		const waiting = failure(down.client.list({}, { signal: caller.signal }));
		await vi.advanceTimersByTimeAsync(0);
		caller.abort();
		expect([(await waiting).code, down.requests.length, vi.getTimerCount()]).toEqual(['aborted', 1, 0]);
	});
});

describe('no answer', () => {
	const codeOf = async (client: CustomerBackend) => (await failure(client.create({ email: 'a@example.com' }))).code;
	const down = () => scripted(new TypeError('Failed to fetch')).client;
	const closed = () => functionBackend(() => Promise.reject(new Error('the channel is closed')));

	it.each([true, undefined])('says that the server is out of reach where the browser’s onLine is %s', async (onLine) => {
		vi.stubGlobal('navigator', { onLine });
		expect([await codeOf(down()), await codeOf(closed())]).toEqual(['unreachable', 'unreachable']);
		vi.stubGlobal('navigator', undefined);
		expect(await codeOf(down())).toBe('unreachable');
	});

	it('says offline only where the browser says so', async () => {
		vi.stubGlobal('navigator', { onLine: false });
		expect([await codeOf(down()), await codeOf(closed())]).toEqual(['offline', 'offline']);
		const answers = await Promise.all(
			[problem(503, 'upstream_unavailable'), new Response(null, { status: 204 })].map((one) => codeOf(scripted(one).client)),
		);
		expect(answers).toEqual(['upstream_unavailable', 'bad_response']);
	});

	it('is none where the browser itself gave the request up, as its stop button does', async () => {
		const { client, requests } = scripted(new DOMException('The operation was aborted.', 'AbortError'));
		expect([(await failure(client.list({}))).code, requests.length]).toEqual(['aborted', 1]);
	});

	it.each([204, 200, 201])('is told apart from an empty answer of %i by every method', async (status) => {
		const of = (answer: () => Response) => httpBackend({ url, fetch: async () => answer() });
		const cart = { line_items: [{ variant_id: 'v' }], success_url: '/', cancel_url: '/' };
		const bodies = status === 204 ? [null] : ['', 'null', '[]', '7', '""', '{}', '<html>'];
		for (const body of bodies) {
			const client = of(() => new Response(body, { status, headers: { 'Content-Type': 'application/json', ETag: '"1"' } }));
			const calls: Record<string, () => Promise<unknown> | unknown> = {
				capabilities: () => client.capabilities(),
				list: () => client.list({}),
				search: () => client.list({ query: 'x' }),
				get: () => client.get('cus_1'),
				create: () => client.create({ email: 'a@example.com' }),
				update: () => client.update('cus_1', {}),
				checkout: () => client.createCheckout!('cus_1', cart),
				portal: () => client.createBillingPortal!('cus_1', { return_url: '/' }),
				subscriptions: () => client.listSubscriptions!('cus_1'),
				export: () => client.exportCsv!({}, { mode: 'data' }),
			};
			for (const [name, call] of Object.entries(calls))
				expect([name, body, (await failure(Promise.resolve().then(call))).code]).toEqual([name, body, 'bad_response']);
		}
	});
});

describe('aborting', () => {
	it('rejects at once, aborts the request, and sends nothing when it came before', async () => {
		const caller = new AbortController();
		const { client, requests } = scripted(() => new Promise<Response>(() => {}));
		const call = failure(client.get('cus_1', { signal: caller.signal }));
		await vi.waitFor(() => expect(requests.length).toBe(1), 10_000);
		caller.abort();
		expect([(await call).code, requests[0]!.signal.aborted]).toEqual(['aborted', true]);
		expect((await failure(client.get('cus_1', { signal: caller.signal }))).code).toBe('aborted');
		expect(requests.length).toBe(1);
	});

	it('comes by itself when the server never answers', async () => {
		vi.useFakeTimers();
		const { client, requests } = scripted(() => new Promise<Response>(() => {}));
		const [error] = await Promise.all([failure(client.create({ email: 'a@example.com' })), vi.runAllTimersAsync()]);
		expect([error.code, requests[0]!.signal.aborted]).toEqual(['timeout', true]);
	});
});

describe('versions', () => {
	it('come from the ETag where the backend keeps none, and guard the next edit', async () => {
		const { handler } = mount({ backend: memoryBackend({ capabilities: { conditionalUpdate: 'none' } }) });
		const client = httpBackend({ url, fetch: (target, init) => handler(new Request(target, init)) });
		const { customer } = await client.create({ email: 'a@example.com' });
		expect(customer.version).toBe((await client.get(customer.id)).version);
		expect((await client.list({})).data).toEqual([customer]);
		const next = await client.update(customer.id, { name: 'A' }, { ifVersion: customer.version! });
		expect(next.version).not.toBe(customer.version);
		expect((await failure(client.update(customer.id, { name: 'B' }, { ifVersion: customer.version! }))).code).toBe('version_conflict');
		expect((await client.update(customer.id, { name: 'B' }, { ifVersion: next.version! })).name).toBe('B');
	});

	it.each([
		['nginx', (etag: string) => `W/${etag}`],
		['Apache', (etag: string) => etag.replace(/"$/, '-gzip"')],
		['Jetty', (etag: string) => etag.replace(/"$/, '--gzip"')],
		['Caddy', (etag: string) => etag.replace(/"$/, '-br"')],
	])('are the same when %s has compressed the response', async (_, compressed) => {
		const { handler } = mount({ backend: memoryBackend({ capabilities: { conditionalUpdate: 'none' } }) });
		const client = httpBackend({
			url,
			fetch: async (target, init) => {
				const { body, status, headers } = await handler(new Request(target, init));
				const etag = headers.get('etag');
				return new Response(body, { status, headers: { ...Object.fromEntries(headers), ...(etag && { etag: compressed(etag) }) } });
			},
		});
		const { customer } = await client.create({ email: 'a@example.com' });
		const { version } = await client.get(customer.id);
		expect([version, customer.version]).toEqual(Array(2).fill((await client.list({})).data[0]!.version));
		const saved = await client.update(customer.id, { name: 'A' }, { ifVersion: version! });
		expect((await failure(client.update(customer.id, { name: 'B' }, { ifVersion: version! }))).code).toBe('version_conflict');
		expect((await client.update(customer.id, { name: 'B' }, { ifVersion: saved.version! })).name).toBe('B');
	});

	it.each(['1', 'a"b', '100%', 'ü', ' ', '', 'W/"x"', '*', 'a, b', '\\'])('go there and back as they are: %j', async (version) => {
		const { handler } = mount({ backend: memoryBackend({ customers: [{ id: 'cus_1', email: 'a@example.com', version }] }) });
		const client = httpBackend({ url, fetch: (target, init) => handler(new Request(target, init)) });
		expect((await client.get('cus_1')).version).toBe(version);
		expect((await failure(client.update('cus_1', { name: 'A' }, { ifVersion: `${version}x` }))).code).toBe('version_conflict');
		expect((await client.update('cus_1', { name: 'A' }, { ifVersion: version })).name).toBe('A');
	});
});

describe('what a grant hides', () => {
	it('does not break the client', async () => {
		const memory = memoryBackend({ customers: [{ id: 'cus_1', email: 'a@example.com' }] });
		const { handler } = mount({ backend: memory, authorize: () => ({ allow: true, scope: 'a', fields: { read: ['email'] } }) });
		const client = httpBackend({ url, fetch: (target, init) => handler(new Request(target, init)) });
		expect(await client.get('cus_1')).toMatchObject({ id: 'cus_1', email: 'a@example.com', created: null });
		expect((await client.list({})).data).toMatchObject([{ email: 'a@example.com' }]);
	});
});

describe('commerce through the client', () => {
	it('gives and refuses access only where the server says exactly that', async () => {
		for (const has_access of ['true', 1, null, undefined]) {
			const { client } = scripted(json({ data: [{ feature_id: 'pro', has_access }] }));
			expect(await client.checkEntitlements!('cus_1', ['pro', 'team', 'pro'])).toEqual([
				{ feature_id: 'pro', has_access: null },
				{ feature_id: 'team', has_access: null },
			]);
		}
		const { client } = scripted();
		expect(await client.checkEntitlements!('cus_1', [])).toEqual([]);
	});

	it('asks what the backend is asked', async () => {
		const memory = memoryBackend();
		const subscription: Subscription = {
			id: 'sub_1',
			status: 'active',
			started: '2026-01-01T00:00:00Z',
			trial_end: '2026-01-15T00:00:00Z',
			current_period_end: null,
			cancel_at_period_end: false,
			items: [
				{ variant_id: 'v', name: 'Pro', quantity: 2, price: { amount: 900, currency: 'KWD', interval: 'month', interval_count: 3 } },
				{ variant_id: 'w', name: null, quantity: 1, price: null },
			],
		};
		const backend: CustomerBackend = {
			...memory,
			capabilities: async () => ({
				...(await memory.capabilities()),
				entitlements: true,
				checkout: true,
				billingPortal: true,
				subscriptions: { cancel: ['immediate'], resume: true },
			}),
			checkEntitlements: async (_, features) => features.map((feature_id) => ({ feature_id, has_access: feature_id === 'pro' })).reverse(),
			createCheckout: async () => ({ url: 'https://pay.test', action: 'checkout' }),
			createBillingPortal: async () => ({ url: 'https://pay.test/portal' }),
			listSubscriptions: async () => [subscription],
			cancelSubscription: async () => ({ ...subscription, status: 'canceled' }),
			resumeSubscription: async () => ({ ...subscription, status: 'resumed' }),
		};
		const { handler } = mount({ backend });
		const client = httpBackend({ url, fetch: (target, init) => handler(new Request(target, init)) });
		expect(await client.checkEntitlements!('cus_1', ['pro', 'team', 'pro'])).toEqual([
			{ feature_id: 'pro', has_access: true },
			{ feature_id: 'team', has_access: false },
		]);
		const cart = { line_items: [{ variant_id: 'v' }], success_url: '/', cancel_url: '/' };
		expect(await client.createCheckout!('cus_1', cart)).toEqual({ url: 'https://pay.test', action: 'checkout' });
		expect(await client.createBillingPortal!('cus_1', { return_url: '/' })).toEqual({ url: 'https://pay.test/portal' });
		expect(await client.listSubscriptions!('cus_1')).toEqual([subscription]);
		expect((await client.cancelSubscription!('cus_1', 'sub_1', { timing: 'immediate' })).status).toBe('canceled');
		expect((await client.resumeSubscription!('cus_1', 'sub_1')).status).toBe('resumed');
		const { handler: plain } = mount();
		const none = httpBackend({ url, fetch: (target, init) => plain(new Request(target, init)) });
		expect((await failure(none.listSubscriptions!('cus_1'))).code).toBe('not_supported');
	});
});

describe('a plain function instead of fetch', () => {
	it('carries no header that says who calls', async () => {
		const seen: Headers[] = [];
		const handler = createCustomersHandler({
			backend: memoryBackend(),
			authorize: (request) => {
				seen.push(request.headers);
				return { allow: true, scope: 'a' };
			},
		});
		const headers = { Cookie: 's=1', Authorization: 'x', 'X-Forwarded-Host': 'evil', Origin: 'https://evil.test', 'If-None-Match': '*' };
		const answer = await callHandler(handler, { method: 'GET', path: '/', headers, body: null }, { origin });
		expect([answer.status, [...seen[0]!.keys()]]).toEqual([200, ['if-none-match']]);
		await expect(callHandler(handler, { method: 'DELETE', path: '@evil', headers: {}, body: null } as never, { origin })).rejects.toThrow(
			/functionBackend/,
		);
	});

	it('fails as the network does', async () => {
		const client = functionBackend(async () => {
			throw new Error('the action failed');
		});
		expect((await failure(client.create({ email: 'a@example.com' }))).code).toBe('unreachable');
		const mine = functionBackend(() => Promise.reject(new CustomerError('aborted')));
		expect((await failure(mine.create({ email: 'a@example.com' }))).code).toBe('aborted');
	});

	it.each([
		null,
		undefined,
		'',
		{},
		{ status: 204, headers: {}, body: '' },
		{ status: 200 },
		{ status: 200, headers: { 'content-type': ['a'] }, body: {} },
	])('does not take %j for an answer', async (odd) => {
		const client = functionBackend(async () => odd as never);
		expect((await failure(client.create({ email: 'a@example.com' }))).code).toBe('bad_response');
		expect((await failure(client.list({}))).code).toBe('bad_response');
	});
});

describe('a real server', () => {
	it('that redirects is not followed', async () => {
		let asked = 0;
		const server = createServer((request, response) => {
			asked++;
			response.writeHead(307, { Location: `http://${request.headers.host}/elsewhere` }).end();
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const client = httpBackend({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/customers` });
		expect([(await failure(client.list({}))).code, asked]).toEqual(['bad_response', 1]);
		server.closeAllConnections();
		server.close();
	});
});
