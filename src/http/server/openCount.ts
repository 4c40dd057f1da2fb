import type { Access } from './grant';
import { ProblemError } from './problemError';

/** How many of something a caller may have open at a time. */
interface Most {
	actor: number;
	/** Where no grant names an actor, all of a scope count as one. */
	scope: number;
	/** From so many of all callers on, each may have no more than `caller`. */
	crowd?: { of: number; caller: number };
}

/**
 * Counts one more, and returns what takes it off the count.
 * @throws `rate_limited` where this caller has too many
 */
export type CountOpen = (access: Access) => () => void;

/** @param what for developers: what is counted */
export function createOpenCount(what: string, most: Most): CountOpen {
	const counts = new Map<string, number>();
	let all = 0;
	return ({ scope, actor }) => {
		const key = JSON.stringify([scope, actor ?? null]);
		const count = counts.get(key) ?? 0;
		const own = actor === undefined ? most.scope : most.actor;
		if (count >= (most.crowd && all >= most.crowd.of ? Math.min(own, most.crowd.caller) : own))
			throw new ProblemError('rate_limited', { retryAfterMs: 60_000, message: `This caller has ${count} ${what} open.` });
		counts.set(key, count + 1);
		all++;
		return () => {
			all--;
			const left = counts.get(key)! - 1;
			if (left > 0) counts.set(key, left);
			else counts.delete(key);
		};
	};
}
