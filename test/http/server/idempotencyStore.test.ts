import { describe, expect, it } from 'vitest';
import type { IdempotencyStore } from '../../../src/server';
import { memoryIdempotencyStore } from '../../../src/server';

describe('the store of keys in memory', () => {
	const by = (scope: string, actor?: string) => ({ scope, actor, customerId: undefined, writeKey: '', lastsMs: 1000 });
	const put = async (store: IdempotencyStore, key: string, scope: string, actor?: string, body: unknown = 1) => {
		await store.begin(key, 'x', by(scope, actor));
		await store.keep(key, { status: 200, headers: {}, body });
	};
	const has = async (store: IdempotencyStore, key: string) => (await store.begin(key, 'other', by(''))).state === 'reused';

	it('takes from whoever has most: no tenant, and no actor of one, pushes out the others', async () => {
		const store = memoryIdempotencyStore({ maxKeys: 100 });
		await put(store, 'tenant', 'b');
		await put(store, 'actor', 'a', 'two');
		for (let n = 0; n < 1000; n++) await put(store, `k${n}`, 'a', 'one');
		expect([await has(store, 'tenant'), await has(store, 'actor'), await has(store, 'k999')]).toEqual([true, true, true]);
		expect(await has(store, 'k0')).toBe(false);
	});

	it('weighs what is there, not what was, and takes from nobody because they came first or last', async () => {
		let now = 0;
		const store = memoryIdempotencyStore({ maxKeys: 50, ttlMs: 100, now: () => now });
		for (let n = 0; n < 40; n++) await put(store, `large${n}`, 'a', 'one', 'x'.repeat(10_000));
		now = 50;
		await put(store, 'first', 'a', 'one');
		now = 100;
		for (let n = 0; n < 60; n++) await put(store, `k${n}`, 'b', 'two');
		await put(store, 'last', 'c');
		for (let n = 60; n < 70; n++) await put(store, `k${n}`, 'b', 'two');
		await put(store, 'actor', 'b', 'three');
		for (let n = 70; n < 80; n++) await put(store, `k${n}`, 'b', 'two');
		expect([await has(store, 'first'), await has(store, 'last'), await has(store, 'actor')]).toEqual([true, true, true]);
		expect([await has(store, 'large39'), await has(store, 'k31'), await has(store, 'k79')]).toEqual([false, false, true]);
	});

	it('is bounded in bytes', async () => {
		const store = memoryIdempotencyStore({ maxBytes: 1_000_000 });
		await put(store, 'small', 'b');
		for (let n = 0; n < 20; n++) await put(store, `k${n}`, 'a', 'one', 'x'.repeat(100_000));
		const kept = await Promise.all(Array.from({ length: 20 }, (_, n) => has(store, `k${n}`)));
		expect(kept.lastIndexOf(false)).toBe(15);
		expect(kept.filter(Boolean)).toHaveLength(4);
		expect(await has(store, 'small')).toBe(true);
	});

	it('forgets answers after their time, and when there are too many', async () => {
		let now = 0;
		const store = memoryIdempotencyStore({ maxKeys: 2, ttlMs: 100, now: () => now });
		const by = (scope: string, actor?: string) => ({ scope, actor, customerId: undefined, writeKey: '', lastsMs: 50 });
		const answer = { status: 200, headers: {}, body: 1 };
		for (const key of ['a', 'b', 'c']) {
			expect(await store.begin(key, 'x', by('a'))).toEqual({ state: 'started' });
			await store.keep(key, answer);
		}
		expect(await store.begin('c', 'x', by('a'))).toEqual({ state: 'done', answer });
		expect(await store.begin('b', 'y', by('a'))).toEqual({ state: 'reused' });
		expect(await store.begin('a', 'x', by('a'))).toEqual({ state: 'started' });
		now = 100;
		expect(await store.begin('c', 'x', by('a'))).toEqual({ state: 'started' });
		expect(await store.begin('c', 'x', by('a'))).toEqual({ state: 'in_progress' });
		now = 150;
		expect(await store.begin('c', 'x', by('a'))).toEqual({ state: 'started' });
	});

	it('lets go of what is released, and keeps nothing that nobody began', async () => {
		const store = memoryIdempotencyStore();
		const answer = { status: 200, headers: {}, body: 1 };
		expect(await store.begin('k', 'x')).toEqual({ state: 'started' });
		expect(await store.begin('k', 'x')).toEqual({ state: 'in_progress' });
		await store.release('k');
		await store.keep('k', answer);
		expect(await store.begin('k', 'y')).toEqual({ state: 'started' });
		await store.keep('k', answer);
		expect(await store.begin('k', 'y')).toEqual({ state: 'done', answer });
	});
});
