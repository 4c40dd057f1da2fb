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

	it('forgets the callers that have spent least, never one that has nothing left', () => {
		const limiter = memoryRateLimiter({ burst: 3, perSecond: 1, maxCallers: 100, now: () => 0 });
		for (const _ of [1, 2, 3]) expect(limiter.take('spent')).toBeNull();
		for (let n = 0; n < 10_000; n++) expect(limiter.take(`other ${n}`)).toBeNull();
		expect(limiter.take('spent')).toBe(1000);
		expect([limiter.take('other 0'), limiter.take('other 0'), limiter.take('other 0')]).toEqual([null, null, null]);
	});

	it('locks nobody out for long where the clock is set back', () => {
		let now = 3_600_000;
		const limiter = memoryRateLimiter({ burst: 1, perSecond: 1, now: () => now });
		expect(limiter.take('a')).toBeNull();
		now = 0;
		expect(limiter.take('a')).toBe(1000);
		now = 1000;
		expect(limiter.take('a')).toBeNull();
	});
});
