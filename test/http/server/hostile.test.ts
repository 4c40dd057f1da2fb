import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { Capabilities, Customer, CustomerBackend, Grant, IdempotencyStore, KeyState, RequestContext } from '../../../src/server';
import { CustomerError } from '../../../src/server';
import { type Ask, mount, refusal } from '../request';

const secret = 'SECRET';
const bad = () => {
	throw new Error(secret);
};

/** A CustomerError to look at, with something else under each of its names. */
const disguised = (own: object) => Object.defineProperties(new CustomerError('not_found'), Object.getOwnPropertyDescriptors(own));

let turn = 0;

/** What a backend may throw, or reject with. */
const thrown: [string, unknown][] = [
	['nothing', undefined],
	['null', null],
	['text', secret],
	['a symbol', Symbol(secret)],
	['a function', () => secret],
	['an error', new TypeError(secret)],
	['an object without a prototype', Object.create(null)],
	['a proxy whose every trap throws', new Proxy({}, new Proxy({}, { get: () => bad }))],
	['a proxy that says yes to everything', new Proxy(new Error(secret), { get: () => true, getPrototypeOf: () => CustomerError.prototype })],
	['a revoked proxy', revoked()],
	[
		'an error whose code cannot be read',
		disguised({
			get code() {
				return bad();
			},
		}),
	],
	[
		'an error with another code each time',
		disguised({
			get code() {
				return turn++ % 2 ? secret : 'not_found';
			},
		}),
	],
	['an error with a code of its own', disguised({ code: secret })],
	['an error whose code is an object', disguised({ code: { toString: () => 'not_found' } })],
	[
		'an error whose issues cannot be read',
		disguised({
			get issues() {
				return bad();
			},
		}),
	],
	['an error with revoked issues', disguised({ issues: revoked([]) })],
	['an error with issues of its own kind', disguised({ issues: Object.assign([], { slice: () => ({ map: () => [secret] }) }) })],
	[
		'an error with odd issues',
		disguised({ issues: [null, 7, { path: secret, code: secret, params: { max: Symbol(secret), country: secret.repeat(9) } }] }),
	],
	['an error to be tried again never', disguised({ retryAfterMs: Number.NaN })],
	[
		'an error with a status and headers',
		disguised({ status: 299, headers: { 'X-Secret': secret }, errors: [{ pointer: secret }], message: Symbol(secret) }),
	],
];

function revoked(target: object = {}): object {
	const { proxy, revoke } = Proxy.revocable(target, {});
	revoke();
	return proxy;
}

/** The whole of a response, headers too: a failed one with a known code. */
async function expectClosed(response: Response, onErrors: number, contexts: readonly RequestContext[]): Promise<void> {
	const text = `${JSON.stringify([...response.headers])}${await response.text()}`;
	expect(text).not.toContain(secret);
	expect(text).not.toContain('NaN');
	expect(response.status).toBeGreaterThanOrEqual(400);
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	expect(contexts).toHaveLength(onErrors);
	expect(contexts.at(-1)).toMatchObject({ status: response.status, code: expect.stringMatching(/^[a-z_]+$/) });
}

const everything: Partial<Capabilities> = {
	entitlements: true,
	checkout: true,
	billingPortal: true,
	subscriptions: { cancel: ['immediate'], resume: true },
};
const urls = { success_url: '/yes', cancel_url: '/no' };
const overwrite = { 'If-Match': '*', 'Idempotency-Key': 'k' };

/** One call of each method of a backend. */
const calls: Partial<Record<keyof CustomerBackend, [string, Ask]>> = {
	capabilities: ['/capabilities', {}],
	list: ['/', {}],
	get: ['/cus_1', {}],
	create: ['/', { json: { email: 'b@example.com' }, headers: { 'Idempotency-Key': 'k' } }],
	update: ['/cus_1', { method: 'PATCH', headers: overwrite, json: { name: 'B' } }],
	checkEntitlements: ['/cus_1/entitlements', { json: { feature_ids: ['a', 'b'] } }],
	createCheckout: ['/cus_1/checkout', { json: { line_items: [{ variant_id: 'v' }], ...urls } }],
	createBillingPortal: ['/cus_1/billing-portal', { json: { return_url: '/' } }],
	listSubscriptions: ['/cus_1/subscriptions', {}],
	cancelSubscription: ['/cus_1/subscriptions/sub_1/cancel', { json: { timing: 'immediate' } }],
	resumeSubscription: ['/cus_1/subscriptions/sub_1/resume', { method: 'POST' }],
};

