import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { memoryBackend } from '../../src/backends/memory';
import { type OpenApi, openApi } from '../../src/http/server/openApi';
import type { Schema } from '../../src/http/server/openApiSchema';
import { type CustomersHandlerOptions, createCustomersHandler } from '../../src/server';
import { sold } from '../backends/memoryStage';
import { faultsBy, faultsOf } from './conforming';
import { base } from './request';

const document: OpenApi = await openApi('0.0.0');
const bodies = Object.entries(document.paths).flatMap(([path, item]) =>
	Object.entries(item).flatMap(([method, { requestBody }]) =>
		requestBody ? [[method.toUpperCase(), path, requestBody.content['application/json']!.schema] as const] : [],
	),
);
const keysOf = (method: string, path: string) => [
	'paths',
	path,
	method.toLowerCase(),
	'requestBody',
	'content',
	'application/json',
	'schema',
];

describe('openapi.json', () => {
	it('is OpenAPI 3.1', async () => {
		const { valid, errors } = await new Validator().validate(structuredClone(document) as never);
		expect([valid, errors]).toEqual([true, undefined]);
	});

	it('says that it has no scheme of its own to tell who calls, as linters want to know', () => {
		expect(document.security).toEqual([]);
		expect(document.info.description).toContain('`authorize`');
	});

	it('names each operation once, as a client that is made of it would', () => {
		const names = Object.entries(document.paths).flatMap(([path, item]) =>
			Object.entries(item).map(([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`),
		);
		expect(new Set(names.map((name) => name.split(' ')[2])).size).toBe(names.length);
		expect(names).toEqual(
			expect.arrayContaining([
				'GET / listCustomers',
				'POST /search searchCustomers',
				'POST / createCustomer',
				'GET /{id} getCustomer',
				'PATCH /me updateMe',
				'POST /me ensureMe',
				'POST /{id}/billing-portal createBillingPortal',
				'HEAD /{id}/subscriptions headSubscriptions',
			]),
		);
		expect(names.filter((name) => !/ [a-z]+[A-Z][A-Za-z]+$/.test(name))).toEqual([]);
	});

	it('names what it has in common so that a generator of clients can call a type so', () => {
		const { headers: _, ...typed } = document.components;
		const names = Object.values(typed).flatMap((parts) => Object.keys(parts));
		expect(names).toContain('Refusal404');
		expect(names.filter((name) => !/^[A-Z]\w*$/.test(name))).toEqual([]);
	});

	it('has each route and method that the handler has, and what each takes', () => {
		expect(bodies.map(([method, path]) => `${method} ${path}`)).toMatchInlineSnapshot(`
			[
			  "POST /",
			  "POST /search",
			  "POST /export",
			  "PATCH /me",
			  "PATCH /{id}",
			  "POST /{id}/entitlements",
			  "POST /{id}/checkout",
			  "POST /{id}/billing-portal",
			  "POST /{id}/subscriptions/{sub}/cancel",
			]
		`);
		expect(Object.entries(document.paths).map(([path, item]) => `${path} ${Object.keys(item).join()}`)).toMatchInlineSnapshot(`
			[
			  "/ get,head,post",
			  "/search post",
			  "/export post",
			  "/capabilities get,head",
			  "/changes get,head",
			  "/me get,head,patch,post",
			  "/{id} get,head,patch",
			  "/{id}/entitlements post",
			  "/{id}/checkout post",
			  "/{id}/billing-portal post",
			  "/{id}/subscriptions get,head",
			  "/{id}/subscriptions/{sub}/cancel post",
			  "/{id}/subscriptions/{sub}/resume post",
			]
		`);
	});

	it('says of HEAD what GET is refused, without a body', () => {
		for (const item of Object.values(document.paths)) {
			const { get, head } = item;
			expect(Object.keys(head?.responses ?? {})).toEqual(head ? Object.keys(get!.responses) : []);
			for (const answer of Object.values(head?.responses ?? {})) expect(answer).not.toHaveProperty('content');
		}
	});

	it('says of an answer that is none of its what is wrong', async () => {
		const request = new Request(`${base}/cus_1`);
		const answer = (body: unknown, headers = {}) =>
			faultsOf(request, Response.json(body, { headers: { 'X-Request-Id': 'a'.repeat(32), ETag: '"1"', ...headers } }));
		const customer = { id: 'cus_1', email: null, name: null, phone: null, address: null, created: null, version: '1' };
		expect(await answer(customer)).toEqual([]);
		expect(await answer({ ...customer, secret: 1 })).not.toEqual([]);
		expect(await answer({ ...customer, version: 1 })).not.toEqual([]);
		expect(await answer(customer, { ETag: 'W/"1"' })).not.toEqual([]);
		expect(await answer(customer, { 'X-Request-Id': '' })).not.toEqual([]);
	});
});

/** What of a value only lists and calendars know, which a schema does not have. */
const knownElsewhere =
	/^(invalid_(email|phone|country|state|postal_code|id|instant|cursor|characters|url)|phone_\w+|required|empty|too_long|not_visible)$/;

/** Values of the schema, and some that are nearly of it. */
function near(schema: Schema): fc.Arbitrary<unknown> {
	const other = fc.constantFrom<unknown>(null, true, 0, 1.5, '', 'x', [], {});
	const mostly = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ weight: 60, arbitrary }, { weight: 1, arbitrary: other });
	if (schema.enum) return mostly(fc.constantFrom(...schema.enum));
	const [type] = [schema.type ?? 'string'].flat();
	if (type === 'integer') return mostly(fc.integer({ min: schema.minimum! - 1, max: schema.maximum! + 1 }));
	if (type === 'array') return mostly(fc.array(near(schema.items!), { maxLength: 4 }));
	if (type === 'object') {
		const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, inside]) => [key, near(inside)]));
		const record = fc.record(properties, { requiredKeys: schema.required ?? [] } as never);
		const more = record.map((value) => ({ ...value, other: 1 }));
		const less = record.map((value) => Object.fromEntries(Object.entries(value).slice(1)));
		return fc.oneof(
			{ weight: 12, arbitrary: record },
			{ weight: 1, arbitrary: more },
			{ weight: 1, arbitrary: less },
			{ weight: 1, arbitrary: other },
		);
	}
	const texts = [
		'a@example.com',
		'Asha',
		'+919876543210',
		'IN',
		'KA',
		'560001',
		'cus_1',
		'2026-01-01',
		'/back',
		'pro',
		'é'.repeat(600),
		'a b',
		'\ud800',
		'\0',
	];
	const pattern = new RegExp(schema.pattern ?? '', 'u');
	const fitting = texts.filter((text) => pattern.test(text));
	return mostly(
		fc.oneof(
			{ weight: 60, arbitrary: fc.constantFrom(...fitting) },
			fc.constantFrom(...texts),
			fc.string({ unit: 'binary', maxLength: 8 }),
		),
	);
}

describe('a request', () => {
	it.each(bodies)('%s %s is taken where the schema takes it, and refused where it does not', async (method, path, schema) => {
		const customers = [{ id: 'cus_1', email: 'a@example.com', name: 'A' }];
		const told = { taken: 0, refused: 0 };
		const backend = memoryBackend({ customers, billing: sold });
		const rateLimit = { take: () => null };
		const handler = createCustomersHandler({ backend, authorize: () => ({ allow: true, scope: 'a' }), onError: () => {}, rateLimit });
		const ask = async (body: unknown) => {
			const url = base + path.replace('{id}', 'cus_1').replace('{sub}', 'sub_1').replace('/me', '/cus_1');
			const response = await handler(
				new Request(url, { method, headers: { 'Content-Type': 'application/json', 'If-Match': '*' }, body: JSON.stringify(body) }),
			);
			if (response.status < 300) return [];
			const { code, errors = [] } = (await response.json()) as { code: string; errors?: { code: string }[] };
			// Well-formed, and refused for what is there: no such customer, cursor, offer or subscription.
			return code === 'validation_failed' ? errors.map((error) => error.code) : [`(${code})`];
		};
		await fc.assert(
			fc.asyncProperty(near(schema), async (value) => {
				const body = JSON.parse(JSON.stringify(value)) as unknown;
				const refusals = await ask(body);
				const formal = refusals.filter((code) => !knownElsewhere.test(code) && !code.startsWith('('));
				if (faultsBy(keysOf(method, path), body).length === 0) {
					told.taken++;
					expect(formal).toEqual([]);
				} else {
					told.refused++;
					expect(refusals).not.toEqual([]);
				}
			}),
			{ numRuns: Number(process.env.OPENAPI_RUNS ?? 60) },
		);
		expect(told.taken).toBeGreaterThan(0);
		expect(told.refused).toBeGreaterThan(0);
	});
});

describe('GET /openapi.json', () => {
	const ask = (options: Partial<CustomersHandlerOptions>, init: RequestInit = {}) =>
		createCustomersHandler({
			backend: memoryBackend(),
			authorize: () => ({ allow: true, scope: 'a' }),
			onError: () => {},
			...options,
		})(new Request(`${base}/openapi.json`, { headers: { 'Sec-Fetch-Site': 'same-origin' }, ...init }));

	it('serves the document of this version where the host allows it, for where the handler is', async () => {
		const asked: unknown[] = [];
		const response = await ask({
			openapi: true,
			authorize: (_request, call) => {
				asked.push(call);
				return { allow: true, scope: 'a', actions: ['list'] };
			},
		});
		expect([response.status, response.headers.get('content-type'), asked]).toEqual([200, 'application/json', [{ action: 'capabilities' }]]);
		const { version } = manifest;
		const served = (await response.json()) as OpenApi;
		expect(served).toEqual({ ...document, info: { ...document.info, version }, servers: [{ url: '/api/customers' }] });
		const head = await ask({ openapi: true }, { method: 'HEAD', headers: { 'Sec-Fetch-Site': 'same-origin' } });
		expect([head.status, await head.text()]).toEqual([200, '']);
	});

	it('is nothing that is there by itself, nor for anybody', async () => {
		expect((await ask({})).status).toBe(404);
		expect((await ask({ openapi: true, authorize: () => null })).status).toBe(401);
		expect((await ask({ openapi: true, authorize: () => ({ allow: false, scope: 'a' }) })).status).toBe(403);
		expect((await ask({ openapi: true }, { headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://other.test' } })).status).toBe(403);
		const posted = await ask({ openapi: true }, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' } });
		expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
		const asked = await createCustomersHandler({
			backend: memoryBackend(),
			authorize: () => ({ allow: true, scope: 'a' }),
			openapi: true,
			onError: () => {},
		})(new Request(`${base}/openapi.json?q=1`, { headers: { 'Sec-Fetch-Site': 'same-origin' } }));
		expect(asked.status).toBe(400);
	});
});
