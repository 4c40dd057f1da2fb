import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { createCustomersHandler } from '../../src/server';
import { withFaults } from '../../src/testing';
import { base } from '../http/request';
import { conforms } from './conforms';
import { runs } from './runs';

interface Asked {
	method: string;
	/** Below the base, with its query. */
	path: string;
	headers: Record<string, string>;
	body?: unknown;
}

const routes: readonly Asked[] = [
	{ method: 'GET', path: '?limit=2&sort=name&total=exact&after=$next', headers: {} },
	{ method: 'HEAD', path: '/', headers: {} },
	{ method: 'POST', path: '/search', headers: {}, body: { query: 'asha', country: ['IN'], limit: 2, sort: '-name', after: '$next' } },
	{ method: 'POST', path: '/search', headers: {}, body: { email: 'a@example.com', created: { gte: '2026-01-01T00:00:00Z' } } },
	{
		method: 'POST',
		path: '/',
		headers: { 'idempotency-key': 'k' },
		body: {
			email: 'new@example.com',
			name: 'Ravi',
			phone: '+919876543210',
			address: { line1: '1 MG Road', city: 'Bengaluru', state: 'KA', postal_code: '560001', country: 'IN' },
		},
	},
	{ method: 'GET', path: '/cus_1', headers: { 'if-none-match': '$etag' } },
	{ method: 'PATCH', path: '/cus_1', headers: { 'if-match': '$etag', 'idempotency-key': 'e' }, body: { name: 'Bo', address: null } },
	{ method: 'PATCH', path: '/cus_1', headers: { 'if-match': '*' }, body: { email: 'b@example.com', phone: null } },
	{
		method: 'POST',
		path: '/export',
		headers: {},
		body: { request: { sort: 'name' }, format: 'csv', mode: 'data', columns: ['id', 'name'] },
	},
	{ method: 'GET', path: '/capabilities', headers: {} },
	{ method: 'GET', path: '/changes', headers: { 'last-event-id': '7' } },
	{ method: 'POST', path: '/cus_1/entitlements', headers: {}, body: { feature_ids: ['f', 'g'] } },
	{
		method: 'POST',
		path: '/cus_1/checkout',
		headers: { 'idempotency-key': 'c' },
		body: { line_items: [{ variant_id: 'pro', quantity: 1 }], success_url: '/yes', cancel_url: '/no' },
	},
	{ method: 'POST', path: '/cus_1/billing-portal', headers: {}, body: { return_url: '/' } },
	{ method: 'GET', path: '/cus_1/subscriptions', headers: {} },
	{ method: 'POST', path: '/cus_1/subscriptions/sub_1/cancel', headers: {}, body: { timing: 'at_billing_period_end' } },
	{ method: 'POST', path: '/cus_1/subscriptions/sub_1/resume', headers: { 'idempotency-key': 'r' } },
];

const words = [
	'email',
	'name',
	'phone',
	'id',
	'address',
	'country',
	'query',
	'limit',
	'after',
	'request',
	'__proto__',
	'constructor',
	'toString',
];
const values = fc.oneof(
	fc.constantFrom(
		null,
		true,
		0,
		-1,
		1e99,
		2 ** 53,
		'',
		' ',
		'+1',
		'*',
		'me',
		'cus_1',
		'cus_2',
		'$next',
		'\u0000',
		'\ud800',
		'\u202e',
		'{}',
	),
	fc.string({ unit: 'binary' }),
	fc.string({ minLength: 190, maxLength: 300 }),
);
const json = fc.letrec((tie) => ({
	value: fc.oneof({ maxDepth: 4 }, values, tie('object'), fc.array(tie('value'), { maxLength: 4 })),
	object: fc.dictionary(fc.oneof(fc.constantFrom(...words), fc.string()), tie('value'), { maxKeys: 5 }),
})).value;
const headerName = fc.constantFrom(
	...['content-type', 'origin', 'host', 'sec-fetch-site', 'cookie', 'if-match', 'if-none-match', 'idempotency-key', 'last-event-id'],
	...['x-forwarded-host', 'x-forwarded-proto', 'content-encoding', 'content-length', 'x-proyecta-customers', 'accept'],
);
const headerValue = fc.oneof(
	fc.constantFrom(
		'*',
		'"x"',
		'W/"x"',
		'$etag',
		'application/json; charset=utf-8',
		'null',
		'same-origin',
		'cross-site',
		'https://shop.test',
		'1',
	),
	fc.string({ unit: 'grapheme-ascii' }),
);