/** A backend of which one method does something else. */
function backendWith(method: string, answer: () => unknown): CustomerBackend {
	const memory = memoryBackend({ customers: [{ id: 'cus_1', name: 'A' }] });
	const never = () => Promise.reject(new Error('never'));
	return {
		...memory,
		capabilities: async () => ({ ...(await memory.capabilities()), ...everything }),
		checkEntitlements: never,
		createCheckout: never,
		createBillingPortal: never,
		listSubscriptions: never,
		cancelSubscription: never,
		resumeSubscription: never,
		[method]: answer,
	};
}

describe('whatever a backend throws, the handler answers, and tells nothing of it', () => {
	it.each(thrown)('%s', async (_, error) => {
		for (const [method, [path, ask]] of Object.entries(calls)) {
			for (const answer of [
				() => Promise.reject(error),
				() => {
					throw error;
				},
			]) {
				const contexts: RequestContext[] = [];
				const mounted = mount({ backend: backendWith(method, answer), onError: (_, context) => contexts.push(context) });
				await expectClosed(await mounted.ask(path, ask), 1, contexts);
			}
		}
	});

	it.each(thrown)('%s, from authorize, the rate limiter, the store or the choice of a backend', async (_, error) => {
		const fail = () => {
			throw error;
		};
		for (const options of [
			{ authorize: fail },
			{ rateLimit: { take: fail } },
			{ idempotency: { begin: fail, keep: fail, release: fail } },
			{ backend: fail },
		]) {
			const contexts: RequestContext[] = [];
			const { ask } = mount({ ...options, onError: (_, context) => contexts.push(context) });
			const response = await ask(...calls.create!);
			await expectClosed(response, 1, contexts);
			if (!('backend' in options)) expect(response.status).toBe(500);
		}
	});

	it.each(thrown)('%s, in the middle of an export', async (_, error) => {
		const memory = memoryBackend({ customers: [{ id: 'cus_1' }, { id: 'cus_2' }] });
		const contexts: RequestContext[] = [];
		const list: CustomerBackend['list'] = (request, options) =>
			request.after === undefined ? memory.list(request, options) : Promise.reject(error);
		const { ask } = mount({ backend: { ...memory, list }, onError: (_, context) => contexts.push(context) });
		const response = await ask('/export', { json: { request: { limit: 1 }, format: 'csv', mode: 'data' } });
		await expect(response.text()).rejects.toThrow(/^(?!.*SECRET)/);
		expect(contexts).toHaveLength(1);
	});
});

