import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { functionBackend, httpBackend } from '../../src/client';
import type { CustomerBackend } from '../../src/server';
import { callHandler, createCustomersHandler } from '../../src/server';
import { backendContract } from '../../src/testing';

const url = 'https://shop.test/api/customers';

function handlerOver(backend: CustomerBackend, scope = 'everyone') {
	return createCustomersHandler({ backend, authorize: () => ({ allow: true, scope }) });
}

function overHttp(backend: CustomerBackend, scope?: string): CustomerBackend {
	const handler = handlerOver(backend, scope);
	return httpBackend({ url, fetch: (input, init) => handler(new Request(input, init)) });
}

const offered = await overHttp(memoryBackend()).capabilities();

function suite(make: (options?: { scope?: string }) => Promise<CustomerBackend>) {
	for (const { name, applies, check } of backendContract) {
		if (applies?.(offered) ?? true) it(name, () => check(make), 30_000);
	}
}

describe('the contract through HTTP client and handler', () => {
	const backend = memoryBackend();
	suite(async ({ scope } = {}) => overHttp(backend, scope));
});

describe('the contract through HTTP over a backend without versions', () => {
	const backend = memoryBackend({ capabilities: { conditionalUpdate: 'none' } });
	suite(async ({ scope } = {}) => overHttp(backend, scope));
});

describe('the contract through a plain function', () => {
	const backend = memoryBackend();
	suite(async ({ scope } = {}) => {
		const handler = handlerOver(backend, scope);
		// What crosses the function is what JSON keeps.
		return functionBackend(async (request) => JSON.parse(JSON.stringify(await callHandler(handler, JSON.parse(JSON.stringify(request))))));
	});
});

describe('the contract over a real socket', () => {
	const backend = memoryBackend();
	const server = createServer(
		getRequestListener(async (request) => {
			const scope = request.headers.get('x-test-scope') ?? 'everyone';
			return createCustomersHandler({ backend, authorize: () => ({ allow: true, scope }) })(request);
		}),
	);
	let origin = '';
	beforeAll(async () => {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	suite(async ({ scope = 'everyone' } = {}) => httpBackend({ url: `${origin}/api/customers`, headers: { 'X-Test-Scope': scope } }));
	it('listens', () => expect(origin).toMatch(/^http/));
});
