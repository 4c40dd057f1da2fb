import { describe, expect, it } from 'vitest';
import { type CallHandlerOptions, callHandler, type FunctionRequest } from '../../../src/server';
import { mount, origin } from '../request';

/** What a handler is asked when this is called. */
async function asked(request: Partial<FunctionRequest>, options: Partial<CallHandlerOptions> = {}) {
	const echo = async (made: Request) =>
		Response.json({ method: made.method, url: made.url, headers: Object.fromEntries(made.headers), body: await made.text() });
	const answer = await callHandler(echo, { method: 'GET', path: '/', headers: {}, body: null, ...request }, { origin, ...options });
	return JSON.parse(answer.body);
}

describe('a call', () => {
	it('says what is asked for, and never who asks or from where', async () => {
		const headers = {
			Accept: 'application/json',
			'content-type': 'application/json',
			'IDEMPOTENCY-KEY': 'k',
			'If-Match': '"1"',
			'If-None-Match': '"2"',
		};
		const claims = { Cookie: 's=1', Authorization: 'Bearer x', Origin: 'https://evil.test', 'X-Forwarded-Host': 'evil.test' };
		expect((await asked({ headers: { ...headers, ...claims } })).headers).toEqual({
			accept: 'application/json',
			'content-type': 'application/json',
			'idempotency-key': 'k',
			'if-match': '"1"',
			'if-none-match': '"2"',
		});
		expect((await asked({ headers: undefined as never })).headers).toEqual({});
	});

	it.each([
		[undefined, 'https://app.test', 'https://app.test/api/customers/search?x=1'],
		['/billing', 'https://app.test/elsewhere?x', 'https://app.test/billing/search?x=1'],
		['/billing//', 'https://app.test', 'https://app.test/billing/search?x=1'],
		['/', 'http://localhost:3000', 'http://localhost:3000/search?x=1'],
	])('below %s of %s is one to %s', async (basePath, from, url) => {
		expect((await asked({ path: '/search?x=1' }, { origin: from, ...(basePath && { basePath }) })).url).toBe(url);
	});

	it('has the body that it came with, and an empty one where there is none', async () => {
		const json = '{"name":"Bo"}';
		expect(await asked({ method: 'PATCH', path: '/cus_1', body: json })).toMatchObject({ method: 'PATCH', body: json });
		expect(await asked({ method: 'POST', path: '/me' })).toMatchObject({ method: 'POST', body: '' });
		expect(await asked({ body: json })).toMatchObject({ method: 'GET', body: '' });
	});

	it('is answered with status, headers and text, also where there is nothing to say', async () => {
		const answered = (response: Response) =>
			callHandler(async () => response, { method: 'GET', path: '/cus_1', headers: {}, body: null }, { origin });
		expect(await answered(new Response(null, { status: 304, headers: { ETag: '"1"' } }))).toEqual({
			status: 304,
			headers: { etag: '"1"' },
			body: '',
		});
		expect(await answered(new Response('{}', { status: 404, headers: { 'Content-Type': 'application/problem+json' } }))).toEqual({
			status: 404,
			headers: { 'content-type': 'application/problem+json' },
			body: '{}',
		});
	});

	it.each([
		[{ method: 'DELETE' }],
		[{ method: 'get' }],
		[{ method: undefined }],
		[{ path: '' }],
		[{ path: '@evil.test/' }],
		[{ path: 'search' }],
		[{ path: undefined }],
		[{ path: ['/'] }],
	])('that functionBackend did not make is refused, and the handler not asked: %j', async (wrong) => {
		let calls = 0;
		const handler = async () => {
			calls++;
			return new Response();
		};
		const call = callHandler(handler, { method: 'GET', path: '/', headers: {}, body: null, ...wrong } as never, { origin });
		await expect(call).rejects.toThrow(/none that functionBackend made/);
		await expect(call).rejects.toThrow(TypeError);
		expect(calls).toBe(0);
	});

	it('for a stream of changes is refused, and the stream let go of', async () => {
		let left = false;
		const body = new ReadableStream({
			cancel() {
				left = true;
			},
		});
		const streaming = async () => new Response(body, { headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } });
		const call = callHandler(streaming, { method: 'GET', path: '/changes', headers: {}, body: null }, { origin });
		await expect(call).rejects.toThrow(/need a stream/);
		expect(left).toBe(true);
	});

	it('decides by what authorize knows of itself', async () => {
		const { handler } = mount({ authorize: (request) => (request.headers.has('cookie') ? null : { allow: true, scope: 'a' }) });
		const call = { method: 'GET', path: '/', headers: { Cookie: 's=1' }, body: null } as const;
		expect((await callHandler(handler, call, { origin })).status).toBe(200);
	});
});
