import { describe, expect, it } from 'vitest';
import { memoryRateLimiter } from '../../../src/server';

describe('the rate limiter in memory', () => {
	it('lets a burst pass, then says how long to wait, and fills up again', () => {
		let now = 0;
		const limiter = memoryRateLimiter({ burst: 2, perSecond: 4, now: () => now });
		expect([1, 2, 3].map(() => limiter.take('a'))).toEqual([null, null, 250]);
		expect(limiter.take('b')).toBeNull();
		now = 250;
		expect([limiter.take('a'), limiter.take('a')]).toEqual([null, 250]);
		now = 60_000;
		expect([1, 2, 3].map(() => limiter.take('a'))).toEqual([null, null, 250]);
	});

	it('forgets the callers longest unseen', () => {
		const limiter = memoryRateLimiter({ burst: 1, perSecond: 1, maxCallers: 2, now: () => 0 });
		for (const key of ['a', 'b', 'c']) expect(limiter.take(key)).toBeNull();
		expect([limiter.take('c'), limiter.take('a')]).toEqual([1000, null]);
	});
});