describe('an answer of the wrong shape is 502', () => {
	const customer = { id: 'cus_1', email: 'a@example.com', name: null, phone: null, address: null, created: null, version: '1' };
	const page = { data: [], next: null, previous: null };
	const dates = { started: null, trial_end: null, current_period_end: null };
	const otherSubscription = { id: 'sub_2', status: 'active', ...dates, cancel_at_period_end: true, items: [] };
	const hostile = new Proxy({}, { get: (_, key) => (key === 'then' ? undefined : bad()), has: bad, ownKeys: bad });
	const wrong: unknown[] = [undefined, null, 7, '', 'text', [], [null], {}, { data: null }, () => page, hostile];
	const shapes: Partial<Record<keyof typeof calls, unknown[]>> = {
		capabilities: [{ write: null }],
		list: [
			{ ...page, data: {} },
			{ ...page, data: [null] },
			{ ...page, data: [{ ...customer, name: 7 }] },
			{ ...page, next: undefined },
			{ ...page, total: { kind: 'many', value: 1 } },
			{ ...page, total: { kind: 'exact', value: -1 } },
		],
		get: [
			{ ...customer, id: 'cus_2' },
			{ ...customer, address: 'x' },
			{ ...customer, created: 'yesterday' },
		],
		create: [{ customer, outcome: 'done' }, { customer: null, outcome: 'created' }, customer],
		update: [{ ...customer, id: 'cus_2' }],
		createCheckout: [
			{ url: 'http://evil.test', action: 'checkout' },
			{ url: null, action: 'buy' },
		],
		createBillingPortal: [{ url: 'javascript:alert(1)' }],
		listSubscriptions: [[{}], { data: [] }],
		cancelSubscription: [otherSubscription],
		resumeSubscription: [otherSubscription],
	};

	it.each(Object.keys(calls) as (keyof typeof calls)[])('of %s', async (method) => {
		// No subscriptions are an empty list, and so is what nothing could be found out about.
		const all = [...wrong, ...(shapes[method] ?? [])].filter(
			(answer) => !(method === 'listSubscriptions' || method === 'checkEntitlements') || describeShape(answer) !== 'object []',
		);
		for (const answer of all) {
			const contexts: RequestContext[] = [];
			const { ask } = mount({ backend: backendWith(method, async () => answer), onError: (_, context) => contexts.push(context) });
			const response = await ask(...calls[method]!);
			expect([describeShape(answer), await refusal(response)]).toEqual([describeShape(answer), '502 bad_upstream_response']);
			expect(contexts).toMatchObject([{ code: 'bad_upstream_response', status: 502 }]);
		}
	});

	it('of the first page of an export, too', async () => {
		const { ask } = mount({ backend: backendWith('list', async () => null) });
		expect(await refusal(await ask('/export', { json: { request: {}, format: 'csv', mode: 'data' } }))).toBe('502 bad_upstream_response');
	});

	it('and what is right with more to it is copied without it, also where rows are of a class of their own', async () => {
		class Rows extends Array<Customer> {
			toJSON() {
				return secret;
			}
			override map(): never {
				return [secret] as never;
			}
		}
		const data = Rows.from([{ ...customer, internal: secret }]);
		const { ask } = mount({ backend: backendWith('list', async () => ({ ...page, data, internal: secret })) });
		expect(await (await ask('/')).json()).toEqual({ ...page, data: [customer] });
	});
});

function describeShape(value: unknown): string {
	try {
		return `${typeof value} ${JSON.stringify(value)}`;
	} catch {
		return 'hostile';
	}
}