/** A value, changed at one of its places. */
function changed(value: unknown, place: number, to: unknown): unknown {
	if (typeof value !== 'object' || value === null || place % 4 === 0) return to;
	const keys = Object.keys(value);
	const key = place % 7 === 0 || keys.length === 0 ? words[place % words.length]! : keys[place % keys.length]!;
	const inner = changed((value as Record<string, unknown>)[key], Math.floor(place / 5), to);
	return Array.isArray(value) ? [...value, inner] : { ...value, [key]: inner };
}

const flaws = ['method', 'path', 'query', 'header', 'value', 'value', 'bytes', 'json', 'id'] as const;

/** What a client could mean to ask, what is nearly that, and what nobody does. */
const asked: fc.Arbitrary<Asked> = fc
	.record({
		route: fc.constantFrom(...routes),
		method: fc.constantFrom('GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND'),
		flaws: fc.array(fc.constantFrom(...flaws), { maxLength: 2 }),
		place: fc.nat(),
		value: fc.oneof(values, json),
		header: fc.tuple(headerName, headerValue),
		text: fc.oneof(fc.webPath(), fc.webQueryParameters(), fc.string()),
		id: fc.constantFrom('cus_2', 'me', 'CUS_1', 'cus_', '..', '%00', '%ff', 'constructor', '$id'),
		bytes: fc.uint8Array({ maxLength: 200 }),
	})
	.map(({ route, flaws, ...to }) => {
		const call = { ...route };
		for (const flaw of flaws) spoil(call, flaw, to);
		return call;
	});

interface Spoilt {
	method: string;
	place: number;
	value: unknown;
	header: [name: string, value: string];
	text: string;
	id: string;
	bytes: Uint8Array;
}

function spoil(call: Asked, flaw: (typeof flaws)[number], { method, place, value, header: [name, said], text, id, bytes }: Spoilt): void {
	if (flaw === 'method') call.method = method;
	else if (flaw === 'path') call.path += place % 2 ? `/${text}` : text;
	else if (flaw === 'query') call.path += `?${text}`;
	else if (flaw === 'header') call.headers = { ...call.headers, [name]: said };
	else if (flaw === 'value') call.body = changed(call.body, place, value);
	else if (flaw === 'id') call.path = call.path.replace('cus_1', id);
	else call.body = flaw === 'bytes' ? bytes : value;
}

const secret = 'postgres://admin:hunter2@db.internal/src/secret.ts:1';
const foreign = 'Foreign';
/** What a stack, a path or an engine's own message would look like. */
const leaks =
	/\bat \S+:\d+|node_modules|src\/|TypeError|SyntaxError|RangeError|Unexpected token|undefined is not|is not a function|hunter2/;
/** How the backend, the host's own functions and its stores may fail, at the call of that number. */
const fault = fc.option(fc.tuple(fc.nat({ max: 12 }), fc.boolean()), { freq: 2 });

function stage([at, after]: [number, boolean] | [] = []) {
	const memory = memoryBackend({
		customers: {
			a: [
				{ id: 'cus_1', email: 'asha@example.com', name: 'Asha' },
				{ id: 'cus_2', email: 'bo@example.com' },
				{ id: 'cus_3', email: 'c@example.com' },
			],
			b: [{ id: 'cus_2', email: 'foreign@example.com', name: foreign }],
		},
		billing: {
			plans: [{ variant_id: 'pro', name: 'Pro', price: { amount: 1, currency: 'EUR', interval: 'month' } }],
			grants: { pro: ['f'] },
		},
	});
	const thrown = new Error(secret);
	let calls = 0;
	const errors: unknown[] = [];
	const handler = createCustomersHandler({
		backend: withFaults(memory, ({ method }) =>
			method !== 'subscribe' && calls++ === at ? { error: thrown, ...(after && { after: true }) } : undefined,
		),
		authorize: () => ({ allow: true, scope: 'a', actor: 'one' }),
		origins: ['https://other.test'],
		trustProxy: true,
		onError: (error) => errors.push(error),
	});
	return { handler, errors, thrown, memory };
}

