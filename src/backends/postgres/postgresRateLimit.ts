import type { RateLimiter } from '../../contract/stores';
import { quickDigest } from '../../domain/quickDigest';
import { createRun, type PostgresQuery } from './database';

/** How {@link postgresRateLimit} reaches the database, and how much passes. */
export interface PostgresRateLimitOptions {
	/** Runs one parameterised statement, as that of `postgresBackend`. */
	query: PostgresQuery;
	/** Requests that may come at once. @default 12_000 */
	burst?: number;
	/** Requests a second that may come for ever. @default 200 */
	perSecond?: number;
}

/** What this process knows of a caller's bucket. */
interface Known {
	/** Nothing is left until `until`; else requests pass until then. */
	spent: boolean;
	/** By this process's clock, in milliseconds. */
	until: number;
	/** Requests that passed since the database was asked, and are to be booked when it is asked again. */
	passed: number;
}

/** How long requests pass after the database was asked, in milliseconds. */
const trustMs = 1000;
/** How many callers are known at once. After whoever is forgotten the database is asked again. */
const maxKnown = 10_000;
/** One in so many questions is followed by a look for buckets that are full, which are as good as none. */
const forgetEvery = 100;

/**
 * A token bucket for each scope and actor in the tables of {@link postgresSchema}, one for all servers on that database. `postgresBackend`
 * brings it along; handlers of other backends can be given it. The database is asked once a second and caller, and after every hundredth of
 * `burst`: no server is more generous than that. A database that crashed has full buckets.
 *
 * @returns the limiter
 * @example
 * const query = pool.query.bind(pool);
 * const rateLimit = postgresRateLimit({ query, burst: 100, perSecond: 5 });
 */
export function postgresRateLimit({ query, burst = 12_000, perSecond = 200 }: PostgresRateLimitOptions): RateLimiter {
	const run = createRun(query);
	const tokenMs = 1000 / perSecond;
	const unasked = Math.floor(burst / 100);
	const callers = new Map<string, Known>();
	let asked = Math.floor(Math.random() * forgetEvery);

	/** How long to wait, in milliseconds; 0 where the request passes. */
	async function ask(key: string, passed: number): Promise<number> {
		const [bucket] = await run(take, [await quickDigest(key), passed * tokenMs, tokenMs, burst * tokenMs]);
		// That full buckets stay is no reason to hold up the request.
		if (++asked % forgetEvery === 0) await run(forget, []).catch(() => {});
		return bucket?.passed ? 0 : Math.max(1, Math.ceil(Number(bucket?.wait)));
	}

	return {
		async take(key) {
			const known = callers.get(key);
			if (known && Date.now() < known.until) {
				if (known.spent) return known.until - Date.now();
				if (known.passed < unasked) {
					known.passed++;
					return null;
				}
			}
			const booked = known?.passed ?? 0;
			if (known) known.passed = 0;
			const wait = await ask(key, booked);
			callers.delete(key);
			callers.set(key, { spent: wait > 0, until: Date.now() + (wait || trustMs), passed: 0 });
			if (callers.size > maxKnown) callers.delete(callers.keys().next().value!);
			return wait || null;
		},
	};
}

const ms = (value: string) => `(${value}::float8 * interval '1 millisecond')`;
/** When the bucket is full again, once what passed unasked is booked. */
const full = `greatest(bucket.full_at, now()) + ${ms('$2')}`;
// Sums of fractions are off by a hair.
const passes = `${full} + ${ms('$3')} <= now() + ${ms('$4')} + interval '1 millisecond'`;

const take = `INSERT INTO proyecta_customer_rates AS bucket (caller, full_at, passed)
	VALUES ($1::text, now() + ${ms('$2')} + ${ms('$3')}, true)
	ON CONFLICT (caller) DO UPDATE SET passed = ${passes}, full_at = ${full} + CASE WHEN ${passes} THEN ${ms('$3')} ELSE interval '0' END
	RETURNING passed, extract(epoch FROM full_at + ${ms('$3')} - now() - ${ms('$4')}) * 1000 AS wait`;

const forget = `DELETE FROM proyecta_customer_rates WHERE caller = ANY(ARRAY(
	SELECT caller FROM proyecta_customer_rates WHERE full_at < now() LIMIT 1000 FOR UPDATE SKIP LOCKED))`;
