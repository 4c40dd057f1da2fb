import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { createCustomersHandler } from '../../../src/server';
import { base, mount, origin, problemOf, refusal } from '../request';

describe('every answer of the handler', () => {
	const { ask } = mount();
	it.each([
		['a page', '/', {}],
		['capabilities', '/capabilities', {}],
		['a refused method', '/', { method: 'DELETE' }],
		['an unknown path', '/cus_1/nothing', {}],
		['a path outside', `${origin}/elsewhere`, {}],
		['another origin', '/', { headers: { Origin: 'https://evil.test' } }],
		['a bad body', '/', { method: 'POST', body: '{', headers: { 'Content-Type': 'application/json' } }],
		['HEAD', '/', { method: 'HEAD' }],
	])('has the standard headers: %s', async (_, path, init) => {
		const { headers } = await ask(path, init);
		expect(headers.get('cache-control')).toBe('no-store');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('vary')).toBe('Origin, Sec-Fetch-Site, Cookie');
		expect(headers.get('x-request-id')).toMatch(/^[\w-]{20,}$/);
		expect(headers.get('access-control-allow-origin')).toBeNull();
	});

	it('has a request id of ours, another each time', async () => {
		const [one, two] = await Promise.all([0, 1].map(() => ask('/', { headers: { 'X-Request-Id': 'mine' } })));
		expect(one!.headers.get('x-request-id')).not.toBe('mine');
		expect(one!.headers.get('x-request-id')).not.toBe(two!.headers.get('x-request-id'));
	});
});

describe('routes', () => {
	const { ask } = mount();
	it.each([
		['/', 'PUT', 'GET, HEAD, POST'],
		['/', 'OPTIONS', 'GET, HEAD, POST'],
		['/search', 'GET', 'POST'],
		['/export', 'GET', 'POST'],
		['/capabilities', 'POST', 'GET, HEAD'],
		['/cus_1', 'DELETE', 'GET, HEAD, PATCH'],
		['/cus_1', 'POST', 'GET, HEAD, PATCH'],
		['/me', 'DELETE', 'GET, HEAD, PATCH, POST'],
		['/cus_1/entitlements', 'GET', 'POST'],
		['/cus_1/subscriptions/sub_1/resume', 'GET', 'POST'],
		['/cus_1/checkout', 'GET', 'POST'],
		['/cus_1/billing-portal', 'HEAD', 'POST'],
		['/cus_1/subscriptions', 'PATCH', 'GET, HEAD'],
		['/cus_1/subscriptions/sub_1/cancel', 'GET', 'POST'],
	])('%s refuses %s and says what it allows', async (path, method, allow) => {
		const response = await ask(path, { method });
		expect(response.status).toBe(405);
		expect(response.headers.get('allow')).toBe(allow);
	});

	it.each([
		'/cus_1/',
		'//',
		'/cus_1/x/y/z',
		'/%E0%A4%A',
		'/cus_1/subscriptions/%00/cancel',
		'/cus_1/subscriptions/%20sub_1/cancel',
		'/cus_1/subscriptions/sub_1%20/cancel',
		'/cus_1/subscriptions/%E0%A4%A/cancel',
		`/cus_1/subscriptions/${'s'.repeat(256)}/cancel`,
	])('%s is nowhere, which nobody needs to be asked', async (path) => {
		const asked: unknown[] = [];
		const { ask } = mount({
			authorize: (_, call) => {
				asked.push(call);
				return { allow: true, scope: 'a' };
			},
		});
		expect((await ask(path, { method: path.endsWith('cancel') ? 'POST' : 'GET' })).status).toBe(404);
		expect(asked).toEqual([]);
	});

	it('are not those that an id only spells', async () => {
		expect((await ask('/cus_1%2Fcheckout')).status).toBe(404);
	});

	it.each(['/api/customers', '/api/customers/', '/'])('take %s as base path, with and without slash', async (basePath) => {
		const { ask } = mount({ basePath });
		const root = basePath.replace(/\/$/, '');
		for (const path of [`${origin}${root}`, `${origin}${root}/`, `${origin}${root}/capabilities`])
			expect((await ask(path)).status).toBe(200);
		if (root !== '') expect((await ask(`${origin}${root}s`)).status).toBe(404);
	});

	it.each(['/ग्राहक', '/mes clients', '/api/../kunden', '/%C3%BC'])('take %s as base path, as a request has it', async (basePath) => {
		const { ask } = mount({ basePath });
		const created = await ask(`${origin}${basePath}`, { json: { email: 'a@example.com' } });
		expect(created.status).toBe(201);
		expect((await ask(`${origin}${created.headers.get('location')}`)).status).toBe(200);
	});

	it('answer HEAD as GET, without a body', async () => {
		const response = await ask('/', { method: 'HEAD' });
		expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, 'application/json', '']);
		const missing = await ask('/cus_unknown', { method: 'HEAD' });
		expect([missing.status, await missing.text()]).toEqual([404, '']);
	});
});

