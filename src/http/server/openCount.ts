import type { Access } from './grant';
import { ProblemError } from './problemError';

/** How many of something a caller may have open at a time. */
interface Most {
	actor: number;
	/** Where no grant names an actor, all of a scope count as one. */
	scope: number;
}

/**
 * Counts one more, and returns what takes it off the count.
 * @throws `rate_limited` where this caller has too many
 */
export type CountOpen = (access: Access) => () => void;

/** @param what for developers: what is counted */
export function createOpenCount(what: string, most: Most): CountOpen {
	const counts = new Map<string, number>();
	return ({ scope, actor }) => {
		const key = JSON.stringify([scope, actor ?? null]);
		const count = counts.get(key) ?? 0;
		if (count >= (actor === undefined ? most.scope : most.actor))
			throw new ProblemError('rate_limited', { retryAfterMs: 60_000, message: `This caller has ${count} ${what} open.` });
		counts.set(key, count + 1);
		return () => {
			const left = counts.get(key)! - 1;
			if (left > 0) counts.set(key, left);
			else counts.delete(key);
		};
	};
}
