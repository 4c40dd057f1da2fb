import type { CustomerErrorCode } from '../../contract/errors';
import type { ProblemIssue } from '../protocol/problem';

/** A response that is kept under an idempotency key: a success, or a problem that would come again. */
export type KeptAnswer =
	| { status: number; headers: Record<string, string>; body: unknown }
	| { refusal: CustomerErrorCode; errors: readonly ProblemIssue[] };

/** What is known about a key when a request comes with it. */
export type KeyState =
	/** Nobody uses it: this request now does. */
	| { state: 'started' }
	| { state: 'in_progress' }
	/** It was used with another body. */
	| { state: 'reused' }
	| { state: 'done'; answer: KeptAnswer };

/** Where responses are kept by idempotency key. Implement it on a database when several servers share the traffic. */
export interface IdempotencyStore {
	/** Claims a key, atomically. `key` holds scope, actor, route and id; `fingerprint` stands for the body. */
	begin(key: string, fingerprint: string): Promise<KeyState> | KeyState;
	/** Keeps the response of a key that was started. */
	keep(key: string, answer: KeptAnswer): Promise<void> | void;
	/** Forgets a key that was started: the request failed in a way that a retry may mend. */
	release(key: string): Promise<void> | void;
}

export interface MemoryIdempotencyOptions {
	/** How many keys are remembered; the oldest responses go first. @default 10_000 */
	maxKeys?: number;
	/** How long a response is kept, in milliseconds. @default 86_400_000 */
	ttlMs?: number;
	/** The clock, in milliseconds. @default Date.now */
	now?: () => number;
}

/** Keeps responses in this process: right for one server, bounded in size and time. */
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