describe('requests from other origins', () => {
	const listed = 'https://admin.test';
	const local = 'http://localhost:5173';
	const mountListed = () => mount({ origins: ['HTTPS://Admin.Test', local] });
	it.each([
		['no headers at all, as curl sends', {}, 200],
		['the own origin', { Origin: origin }, 200],
		['the own origin in capitals', { Origin: 'HTTPS://SHOP.TEST' }, 200],
		['the own origin with a cookie', { Origin: origin, Cookie: 's=1' }, 200],
		['Sec-Fetch-Site same-origin', { 'Sec-Fetch-Site': 'same-origin', Cookie: 's=1' }, 200],
		['Sec-Fetch-Site none', { 'Sec-Fetch-Site': 'none', Cookie: 's=1' }, 200],
		['a listed origin', { Origin: listed, 'Sec-Fetch-Site': 'cross-site', Cookie: 's=1' }, 200],
		['a listed origin without https', { Origin: local, 'Sec-Fetch-Site': 'cross-site', Cookie: 's=1' }, 200],
		['a cookie and neither header', { Cookie: 's=1' }, 403],
		['another origin', { Origin: 'https://evil.test' }, 403],
		['another scheme', { Origin: 'http://shop.test' }, 403],
		['another port', { Origin: 'https://shop.test:8443' }, 403],
		['a sibling', { 'Sec-Fetch-Site': 'same-site', Cookie: 's=1' }, 403],
		['a sibling that claims the own origin', { Origin: origin, 'Sec-Fetch-Site': 'same-site' }, 403],
		['another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
		[
			'another name than the server knows itself by',
			{ Origin: 'https://public.test', 'Sec-Fetch-Site': 'same-origin', Cookie: 's=1' },
			200,
		],
		['null', { Origin: 'null' }, 403],
		['an origin that contains a listed one', { Origin: 'https://admin.test.evil.test' }, 403],
		['two origins', { Origin: `${origin}, https://evil.test` }, 403],
	])('%s', async (_, headers, status) => {
		const { ask } = mountListed();
		const read = await ask('/', { headers });
		expect(read.status).toBe(status);
		const write = await ask('/', { headers, json: { email: 'a@example.com' } });
		expect(write.status === 403).toBe(status === 403);
		if (status === 403) expect((await problemOf(read)).code).toBe('cross_origin');
	});

	it('get CORS headers when listed, on failures too, and nobody else does', async () => {
		const { ask } = mountListed();
		for (const path of ['/', '/cus_none']) {
			const { headers } = await ask(path, { headers: { Origin: listed } });
			expect(headers.get('access-control-allow-origin')).toBe(listed);
			expect(headers.get('access-control-allow-credentials')).toBe('true');
			expect(headers.get('access-control-expose-headers')).toContain('ETag');
		}
		expect((await ask('/', { headers: { Origin: origin } })).headers.has('access-control-allow-origin')).toBe(false);
		expect((await ask('/', { headers: { Origin: 'https://evil.test' } })).headers.has('access-control-allow-origin')).toBe(false);
	});

	it('are preflighted only when listed, without asking authorize', async () => {
		let asked = 0;
		const { ask } = mount({
			origins: [listed],
			authorize: () => {
				asked++;
				return null;
			},
		});
		const preflight = { Origin: listed, 'Access-Control-Request-Method': 'PATCH', 'Sec-Fetch-Site': 'cross-site' };
		const response = await ask('/cus_1', { method: 'OPTIONS', headers: preflight });
		expect([response.status, await response.text(), asked]).toEqual([204, '', 0]);
		expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, PATCH');
		expect(response.headers.get('access-control-max-age')).toBe('600');
		expect(response.headers.get('access-control-allow-headers')).toMatch(/Idempotency-Key.*If-Match.*X-Proyecta-Customers/);
		const evil = await ask('/cus_1', { method: 'OPTIONS', headers: { ...preflight, Origin: 'https://evil.test' } });
		expect([evil.status, evil.headers.has('access-control-allow-methods')]).toEqual([403, false]);
	});

	it('believe a proxy only where told to', async () => {
		const headers = { Origin: 'https://public.test', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'public.test' };
		const inside = 'http://10.0.0.1:3000/api/customers';
		expect((await mount().ask(inside, { headers })).status).toBe(403);
		expect((await mount({ trustProxy: true }).ask(inside, { headers })).status).toBe(200);
		const several = { ...headers, 'X-Forwarded-Proto': 'https , http', 'X-Forwarded-Host': 'public.test , inner.test' };
		expect((await mount({ trustProxy: true }).ask(inside, { headers: several })).status).toBe(200);
		const none = { ...headers, Origin: 'null', 'X-Forwarded-Proto': 'xhttps' };
		expect((await mount({ trustProxy: true }).ask(inside, { headers: none })).status).toBe(403);
		const odd = { ...headers, 'X-Forwarded-Host': 'public.test/@evil' };
		expect((await mount({ trustProxy: true }).ask(inside, { headers: odd })).status).toBe(403);
	});
});

describe('bodies', () => {
	const { ask } = mount({ bodyLimitBytes: 1000 });
	const post = (body: BodyInit, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
		ask('/search', { method: 'POST', body, headers });

	it.each(['application/json', 'Application/JSON', 'application/json; charset=UTF-8', 'application/json;charset="utf-8"'])(
		'are taken as %s',
		async (type) => {
			expect((await post('{}', { 'Content-Type': type })).status).toBe(200);
		},
	);

	it.each([
		'text/plain',
		'application/json-patch+json',
		'application/x-www-form-urlencoded',
		'application/json; charset=utf-16',
		'application/json; charset=utf"-8"',
		'application/json; charset="utf"-8',
		'text/plain, application/json',
	])('are refused as %s, unread', async (type) => {
		let read = false;
		const body = new ReadableStream(
			{
				pull() {
					read = true;
				},
			},
			{ highWaterMark: 0 },
		);
		expect(await refusal(await post(body, { 'Content-Type': type }))).toBe('415 unsupported_media_type');
		expect(read).toBe(false);
	});

	it('are refused compressed', async () => {
		expect((await post('{}', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })).status).toBe(415);
	});

	it('are refused once they are too large, however long they claim to be', async () => {
		expect(await refusal(await post(JSON.stringify({ query: 'x'.repeat(1000) })))).toBe('413 payload_too_large');
		expect((await post('{}', { 'Content-Type': 'application/json', 'Content-Length': '1001' })).status).toBe(413);
		let pulled = 0;
		let cancelled = false;
		const endless = new ReadableStream<Uint8Array>({
			pull: (controller) => {
				pulled++;
				controller.enqueue(new Uint8Array(400).fill(32));
			},
			cancel() {
				cancelled = true;
			},
		});
		expect((await post(endless)).status).toBe(413);
		expect([pulled < 10, cancelled]).toEqual([true, true]);
	});

	it('are JSON in UTF-8, with or without BOM', async () => {
		expect((await post('\ufeff{}')).status).toBe(200);
		for (const body of [
			'',
			'{',
			'{"a":1,}',
			"{'a':1}",
			'NaN',
			new Uint8Array([0x22, 0xff, 0x22]),
			new Uint8Array([0xfe, 0xff, 0, 0x7b, 0, 0x7d]),
		]) {
			expect(await refusal(await post(body))).toBe('400 malformed_request');
		}
	});

	it('nest eight levels deep, not nine', async () => {
		const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
		expect(await refusal(await post(nested(8)))).toBe('422 validation_failed =invalid_type');
		expect(await refusal(await post(nested(9)))).toBe('400 malformed_request');
		expect(await refusal(await post(nested(400)))).toBe('400 malformed_request');
	});

	it('have own, known keys only', async () => {
		const pollute = '{"__proto__":{"limit":3},"a/b~c":1,"created":{"lte":"x"}}';
		expect(await refusal(await post(pollute))).toBe(
			'422 validation_failed /__proto__=unknown_field /a~1b~0c=unknown_field /created/lte=unknown_field',
		);
		expect(await refusal(await post('{"constructor":1}'))).toBe('422 validation_failed /constructor=unknown_field');
		expect((await post('{"limit":1,"limit":2}')).status).toBe(200);
		expect(({} as { limit?: number }).limit).toBeUndefined();
	});

	it.each([
		[{ limit: 0 }, '/limit=out_of_range'],
		[{ limit: 101 }, '/limit=out_of_range'],
		[{ limit: '20' }, '/limit=invalid_type'],
		[{ limit: 1.5 }, '/limit=invalid_type'],
		[{ sort: 'phone' }, '/sort=not_one_of'],
		[{ country: ['IN', 'IND'] }, '/country/1=invalid_country'],
		[{ country: 'IN' }, '/country=invalid_type'],
		[{ created: { gte: 'yesterday' } }, '/created/gte=invalid_instant'],
		[{ after: 'x', before: 'y' }, '/before=with_after'],
		[{ query: 5 }, '/query=invalid_type'],
		[{ query: null }, '/query=invalid_type'],
		[{ query: '\ud800' }, '/query=invalid_characters'],
		[[], '=invalid_type'],
		[null, '=invalid_type'],
	])('of a search are checked: %j', async (json, wanted) => {
		expect(await refusal(await ask('/search', { json }))).toBe(`422 validation_failed ${wanted}`);
	});
});

describe('query parameters', () => {
	const { ask } = mount();
	it.each(['limit=1', 'limit=100', 'sort=-name&total=exact', 'limit=20&sort=created&total=none'])('?%s is fine', async (query) => {
		expect((await ask(`/?${query}`)).status).toBe(200);
	});
	it.each([
		'limit=0',
		'limit=101',
		'limit=010',
		'limit=+5',
		'limit=1e1',
		'limit=5.0',
		'limit=%205',
		'limit=',
		'limit=-1',
		'limit=1&limit=1',
		'limit=99999999999',
		'sort=phone',
		'sort=',
		'total=many',
		'query=asha',
		'email=a@example.com',
		'after=',
		'after=x&before=y',
		'x=1',
		'__proto__=1',
	])('?%s is refused', async (query) => {
		expect((await problemOf(await ask(`/?${query}`))).status).toBe(400);
	});
	it('name a forged cursor as such', async () => {
		expect(await refusal(await ask('/?after=forged'))).toBe('400 invalid_cursor');
	});
	it('are for lists only', async () => {
		expect((await ask('/capabilities?x=1')).status).toBe(400);
		expect((await ask('/?limit=1', { json: { email: 'a@example.com' } })).status).toBe(400);
	});
});

describe('making a handler', () => {
	const authorize = () => null;
	it.each([
		['without authorize', { backend: memoryBackend() }, /authorize.*anybody/],
		['without a backend', { authorize }, /backend.*missing/],
		['with a wildcard origin', { backend: memoryBackend(), authorize, origins: ['*'] }, /exact origin/],
		['with a wildcard host', { backend: memoryBackend(), authorize, origins: ['https://*.a.test'] }, /exact origin/],
		['with a path in an origin', { backend: memoryBackend(), authorize, origins: ['https://a.test/'] }, /exact origin/],
		['with a relative base path', { backend: memoryBackend(), authorize, basePath: 'api' }, /basePath/],
		['with no time', { backend: memoryBackend(), authorize, deadlineMs: 0 }, /deadlineMs/],
	])('%s fails at once and says why', (_, options, message) => {
		expect(() => createCustomersHandler(options as never)).toThrow(message);
	});

	it('works at the address in its options', async () => {
		expect((await mount().ask(base)).status).toBe(200);
	});
});
