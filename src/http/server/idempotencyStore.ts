import type { CustomerErrorCode } from '../../contract/errors';
import type { ProblemIssue } from '../protocol/problem';

/** A response that is kept under an idempotency key: a success, or a problem that would come again. */
export type KeptAnswer =
	| {
			/** HTTP status of the success. */
			status: number;
			/** Its own headers, without those that every response has. */
			headers: Record<string, string>;
			/** A JSON value, with customers in it: keep it as safe as them. */
			body: unknown;
	  }
	| {
			/** Code of a problem that the backend itself answered with 409 or 422. */
			refusal: CustomerErrorCode;
			/** What was wrong with the values. */
			errors: readonly ProblemIssue[];
	  };

/** What is known about a key when a request comes with it. */
export type KeyState =
	| {
			/**
			 * `started`: nobody used it, and this request now does. `in_progress`: another request does. `reused`: it was used with another
			 * body. `done`: its response is there.
			 */
			state: 'started';
	  }
	| { state: 'in_progress' }
	| { state: 'reused' }
	| {
			state: 'done';
			/** What `keep` was given. */
			answer: KeptAnswer;
	  };

/** Where responses are kept by idempotency key. Implement it on a database when several servers share the traffic. */
export interface IdempotencyStore {
	/**
	 * Claims a key, atomically. `key` is a digest of scope, actor, route, id and the caller's key; `fingerprint` one of the body.
	 * @throws anything: nothing is written then, and the caller is told `internal_error`, or the code of a `CustomerError` that stands for a
	 * status above 500
	 */
	begin(key: string, fingerprint: string): Promise<KeyState> | KeyState;
	/**
	 * Keeps the response of a key that was started.
	 * @throws anything, which changes no response: a retry is told `idempotency_in_progress` then
	 */
	keep(key: string, answer: KeptAnswer): Promise<void> | void;
	/**
	 * Forgets a key that was started: the request failed in a way that a retry may mend.
	 * @throws anything, which changes no response: a retry is told `idempotency_in_progress` then
	 */
	release(key: string): Promise<void> | void;
}

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
