import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, describe, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { functionBackend, httpBackend } from '../../src/client';
import type { CustomerBackend } from '../../src/server';
import { callHandler, createCustomersHandler } from '../../src/server';
import { backendContract } from '../../src/testing';

const url = 'https://shop.test/api/customers';

function handlerOver(backend: CustomerBackend, scope = 'everyone') {
	return createCustomersHandler({ backend, authorize: () => ({ allow: true, scope }), onError: () => {} });
}

function overHttp(backend: CustomerBackend, scope?: string): CustomerBackend {
	const handler = handlerOver(backend, scope);
	return httpBackend({ url, fetch: (input, init) => handler(new Request(input, init)) });
}

/** How pages are walked is the same over every transport; it is proven on two of them. */
const walking = /^(walk|cursor|filter|search)/;

async function suite(make: (options?: { scope?: string }) => Promise<CustomerBackend>, left = /^$/) {
	const offered = await (await make()).capabilities();
	for (const { name, applies, check } of backendContract) {
		if (!left.test(name) && (applies?.(offered) ?? true)) it(name, () => check(make), 30_000);
	}
}

describe('the contract through HTTP client and handler', async () => {
	const backend = memoryBackend();
	await suite(async ({ scope } = {}) => overHttp(backend, scope));
});

describe('the contract through HTTP over a backend without versions', async () => {
	const backend = memoryBackend({ capabilities: { conditionalUpdate: 'none' } });
	await suite(async ({ scope } = {}) => overHttp(backend, scope), walking);
});

describe('the contract through HTTP over a backend that offers no export', async () => {
	const backend = memoryBackend({ capabilities: { export: false } });
	await suite(async ({ scope } = {}) => overHttp(backend, scope), /^(?!not offered)/);
});

describe('the contract through a plain function', async () => {
	const backend = memoryBackend();
	await suite(async ({ scope } = {}) => {
		const handler = handlerOver(backend, scope);
		// What crosses the function is what JSON keeps.
		return functionBackend(async (request) => {
			const answer = await callHandler(handler, JSON.parse(JSON.stringify(request)), { origin: 'https://shop.test' });
			return JSON.parse(JSON.stringify(answer));
		});
	}, walking);
});

describe('the contract over a real socket', async () => {
	const backend = memoryBackend();
	const handlers = new Map<string, (request: Request) => Promise<Response>>();
	const server = createServer(
		getRequestListener(async (request) => {
			const scope = request.headers.get('x-test-scope') ?? 'everyone';
			const handler = handlers.get(scope) ?? handlerOver(backend, scope);
			handlers.set(scope, handler);
			return handler(request);
		}),
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/customers`;
	afterAll(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	await suite(async ({ scope = 'everyone' } = {}) => httpBackend({ url, headers: { 'X-Test-Scope': scope } }));
});
