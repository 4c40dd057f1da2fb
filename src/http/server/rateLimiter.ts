import type { RateLimiter } from '../../contract/stores';

/** The bounds of {@link memoryRateLimiter}. */
export interface MemoryRateLimitOptions {
	/** Requests that may come at once. @default 12_000 */
	burst?: number;
	/** Requests a second that may come for ever. @default 200 */
	perSecond?: number;
	/** How many callers are remembered; the ones that have spent least go first. @default 10_000 */
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
	const tokenMs = 1000 / perSecond;
	/** When each bucket is full again. One that is full is as good as none. */
	const fullAt = new Map<string, number>();

	/** Forgets buckets that are full, or all but: many at once, so that it is seldom to be done. */
	function forget(): void {
		const least = [...fullAt].sort(([, one], [, other]) => one - other).slice(0, Math.ceil(maxCallers / 10));
		for (const [key] of least) fullAt.delete(key);
	}

	return {
		take(key) {
			const time = now();
			const full = burst * tokenMs;
			// No bucket takes longer to fill, unless the clock was set back.
			const before = Math.max(time, Math.min(time + full, fullAt.get(key) ?? 0));
			const wait = before + tokenMs - time - full;
			// Sums of fractions are off by a hair.
			const passes = wait < 1e-6;
			fullAt.set(key, passes ? before + tokenMs : before);
			if (fullAt.size > maxCallers) forget();
			return passes ? null : Math.ceil(wait);
		},
	};
}
