import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerError } from '../../src/server';
import { type PlannedCall, withFaults } from '../../src/testing';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	expect(vi.getTimerCount()).toBe(0);
	vi.useRealTimers();
});

const input = { email: 'ananya@example.com' };

describe('withFaults', () => {
	it('lets calls through untouched when the plan says nothing', async () => {
		const calls: PlannedCall[] = [];
		const backend = withFaults(memoryBackend(), (call) => {
			calls.push(call);
		});
		const { customer } = await backend.create(input, { scope: 'a' });
		expect(await backend.get(customer.id, { scope: 'a' })).toEqual(customer);
		expect(calls).toEqual([
			{ method: 'create', args: [input, { scope: 'a' }] },
			{ method: 'get', args: [customer.id, { scope: 'a' }] },
		]);
		expect(backend.capabilities()).toEqual(memoryBackend().capabilities());
	});

	it('fails a call before it reaches the backend', async () => {
		const right = memoryBackend();
		const backend = withFaults(right, ({ method }) => (method === 'create' ? { error: 'rate_limited' } : undefined));
		await expect(backend.create(input)).rejects.toMatchObject({ code: 'rate_limited', status: 429 });
		expect((await right.list({})).data).toEqual([]);
	});

	it('fails with the very error that it is given', async () => {
		const error = new CustomerError('upstream_unavailable', { retryAfterMs: 2000 });
		await expect(withFaults(memoryBackend(), () => ({ error })).list({})).rejects.toBe(error);
	});

	it('loses the answer of a write that happened', async () => {
		const right = memoryBackend();
		await expect(withFaults(right, () => ({ after: true })).create(input)).rejects.toMatchObject({ code: 'timeout' });
		await expect(withFaults(right, () => ({ after: true, error: 'offline' })).create({ email: 'b@example.com' })).rejects.toMatchObject({
			code: 'offline',
		});
		expect((await right.list({})).data).toHaveLength(2);
	});

	it('delays a call, and an abort ends the wait', async () => {
		const backend = withFaults(memoryBackend(), () => ({ delayMs: 5000 }));
		let settled = false;
		const listing = backend.list({}).then(() => {
			settled = true;
		});
		await vi.advanceTimersByTimeAsync(4999);
		expect(settled).toBe(false);
		await vi.advanceTimersByTimeAsync(1);
		await listing;
		const controller = new AbortController();
		const aborted = expect(backend.list({}, { signal: controller.signal })).rejects.toMatchObject({ code: 'aborted' });
		controller.abort();
		await aborted;
	});

	it('hangs until it is aborted', async () => {
		const controller = new AbortController();
		const hanging = expect(
			withFaults(memoryBackend(), () => ({ hang: true })).list({}, { signal: controller.signal }),
		).rejects.toMatchObject({ code: 'aborted' });
		await vi.advanceTimersByTimeAsync(1e7);
		controller.abort();
		await hanging;
	});

	it('offers the optional methods that the backend has, and no others', () => {
		const right = {
			...memoryBackend(),
			idPattern: /^x/,
			retriesReads: true,
			checkEntitlements: async () => [],
			resumeSubscription: async () => Promise.reject(new Error('unused')),
			ensureMe: async () => Promise.reject(new Error('unused')),
			stores: {},
			subscribe: () => () => undefined,
		};
		const faulty = withFaults(right, () => undefined);
		expect(Object.keys(faulty).sort()).toEqual(Object.keys(right).sort());
		expect(faulty).toMatchObject({ idPattern: right.idPattern, retriesReads: true });
	});
});
