import { FairMemory } from '../../contract/fairMemory';
import type { IdempotencyStore, KeyedCall } from '../../contract/stores';

/** The bounds of {@link memoryIdempotencyStore}. */
export interface MemoryIdempotencyOptions {
	/** How many responses are remembered. @default 10_000 */
	maxKeys?: number;
	/** How large all of them may be together, in bytes. @default 16_777_216 */
	maxBytes?: number;
	/** How long a response is kept, in milliseconds. @default 86_400_000 */
	ttlMs?: number;
	/** The clock, in milliseconds. @default Date.now */
	now?: () => number;
}

/**
 * Keeps responses in this process: right for one server, bounded in number, bytes and time. Where it is too much, the oldest of whoever has
 * most goes: of the largest scope, and there of its largest actor.
 *
 * @returns the store; requests that are running are never pushed out
 * @example
 * const idempotency = memoryIdempotencyStore({ ttlMs: 3_600_000 });
 */
export function memoryIdempotencyStore(options: MemoryIdempotencyOptions = {}): IdempotencyStore {
	const { maxKeys = 10_000, maxBytes = 16_777_216, ttlMs = 86_400_000, now = Date.now } = options;
	const running = new Map<string, { fingerprint: string; ends: number; owner: readonly [string, string] }>();
	const kept = new FairMemory<{ fingerprint: string; answer: string }>({ maxEntries: maxKeys, maxBytes, ttlMs, now });

	/** Claims that were neither kept nor released: the request ended before it knew of its own. */
	function forgetLost(): void {
		for (const [key, { ends }] of running) {
			if (now() < ends) break;
			running.delete(key);
		}
	}

	return {
		begin(key, fingerprint, { scope = '', actor = '', lastsMs = ttlMs }: Partial<KeyedCall> = {}) {
			forgetLost();
			const claim = running.get(key);
			const answered = kept.get(key);
			const known = claim ?? answered;
			if (known && known.fingerprint !== fingerprint) return { state: 'reused' };
			if (claim) return { state: 'in_progress' };
			if (answered) return { state: 'done', answer: JSON.parse(answered.answer) };
			running.set(key, { fingerprint, ends: now() + lastsMs, owner: [scope, actor] });
			return { state: 'started' };
		},
		keep(key, answer) {
			const claim = running.get(key);
			if (!claim) return;
			running.delete(key);
			const text = JSON.stringify(answer);
			// A character takes two bytes where one of the text is beyond Latin-1.
			kept.set(key, { fingerprint: claim.fingerprint, answer: text }, claim.owner, text.length * 2);
		},
		release(key) {
			running.delete(key);
		},
	};
}
