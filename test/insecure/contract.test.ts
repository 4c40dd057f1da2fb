import { afterAll, describe, expect, it, vi } from 'vitest';
import { createCursorSealer, cursorKeyFromSecret, randomCursorKey } from '../../src/backends/kit';
import { memoryBackend } from '../../src/backends/memory';
import { httpBackend } from '../../src/client';
import { type CustomerBackend, createCustomersHandler } from '../../src/server';
import { backendContract } from '../../src/testing';
import { stubCrypto } from './withoutHttps';

// Before any backend is made.
stubCrypto();
afterAll(() => void vi.unstubAllGlobals());

function overHttp(backend: CustomerBackend, scope = 'everyone'): CustomerBackend {
	const handler = createCustomersHandler({ backend, authorize: () => ({ allow: true, scope }) });
	return httpBackend({ url: 'http://shop.test/api/customers', fetch: (input, init) => handler(new Request(input, init)) });
}

const memory = memoryBackend();
const unversioned = memoryBackend({ capabilities: { conditionalUpdate: 'none' } });
const ways: Record<string, (options?: { scope?: string }) => CustomerBackend> = {
	'the memory backend': () => memory,
	'client and handler': ({ scope } = {}) => overHttp(memory, scope),
	'client and handler over a backend without versions': ({ scope } = {}) => overHttp(unversioned, scope),
};

describe.each(Object.entries(ways))('without crypto.subtle and randomUUID %s', async (_, make) => {
	it.each(backendContract.map((each) => [each.name, each] as const))('%s', async (_name, { applies, check }) => {
		const backend = make();
		if (applies?.(await backend.capabilities()) ?? true) await check(async (options) => make(options));
	});
});

it('has stubbed what pages without https lack', () => {
	expect([crypto.subtle, crypto.randomUUID]).toEqual([undefined, undefined]);
});

it('guards edits that began at a row of a list', async () => {
	const client = overHttp(unversioned);
	const { customer } = await client.create({ email: 'row@example.com' });
	const row = (await client.list({ email: 'row@example.com' })).data[0]!;
	expect(row.version).toBe(customer.version);
	await client.update(row.id, { name: 'Somebody else' });
	await expect(client.update(row.id, { name: 'Mine' }, { ifVersion: row.version! })).rejects.toMatchObject({ code: 'version_conflict' });
});

it('says why nothing can be sealed there', async () => {
	expect(() => createCursorSealer(randomCursorKey())).toThrow(/https/);
	await expect(cursorKeyFromSecret('x'.repeat(32))).rejects.toThrow(/https/);
});
