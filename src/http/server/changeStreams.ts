import type { Access } from './grant';
import { createOpenCount } from './openCount';
import { ProblemError } from './problemError';

/** Somebody works in so many browsers at most; one browser has one stream. */
const most = { actor: 50, scope: 5_000 };

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
	const countOpen = createOpenCount('streams of changes', most);
	// One listener for all: Node warns of a leak when one signal has more than ten.
	closing?.addEventListener('abort', () => {
		for (const end of ends) end();
	});
	return {
		enter(access, end) {
			if (closing?.aborted) throw new ProblemError('upstream_unavailable', { message: 'The server is closing.' });
			const leave = countOpen(access);
			ends.add(end);
			return () => {
				ends.delete(end);
				leave();
			};
		},
	};
}
