import { describe, expect, it } from 'vitest';
import { createKeyedQueue, emailKey } from '../../../src/backends/kit';
import { httpBackend } from '../../../src/client';
import { createCustomersHandler } from '../../../src/server';
import { backendContract } from '../../../src/testing';
import { toyBackend } from './toyBackend';

const backend = toyBackend();
const offered = await backend.capabilities();

describe('a backend of nothing but the kit keeps the contract', () => {
	for (const { name, applies, check } of backendContract) {
		if (applies?.(offered) ?? true) it(name, () => check(async () => backend));
	}
});

describe('and through HTTP', () => {
	for (const { name, applies, check } of backendContract) {
		if (!(applies?.(offered) ?? true)) continue;
		it(name, () =>
			check(async ({ scope = 'everyone' } = {}) => {
				const handler = createCustomersHandler({ backend, authorize: () => ({ allow: true, scope }), onError: () => {} });
				return httpBackend({ url: 'https://shop.test/api/customers', fetch: (input, init) => handler(new Request(input, init)) });
			}),
		);
	}
});

describe('a queue for each key', () => {
	it('keeps creates of one email from racing each other, and no others', async () => {
		const runInQueue = createKeyedQueue();
		const events: string[] = [];
		const create = (email: string, task: () => Promise<void>) =>
			runInQueue(emailKey(email), async () => {
				events.push(`begin ${email}`);
				await task();
				events.push(`end ${email}`);
			});
		const failing = create('a@example.com', () => Promise.reject(new Error('down')));
		const second = create('A@example.com', async () => undefined);
		const other = create('b@example.com', async () => undefined);
		await expect(failing).rejects.toThrow('down');
		await Promise.all([second, other]);
		const first = events.filter((event) => event.toLowerCase().endsWith(' a@example.com'));
		expect(first).toEqual(['begin a@example.com', 'begin A@example.com', 'end A@example.com']);
		expect(events.indexOf('begin b@example.com')).toBeLessThan(events.indexOf('begin A@example.com'));
	});
});
