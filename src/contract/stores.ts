import type { CustomerErrorCode } from './errors';
import type { ProblemIssue } from './problemIssue';

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

/** The call that came with a key. */
export interface KeyedCall {
	/** Whose customers it is about, as `authorize` granted it. A store that cannot keep all keeps of each scope alike, and within it of each actor. */
	scope: string;
	/** Who calls, where the grant says so. */
	actor: string | undefined;
	/** The customer it is about; absent where it makes one. */
	customerId: string | undefined;
	/** The key that the backend is given for its write: by it a store on the same database can tell whether a write was done. */
	writeKey: string;
	/** How long the request can last, in milliseconds: whoever claimed the key and has neither kept nor released it by then is gone. */
	lastsMs: number;
}

/** Where responses are kept by idempotency key. Implement it on a database when several servers share the traffic, or take `postgresIdempotency`. */
export interface IdempotencyStore {
	/**
	 * Claims a key, atomically, for as long as the call can last. `key` is a digest of scope, actor, route, id and the caller's key;
	 * `fingerprint` one of the body. The handler always says which `call` it is.
	 * @throws anything: nothing is written then, and the caller is told `internal_error`, or the code of a `CustomerError` that stands for a
	 * status above 500
	 */
	begin(key: string, fingerprint: string, call?: KeyedCall): Promise<KeyState> | KeyState;
	/**
	 * Keeps the response of a key that was started: a success, or a 409 or 422 of the backend's.
	 * @throws anything, which changes no response: a retry is told `idempotency_in_progress` then
	 */
	keep(key: string, answer: KeptAnswer): Promise<void> | void;
	/**
	 * Forgets a key that was started: the request failed in a way that a retry may mend.
	 * @throws anything, which changes no response: a retry is told `idempotency_in_progress` then
	 */
	release(key: string): Promise<void> | void;
}

/** Decides whether one more request may pass. Implement it on a shared store when several servers share the traffic, or take `postgresRateLimit`. */
export interface RateLimiter {
	/**
	 * `key` stands for scope and actor. Returns `null` to let the request pass, else how long to wait, in milliseconds.
	 * @throws anything: the request does not pass then, and the caller is told `internal_error`, or the code of a `CustomerError` that stands for
	 * a status above 500
	 */
	take(key: string): Promise<number | null> | number | null;
}

/** Where the handler keeps what it must remember. */
export interface BackendStores {
	/** Responses by idempotency key. */
	idempotency?: IdempotencyStore;
	/** Who made how many requests. */
	rateLimit?: RateLimiter;
}