describe('what a host hands in', () => {
	const hostileGrant = new Proxy({}, { get: bad }) as Grant;

	it.each([
		['a grant that cannot be read', { authorize: () => hostileGrant }, '500 internal_error'],
		['a rate limiter that answers nothing', { rateLimit: { take: () => undefined as never } }, '503 misconfigured'],
		['a rate limiter that answers no number', { rateLimit: { take: () => Number.NaN } }, '503 misconfigured'],
		['a store that answers nothing', { idempotency: { begin: () => undefined as never, keep() {}, release() {} } }, '503 misconfigured'],
		[
			'a store that answers what it should not',
			{ idempotency: { begin: () => ({ state: 'ok' }) as never, keep() {}, release() {} } },
			'503 misconfigured',
		],
		['no backend', { backend: () => null as never }, '503 misconfigured'],
	])('%s', async (_, options, wanted) => {
		const { ask, errors } = mount(options);
		expect(await refusal(await ask(...calls.create!))).toBe(wanted);
		expect(errors).toHaveLength(1);
	});

	it.each([
		['throws', bad],
		['rejects', () => Promise.reject(new Error(secret))],
		['never ends', () => new Promise<never>(() => {})],
		['answers something that cannot be waited for', () => new Proxy({}, { get: bad })],
	])('is told of a failure and of a write, and changes no response where it %s', async (_, callback) => {
		const { ask } = mount({ onError: callback as () => void, onAudit: callback as () => void });
		expect((await ask('/', { json: { email: 'a@example.com' } })).status).toBe(201);
		expect((await ask('/cus_none')).status).toBe(404);
	});

	it.each<[string, unknown, string]>([
		['nothing', undefined, '503 misconfigured'],
		['null', null, '503 misconfigured'],
		['no more than an object', {}, '503 misconfigured'],
		['what Node has', { url: '/api/customers', method: 'GET', headers: { host: 'shop.test' } }, '503 misconfigured'],
		[
			'what a proxy is asked',
			{ url: 'https://shop.test/api/customers', method: 'GET', headers: { host: 'shop.test' } },
			'503 misconfigured',
		],
		['an address alone', { url: 'https://shop.test/api/customers' }, '503 misconfigured'],
		['headers alone', { headers: new Headers() }, '503 misconfigured'],
		['what cannot be read', new Proxy({}, { get: bad }), '500 internal_error'],
	])('in the place of a Request is refused, and said to be none: %s', async (_, given, wanted) => {
		const contexts: RequestContext[] = [];
		const { handler } = mount({ onError: (_, context) => contexts.push(context) });
		expect(await refusal(await handler(given as never))).toBe(wanted);
		const [status, code] = wanted.split(' ');
		const nothing = { action: undefined, id: undefined, scope: undefined, actor: undefined };
		expect(contexts).toStrictEqual([{ requestId: expect.any(String), method: '', ...nothing, status: Number(status), code }]);
	});

	it('may be a Request of a framework that has no signal', async () => {
		const { handler } = mount();
		const request = new Request('https://shop.test/api/customers');
		const without = { url: request.url, method: 'GET', headers: request.headers, body: null, bodyUsed: false };
		expect((await handler(without as Request)).status).toBe(200);
	});
});

describe('a store that hangs', () => {
	const hang = () => new Promise<never>(() => {});

	it('at the beginning ends with the deadline', async () => {
		const { ask } = mount({ deadlineMs: 20, idempotency: { begin: hang, keep: hang, release: hang } });
		expect(await refusal(await ask(...calls.create!))).toBe('504 upstream_timeout');
		const limited = mount({ deadlineMs: 20, rateLimit: { take: hang } });
		expect(await refusal(await limited.ask('/'))).toBe('504 upstream_timeout');
	});

	it('at the beginning, and gives the key to somebody who has gone by then, gets it back: the next need not wait', async () => {
		let answer: (state: KeyState) => void = () => {};
		const released: string[] = [];
		const idempotency: IdempotencyStore = {
			begin: () => new Promise((resolve) => (answer = resolve)),
			keep() {},
			release: (key) => void released.push(key),
		};
		const { ask } = mount({ deadlineMs: 20, idempotency });
		for (const [state, count] of [
			['in_progress', 0],
			['started', 1],
		] as const) {
			expect(await refusal(await ask(...calls.create!))).toBe('504 upstream_timeout');
			answer({ state });
			await new Promise(setImmediate);
			expect([state, released.length]).toEqual([state, count]);
		}
	});

	it('after the write is not waited for beyond it: what was done is told', async () => {
		const { ask, errors } = mount({ deadlineMs: 20, idempotency: { begin: () => ({ state: 'started' }), keep: hang, release: hang } });
		expect((await ask(...calls.create!)).status).toBe(201);
		expect(await refusal(await ask('/', { json: { email: 'no' }, headers: { 'Idempotency-Key': 'k' } }))).toMatch(/^422/);
		expect(errors).toHaveLength(1);
	});

	it('and one that rejects late troubles nobody', async () => {
		const unhandled: unknown[] = [];
		const listen = (reason: unknown) => unhandled.push(reason);
		process.on('unhandledRejection', listen);
		const late = () => new Promise<never>((_, reject) => setTimeout(() => reject(new Error(secret)), 300));
		const { ask } = mount({ deadlineMs: 250, idempotency: { begin: () => ({ state: 'started' }), keep: late, release: late } });
		expect((await ask(...calls.create!)).status).toBe(201);
		await new Promise((resolve) => setTimeout(resolve, 100));
		process.off('unhandledRejection', listen);
		expect(unhandled).toEqual([]);
	});

	it('still hears that a key is free again when the time is up', async () => {
		const released: string[] = [];
		const idempotency = { begin: () => ({ state: 'started' as const }), keep() {}, release: (key: string) => void released.push(key) };
		const { ask } = mount({ deadlineMs: 300, idempotency, backend: { ...memoryBackend(), create: hang } });
		expect(await refusal(await ask(...calls.create!))).toBe('504 upstream_timeout');
		expect(released).toHaveLength(1);
	});
});

