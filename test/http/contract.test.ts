import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, describe, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { functionBackend, httpBackend } from '../../src/client';
import type { CustomerBackend } from '../../src/server';
import { callHandler, createCustomersHandler } from '../../src/server';
import { backendContract, type MakeBackend } from '../../src/testing';
import { memoryStage, sold } from '../backends/memoryStage';
import { conforming } from './conforming';

const url = 'https://shop.test/api/customers';

function handlerOver(backend: CustomerBackend, scope = 'everyone') {
	return conforming(createCustomersHandler({ backend, authorize: () => ({ allow: true, scope }), onError: () => {} }));
}

function overHttp(backend: CustomerBackend, scope?: string): CustomerBackend {
	const handler = handlerOver(backend, scope);
	return httpBackend({ url, fetch: (input, init) => handler(new Request(input, init)) });
}

/** How pages are walked is the same over every transport; it is proven on two of them. */
const walking = /^(walk|cursor|filter|search)/;

async function suite(make: MakeBackend, left = /^$/) {
	const offered = await (await make()).capabilities();
	for (const { name, applies, check } of backendContract) {
		if (!left.test(name) && (applies?.(offered) ?? true)) it(name, () => check(make), 30_000);
	}
}

describe('the contract through HTTP client and handler', async () => {
	const backend = memoryBackend();
	await suite(async ({ scope } = {}) => overHttp(backend, scope));
});

/** What is sold is sold over every transport; the rest is proven above. */
const customersOnly = /^(?!billing|keeps|not offered)/;

describe('the contract through HTTP over a backend that sells', async () => {
	const backend = memoryBackend({ billing: sold });
	const make = async ({ scope }: { scope?: string } = {}) => overHttp(backend, scope);
	await suite(Object.assign(make, { billing: memoryStage(backend.vendor!) }), customersOnly);
});

describe('the contract through HTTP over a backend that keeps names alone and cancels late', async () => {
	const capabilities = { keeps: ['name'], subscriptions: { cancel: ['at_billing_period_end'], resume: false } } as const;
	const backend = memoryBackend({ billing: sold, capabilities });
	const make = async ({ scope }: { scope?: string } = {}) => overHttp(backend, scope);
	await suite(Object.assign(make, { billing: memoryStage(backend.vendor!) }), customersOnly);
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
	const backend = memoryBackend({ billing: sold });
	const make = async ({ scope }: { scope?: string } = {}) => {
		const handler = handlerOver(backend, scope);
		// What crosses the function is what JSON keeps.
		return functionBackend(async (request) => {
			const answer = await callHandler(handler, JSON.parse(JSON.stringify(request)), { origin: 'https://shop.test' });
			return JSON.parse(JSON.stringify(answer));
		});
	};
	await suite(Object.assign(make, { billing: memoryStage(backend.vendor!) }), walking);
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