type Stage = ReturnType<typeof stage>;

/** What earlier answers said, in the places that are kept for it. */
type Said = Record<'$next' | '$etag' | '$id', string>;

function requestOf({ method, path, headers, body }: Asked, said: Said): Request | null {
	const filled = (text: string) => text.replace(/\$(next|etag|id)\b/g, (name) => said[name as keyof Said]);
	try {
		return new Request(base + filled(path), {
			method,
			headers: {
				'content-type': 'application/json',
				...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, filled(value)])),
			},
			...(method !== 'GET' &&
				method !== 'HEAD' &&
				body !== undefined && { body: body instanceof Uint8Array ? body : filled(JSON.stringify(body)) }),
		} as RequestInit);
	} catch {
		return null;
	}
}

/** All of an answer; of a stream that goes on, its beginning. */
async function textOf(response: Response): Promise<string> {
	const { body } = response;
	if (!body || !response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
	const reader = body.getReader();
	const { value } = await reader.read();
	await reader.cancel();
	return new TextDecoder().decode(value);
}

const late = Symbol('late');

async function inTime<T>(work: Promise<T>): Promise<T> {
	let timer: ReturnType<typeof setTimeout>;
	const timeout = new Promise<typeof late>((resolve) => {
		timer = setTimeout(() => resolve(late), 8000);
	});
	const first = await Promise.race([work, timeout]);
	clearTimeout(timer!);
	if (first === late) throw new Error('It hangs.');
	return first;
}

async function survives({ handler, errors, thrown }: Stage, call: Asked, said: Said): Promise<number | null> {
	const request = requestOf(call, said);
	if (request === null) return null;
	errors.length = 0;
	const response = await inTime(handler(request));
	const text = await inTime(textOf(response).catch((error) => (error === thrown ? '' : Promise.reject(error))));
	if (response.status === 500) expect(errors).toEqual([thrown]);
	const shown = `${text} ${JSON.stringify([...response.headers])}`;
	expect(shown).not.toContain(foreign);
	if (response.status >= 400) expect(shown).not.toMatch(leaks);
	if (text !== '' || request.method === 'HEAD') {
		const { pathname } = new URL(request.url);
		conforms(request.method, pathname.slice(new URL(base).pathname.length), response, text);
	}
	said.$etag = response.headers.get('etag') ?? said.$etag;
	if (response.ok && text.startsWith('{')) {
		const { next, customer } = JSON.parse(text);
		said.$next = next ?? said.$next;
		said.$id = customer?.id ?? said.$id;
	}
	return response.status;
}

describe('no request makes the handler fail, hang or talk', () => {
	it('one after the other, meant well or not, over a backend that may fail', async () => {
		const met = new Map<string, number>();
		await fc.assert(
			fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 12 }), fault, async (calls, broken) => {
				const on = stage(broken ?? []);
				const said: Said = { $next: 'x', $etag: '"x"', $id: 'cus_1' };
				for (const call of calls) {
					const status = await survives(on, call, said);
					const route = `${call.method} ${call.path.split('?')[0]}`;
					if (status !== null && status < 300) met.set(route, (met.get(route) ?? 0) + 1);
				}
				expect((await on.memory.list({}, { scope: 'b' })).data).toMatchObject([{ id: 'cus_2', name: foreign }]);
			}),
			{ numRuns: runs(150) },
		);
		// Each route was passed through, not only knocked at.
		const passed = routes.filter(({ method, path }) => met.has(`${method} ${path.split('?')[0]}`));
		expect(passed.length).toBeGreaterThan(routes.length - 4);
	});

	it('with any grant', async () => {
		const backend = memoryBackend();
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(fc.anything(), fc.record({ allow: fc.constant(true), scope: fc.anything(), actor: fc.anything(), fields: fc.anything() })),
				async (grant) => {
					const handler = createCustomersHandler({ backend, authorize: () => grant as never, onError: () => {} });
					const { status } = await handler(new Request(base));
					expect([200, 401, 403, 503]).toContain(status);
				},
			),
			{ numRuns: runs(100) },
		);
	});
});
