import type { IdempotencyStore, KeptAnswer } from '../../contract/stores';

/** The bounds of {@link memoryIdempotencyStore}. */
export interface MemoryIdempotencyOptions {
	/** How many keys are remembered; the oldest responses go first. @default 10_000 */
	maxKeys?: number;
	/** How long a response is kept, in milliseconds. @default 86_400_000 */
	ttlMs?: number;
	/** The clock, in milliseconds. @default Date.now */
	now?: () => number;
}

/**
 * Keeps responses in this process: right for one server, bounded in size and time.
 *
 * @returns the store; requests that are running are never pushed out
 * @example
 * const idempotency = memoryIdempotencyStore({ ttlMs: 3_600_000 });
 */
export function memoryIdempotencyStore(options: MemoryIdempotencyOptions = {}): IdempotencyStore {
	const { maxKeys = 10_000, ttlMs = 86_400_000, now = Date.now } = options;
	const entries = new Map<string, { fingerprint: string; at: number; answer: KeptAnswer | null }>();

	/** Map order is age: drops what is too old, and the oldest responses when there are too many; running requests stay. */
	function evict(): void {
		for (const [key, entry] of entries) {
			if (now() - entry.at < ttlMs && entries.size <= maxKeys) break;
			if (entry.answer !== null || now() - entry.at >= ttlMs) entries.delete(key);
		}
	}

	return {
		begin(key, fingerprint) {
			const entry = entries.get(key);
			if (entry && now() - entry.at < ttlMs) {
				if (entry.fingerprint !== fingerprint) return { state: 'reused' };
				return entry.answer === null ? { state: 'in_progress' } : { state: 'done', answer: structuredClone(entry.answer) };
			}
			entries.delete(key);
			entries.set(key, { fingerprint, at: now(), answer: null });
			evict();
			return { state: 'started' };
		},
		keep(key, answer) {
			const entry = entries.get(key);
			if (entry) entry.answer = structuredClone(answer);
		},
		release(key) {
			entries.delete(key);
		},
	};
}
