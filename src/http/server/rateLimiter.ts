import type { RateLimiter } from '../../contract/stores';

/** The bounds of {@link memoryRateLimiter}. */
export interface MemoryRateLimitOptions {
	/** Requests that may come at once. @default 12_000 */
	burst?: number;
	/** Requests a second that may come for ever. @default 200 */
	perSecond?: number;
	/** How many callers are remembered; the ones longest unseen go first. @default 10_000 */
	maxCallers?: number;
	/** The clock, in milliseconds. @default Date.now */
	now?: () => number;
}

/**
 * A token bucket for each scope and actor, in this process. The defaults stop a loop run wild, and nobody who works.
 *
 * @returns the limiter
 * @example
 * const rateLimit = memoryRateLimiter({ burst: 100, perSecond: 5 });
 */
export function memoryRateLimiter(options: MemoryRateLimitOptions = {}): RateLimiter {
	const { burst = 12_000, perSecond = 200, maxCallers = 10_000, now = Date.now } = options;
	const buckets = new Map<string, { tokens: number; at: number }>();
	return {
		take(key) {
			const bucket = buckets.get(key) ?? { tokens: burst, at: now() };
			const tokens = Math.min(burst, bucket.tokens + (Math.max(0, now() - bucket.at) / 1000) * perSecond);
			const passes = tokens >= 1;
			buckets.delete(key);
			buckets.set(key, { tokens: passes ? tokens - 1 : tokens, at: now() });
			if (buckets.size > maxCallers) buckets.delete(buckets.keys().next().value!);
			return passes ? null : Math.ceil(((1 - tokens) / perSecond) * 1000);
		},
	};
}
