import type { Access } from './grant';
import { ProblemError } from './problemError';

/** Somebody works in so many browsers at most; one browser has one stream. */
const perActor = 50;

/** Where no grant names an actor, all of a scope count as one. */
const perScope = 5_000;

/** The streams of changes that are open. */
export interface ChangeStreams {
	/**
	 * Counts one more. Returns what takes it off the count.
	 * @param end called when the server is about to close
	 * @throws `rate_limited` where this caller has too many
	 */
	enter(access: Access, end: () => void): () => void;
}

/** @param closing ends them all */
export function createChangeStreams(closing: AbortSignal | undefined): ChangeStreams {
	const ends = new Set<() => void>();
	const counts = new Map<string, number>();
	// One listener for all: Node warns of a leak when one signal has more than ten.
	closing?.addEventListener('abort', () => {
		for (const end of ends) end();
	});
	return {
		enter({ scope, actor }, end) {
			if (closing?.aborted) throw new ProblemError('upstream_unavailable', { retryAfterMs: 1000, message: 'The server is closing.' });
			const key = JSON.stringify([scope, actor ?? null]);
			const count = counts.get(key) ?? 0;
			if (count >= (actor === undefined ? perScope : perActor))
				throw new ProblemError('rate_limited', { retryAfterMs: 60_000, message: `This caller has ${count} streams of changes open.` });
			counts.set(key, count + 1);
			ends.add(end);
			return () => {
				ends.delete(end);
				const left = counts.get(key)! - 1;
				if (left > 0) counts.set(key, left);
				else counts.delete(key);
			};
		},
	};
}
