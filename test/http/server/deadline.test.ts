import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { CustomerBackend, CustomersHandlerOptions, IdempotencyStore } from '../../../src/server';
import { base, mount, refusal } from '../request';

const hang = () => new Promise<never>(() => {});

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
	expect(vi.getTimerCount()).toBe(0);
	vi.useRealTimers();
});

/** The answer once it is there, and whether it is. */
function awaited(answer: Promise<Response>) {
	let there = false;
	void answer.finally(() => {
		there = true;
	});
	return { answer, there: () => there };
}

/** Lets what waits for nothing but other promises and digests happen: those are made on WebCrypto's threads, one after the other. */
async function settled() {
	for (let turn = 0; turn < 5; turn++) {
		await crypto.subtle.digest('SHA-256', new Uint8Array(1));
		await new Promise(setImmediate);
	}
}

/** A caller whose listeners can be counted. */
function caller() {
	const controller = new AbortController();
	const heard: string[] = [];
	const { signal } = controller;
	const { addEventListener, removeEventListener } = signal;
	signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
		heard.push(args[0]);
		addEventListener.apply(signal, args);
	};
	signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
		if (heard.includes(args[0])) heard.splice(heard.indexOf(args[0]), 1);
		removeEventListener.apply(signal, args);
	};
	return { signal, leave: () => controller.abort(), listeners: () => heard.length };
}

/** Asks for the first page as a caller whose listeners can be counted. */
function asking(options: Partial<CustomersHandlerOptions>) {
	const one = caller();
	const { handler } = mount(options);
	const request = Object.defineProperty(new Request(base), 'signal', { value: one.signal });
	return { ...one, ask: () => handler(request) };
}

describe('the time of a request', () => {
	it('leaves neither a timer nor a listener behind, whatever came of it', async () => {
		const failing: CustomerBackend = { ...memoryBackend(), list: () => Promise.reject(new Error('gone')) };
		for (const [options, status] of [
			[{}, 200],
			[{ authorize: () => null }, 401],
			[{ backend: failing }, 500],
		] as const) {
			const { ask, listeners } = asking(options);
			expect([(await ask()).status, listeners()]).toEqual([status, 0]);
			expect(vi.getTimerCount()).toBe(0);
		}
		const late = asking({ deadlineMs: 50, authorize: hang });
		const { answer } = awaited(late.ask());
		await vi.advanceTimersByTimeAsync(50);
		expect([(await answer).status, late.listeners()]).toEqual([504, 0]);
	});

	it('is there also for a request of a framework that has no signal', async () => {
		const unsignalled = (options: Partial<CustomersHandlerOptions>) => {
			const request = Object.defineProperty(new Request(base), 'signal', { value: undefined });
			return mount(options).handler(request);
		};
		expect((await unsignalled({})).status).toBe(200);
		const { answer } = awaited(unsignalled({ deadlineMs: 50, authorize: hang }));
		await vi.advanceTimersByTimeAsync(50);
		expect(await refusal(await answer)).toBe('504 upstream_timeout');
	});

	it('is one for all that is done, and to the millisecond', async () => {
		const slowly =
			<T>(value: T) =>
			() =>
				new Promise<T>((resolve) => setTimeout(() => resolve(value), 40));
		const slow = { authorize: slowly({ allow: true, scope: 'a' }), rateLimit: { take: slowly(null) } };
		const { answer, there } = awaited(mount({ ...slow, deadlineMs: 100, backend: { ...memoryBackend(), list: hang } }).ask('/'));
		await vi.advanceTimersByTimeAsync(99);
		await settled();
		expect(there()).toBe(false);
		await vi.advanceTimersByTimeAsync(1);
		expect(await refusal(await answer)).toBe('504 upstream_timeout');
	});

	it('does not begin for a caller that had left, and begins nothing more for one that leaves', async () => {
		const begun: string[] = [];
		const noting = (leave: () => void) => ({
			authorize: () => {
				begun.push('authorize');
				leave();
				return { allow: true, scope: 'a' };
			},
			rateLimit: {
				take: () => {
					begun.push('take');
					return null;
				},
			},
		});
		const before = asking(noting(() => {}));
		before.leave();
		expect(await refusal(await before.ask())).toBe('499 aborted');
		expect(begun.splice(0)).toEqual([]);
		const meanwhile = asking(noting(() => meanwhile.leave()));
		expect(await refusal(await meanwhile.ask())).toBe('499 aborted');
		expect(begun).toEqual(['authorize']);
	});

	it('tells the backend why its work is over', async () => {
		const reasons: unknown[] = [];
		const list: CustomerBackend['list'] = (_, options) => {
			options!.signal!.addEventListener('abort', () => reasons.push(options!.signal!.reason));
			return hang();
		};
		const backend = { ...memoryBackend(), list };
		const late = asking({ deadlineMs: 50, backend });
		const { answer } = awaited(late.ask());
		await vi.advanceTimersByTimeAsync(50);
		await answer;
		const left = asking({ deadlineMs: 50, backend });
		const leaving = left.ask();
		await settled();
		left.leave();
		await leaving;
		expect(reasons).toMatchObject([{ name: 'TimeoutError', message: expect.stringContaining('50 ms') }, { name: 'AbortError' }]);
	});

	it('that is up is told in milliseconds to the host', async () => {
		const { ask, errors } = mount({ deadlineMs: 50, authorize: hang });
		const { answer } = awaited(ask('/'));
		await vi.advanceTimersByTimeAsync(50);
		expect(await refusal(await answer)).toBe('504 upstream_timeout');
		expect(errors).toMatchObject([{ code: 'upstream_timeout', message: expect.stringMatching(/50 ms \(deadlineMs\)/) }]);
	});
});

describe('what ends a keyed write', () => {
	const create = { json: { email: 'a@example.com' }, headers: { 'Idempotency-Key': 'k' } };
	/** A store that has begun every key, and ends as told. */
	const store = (end: () => Promise<void> | void): IdempotencyStore => ({ begin: () => ({ state: 'started' }), keep: end, release: end });

	it('has what is left of the time after the write', async () => {
		const { answer, there } = awaited(mount({ deadlineMs: 5000, idempotency: store(hang) }).ask('/', create));
		await settled();
		await vi.advanceTimersByTimeAsync(4999);
		await settled();
		expect(there()).toBe(false);
		await vi.advanceTimersByTimeAsync(1);
		expect((await answer).status).toBe(201);
	});

	it.each([
		['a second', 5000, 1000],
		['as long again as there was', 300, 300],
	])('has %s where the time is up before', async (_, deadlineMs, more) => {
		const backend = { ...memoryBackend(), create: hang };
		const { answer, there } = awaited(mount({ deadlineMs, idempotency: store(hang), backend }).ask('/', create));
		await settled();
		await vi.advanceTimersByTimeAsync(deadlineMs + more - 1);
		await settled();
		expect(there()).toBe(false);
		await vi.advanceTimersByTimeAsync(1);
		expect(await refusal(await answer)).toBe('504 upstream_timeout');
	});

	it.each([
		['is quick', () => {}],
		['fails', () => Promise.reject(new Error('no store'))],
	])('keeps nobody waiting then where it %s', async (_, end) => {
		const backend = { ...memoryBackend(), create: hang };
		const { answer } = awaited(mount({ deadlineMs: 5000, idempotency: store(end), backend }).ask('/', create));
		await settled();
		await vi.advanceTimersByTimeAsync(5000);
		expect(await refusal(await answer)).toBe('504 upstream_timeout');
	});
});