describe('a caller that goes away', () => {
	const left = (work: (leave: () => void) => Partial<Parameters<typeof mount>[0]>) => async (path: string, ask: Ask) => {
		const caller = new AbortController();
		const seen: { error: unknown; context: RequestContext }[] = [];
		const { ask: asked } = mount({ ...work(() => caller.abort()), onError: (error, context) => seen.push({ error, context }) });
		const response = await asked(path, { ...ask, signal: caller.signal });
		expect(seen).toHaveLength(1);
		return [response.status, seen[0]!.context.code, seen[0]!.context.status, (seen[0]!.error as CustomerError).code];
	};
	const hang = () => new Promise<never>(() => {});
	const aborted = [499, 'aborted', 499, 'aborted'];

	it('is told as aborted, wherever it left', async () => {
		const at = (place: 'authorize' | 'take' | 'list') => (leave: () => void) => {
			const leaving = () => {
				leave();
				return hang();
			};
			return {
				...(place === 'authorize' && { authorize: leaving }),
				...(place === 'take' && { rateLimit: { take: leaving } }),
				...(place === 'list' && { backend: { ...memoryBackend(), list: leaving } }),
			};
		};
		for (const place of ['authorize', 'take', 'list'] as const) expect(await left(at(place))('/', {})).toEqual(aborted);
	});

	it('also where the backend notices first, or it had left before', async () => {
		const noticing = (leave: () => void) => ({
			backend: {
				...memoryBackend(),
				list: async () => {
					leave();
					throw new CustomerError('aborted');
				},
			},
		});
		expect(await left(noticing)('/', {})).toEqual(aborted);
		const before = (leave: () => void) => {
			leave();
			return {};
		};
		expect(await left(before)('/', {})).toEqual(aborted);
	});

	it('also where its body breaks off', async () => {
		const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) });
		const ask = { method: 'POST', body, headers: { 'Content-Type': 'application/json' } };
		expect(await left(() => ({}))('/search', ask)).toEqual(aborted);
	});

	it('also over a real socket, at work and in the middle of a body', async () => {
		const contexts: RequestContext[] = [];
		const next = { failed: () => {}, arrived: () => {} };
		const { handler } = mount({
			authorize: () => {
				next.arrived();
				return { allow: true, scope: 'a' };
			},
			backend: { ...memoryBackend(), list: hang },
			onError: (_, context) => {
				contexts.push(context);
				next.failed();
			},
		});
		const server = createServer(getRequestListener(handler)).listen(0, '127.0.0.1');
		onTestFinished(() => void server.close());
		await once(server, 'listening');
		for (const request of [
			'GET /api/customers HTTP/1.1\r\nHost: shop.test\r\n\r\n',
			'POST /api/customers/search HTTP/1.1\r\nHost: shop.test\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"q',
		]) {
			const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
			next.arrived = () => socket.destroy();
			const failed = new Promise<void>((resolve) => {
				next.failed = resolve;
			});
			socket.write(request);
			await failed;
		}
		expect(contexts).toMatchObject([
			{ code: 'aborted', method: 'GET' },
			{ code: 'aborted', method: 'POST' },
		]);
	});

	it('but a backend that says so of itself is one that cannot be reached', async () => {
		const { ask } = mount({ backend: backendWith('list', () => Promise.reject(new CustomerError('aborted'))) });
		expect(await refusal(await ask('/'))).toBe('503 upstream_unavailable');
	});
});
