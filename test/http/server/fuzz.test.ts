import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { createCustomersHandler } from '../../../src/server';
import { base, mount } from '../request';

const paths = [
	'',
	'/',
	'/search',
	'/export',
	'/capabilities',
	'/cus_1',
	'/cus_1/entitlements',
	'/cus_1/checkout',
	'/cus_1/billing-portal',
	'/cus_1/subscriptions',
	'/cus_1/subscriptions/s/cancel',
];
const words = [
	'email',
	'name',
	'phone',
	'id',
	'address',
	'country',
	'query',
	'created',
	'gte',
	'limit',
	'after',
	'sort',
	'request',
	'format',
	'csv',
	'mode',
	'data',
	'columns',
	'__proto__',
	'constructor',
	'feature_ids',
	'line_items',
	'timing',
];
const key = fc.oneof(fc.constantFrom(...words), fc.string());
const json = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 5 },
		fc.constantFrom(null, true, 1, -1, 1e99, '', '+1', 'a@example.com', 'IN', 'cus_1'),
		fc.string({ unit: 'binary' }),
		tie('object'),
		fc.array(tie('value'), { maxLength: 4 }),
	),
	object: fc.dictionary(key, tie('value'), { maxKeys: 6 }),
})).value;
const headerValue = fc.oneof(
	fc.constantFrom('*', '"x"', 'W/"x"', 'application/json', 'null', 'same-origin', 'https://shop.test'),
	fc.string({ unit: 'grapheme-ascii' }),
);
const headers = fc.dictionary(
	fc.constantFrom(
		'content-type',
		'origin',
		'sec-fetch-site',
		'cookie',
		'if-match',
		'if-none-match',
		'idempotency-key',
		'x-forwarded-host',
		'x-forwarded-proto',
		'content-encoding',
	),
	headerValue,
	{ maxKeys: 4 },
);
/** What a stack, a path or an engine's own message would look like. */
const leaks = /\bat \S+:\d+|node_modules|src\/|TypeError|SyntaxError|RangeError|Unexpected token|undefined is not|is not a function/;

async function survives(request: Request): Promise<void> {
	const { handler, errors } = mount({
		backend: memoryBackend({ customers: [{ id: 'cus_1', email: 'a@example.com' }] }),
		origins: ['https://shop.test'],
		trustProxy: true,
	});
	const response = await handler(request);
	const text = await response.text();
	expect({ status: response.status === 500, text, errors: response.status === 500 ? errors : [] }).toEqual({
		status: false,
		text,
		errors: [],
	});
	expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	if (response.headers.get('content-type')?.startsWith('application/problem')) expect(text).not.toMatch(leaks);
}

function requestOf(url: string, method: string, init: [string, string][], body: BodyInit | null): Request | null {
	try {
		return new Request(url, { method, headers: init, ...(method !== 'GET' && method !== 'HEAD' && { body }) });
	} catch {
		return null;
	}
}

describe('no request makes the handler fail or talk', () => {
	const methods = fc.constantFrom('GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS');

	it('with any bytes as body and any headers', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...paths),
				methods,
				headers,
				fc.uint8Array({ maxLength: 200 }),
				async (path, method, extra, bytes) => {
					const request = requestOf(base + path, method, Object.entries(extra), bytes as Uint8Array<ArrayBuffer>);
					if (request) await survives(request);
				},
			),
			{ numRuns: 400 },
		);
	});

	it('with any JSON', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...paths),
				fc.constantFrom('POST', 'PATCH'),
				json,
				fc.boolean(),
				async (path, method, value, keyed) => {
					const extra: [string, string][] = keyed ? [['Idempotency-Key', 'k']] : [];
					const request = requestOf(
						base + path,
						method,
						[['Content-Type', 'application/json'], ['If-Match', '*'], ...extra],
						JSON.stringify(value),
					);
					if (request) await survives(request);
				},
			),
			{ numRuns: 800 },
		);
	});

	it('with any path and query', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...paths),
				fc.webPath(),
				fc.webQueryParameters(),
				fc.string(),
				methods,
				async (path, more, query, tail, method) => {
					for (const url of [`${base}${more}?${query}`, `${base}${path}?${query}`, `${base}/${tail}`, `${base}${path}?${tail}`]) {
						const request = requestOf(url, method, [], null);
						if (request) await survives(request);
					}
				},
			),
			{ numRuns: 300 },
		);
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
		);
	});
});
