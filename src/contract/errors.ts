import type { Issue } from '../domain/issue';

/** Every way a call can fail. The user's sentence for it comes from the locale. */
export type CustomerErrorCode =
	/** The request makes no sense in itself: a key that does not exist, two cursors at once, a body that is no JSON. */
	| 'malformed_request'
	/** The cursor was not made by this backend for this scope, sort, search and filters. Start again from the first page. */
	| 'invalid_cursor'
	/** Nobody is signed in: `authorize` returned `null`. */
	| 'unauthenticated'
	/** A page of another origin made the request, and the handler's `origins` does not list it. */
	| 'cross_origin'
	/** `authorize` did not allow it, or the grant does not let one read or write a field of it. */
	| 'forbidden'
	/** No customer of this scope has that id; an id of another scope and a malformed one look the same. */
	| 'not_found'
	/** The handler's route does not know the HTTP method. */
	| 'method_not_allowed'
	/** The body did not arrive before the handler's deadline. */
	| 'request_timeout'
	/** Another customer of this scope has that email. */
	| 'email_exists'
	/** A request with the same idempotency key is still being answered. */
	| 'idempotency_in_progress'
	/** The customer was changed since the version that the update was based on; nothing was written. */
	| 'version_conflict'
	/** The body is larger than the handler's `bodyLimitBytes`. */
	| 'payload_too_large'
	/** The body is not `application/json` in UTF-8. */
	| 'unsupported_media_type'
	/** Values that do not pass; `issues` says which and why. */
	| 'validation_failed'
	/** The idempotency key was used before, with another input. */
	| 'idempotency_key_reused'
	/** An update over HTTP without `If-Match`. */
	| 'version_required'
	/** Too many requests of this scope and actor; `retryAfterMs` says how long to wait. */
	| 'rate_limited'
	/** Something threw that should not have, `authorize` included. */
	| 'internal_error'
	/** The backend does not offer it: `capabilities()` says so. */
	| 'not_supported'
	/** The backend's vendor answered something that cannot be true. */
	| 'bad_upstream_response'
	/** The backend's database or vendor is out of reach, or busy. */
	| 'upstream_unavailable'
	/** The host has set something up wrongly, for instance a vendor's key that is refused. Trying again does not help. */
	| 'misconfigured'
	/** The backend did not answer before the handler's deadline. */
	| 'upstream_timeout'
	/** Nothing answered, and the browser says that it has no network (`navigator.onLine` is `false`). Client only. */
	| 'offline'
	/** Nothing answered, though there is a network: the server is down, or something on the way refuses. Client only. */
	| 'unreachable'
	/** The server did not answer within the client's time. Client only. */
	| 'timeout'
	/** The caller's own signal aborted the call, or the browser did, say by its stop button. */
	| 'aborted'
	/** What answered is not the kit's handler, or something on the way changed its answer. Client only. */
	| 'bad_response';

/** What happens on the way to a server, so that no answer says it. */
type ClientErrorCode = 'offline' | 'unreachable' | 'timeout' | 'aborted' | 'bad_response';

/** The HTTP status of each code; codes that exist in the client only have none. */
export const errorStatus: Partial<Record<CustomerErrorCode, number>> = {
	malformed_request: 400,
	invalid_cursor: 400,
	unauthenticated: 401,
	cross_origin: 403,
	forbidden: 403,
	not_found: 404,
	method_not_allowed: 405,
	request_timeout: 408,
	email_exists: 409,
	idempotency_in_progress: 409,
	version_conflict: 412,
	payload_too_large: 413,
	unsupported_media_type: 415,
	validation_failed: 422,
	idempotency_key_reused: 422,
	version_required: 428,
	rate_limited: 429,
	internal_error: 500,
	not_supported: 501,
	bad_upstream_response: 502,
	upstream_unavailable: 503,
	misconfigured: 503,
	upstream_timeout: 504,
} satisfies Record<Exclude<CustomerErrorCode, ClientErrorCode>, number>;

/** Codes after which the same call may succeed if simply made again. */
const retryable = /timeout|upstream|in_progress|rate|^offline|reach/;

const brand = Symbol.for('proyecta-customers.error');

/** What a {@link CustomerError} knows besides its code. */
export interface CustomerErrorOptions {
	/** Of the HTTP answer. @default the code's own status; none for a code of the client only */
	status?: number;
	/** With `validation_failed`: what is wrong, at which field. @default [] */
	issues?: readonly Issue[];
	/** How long to wait before the next try, in milliseconds. @default unknown */
	retryAfterMs?: number;
	/** The `X-Request-Id` of the answer, to quote to support. @default none, as of what never reached the server */
	requestId?: string;
	/** What caused it; never leaves the server. @default none */
	cause?: unknown;
	/** For developers: what happened, why, and what to do. Never shown to users. @default the code */
	message?: string;
}

/**
 * The one error of the kit. Recognise it with {@link isCustomerError}, never with `instanceof`: two copies of this module must still know
 * each other's errors.
 *
 * @example
 * throw new CustomerError('version_conflict', { message: 'The customer was changed since that version. Get it again and merge.' });
 */
export class CustomerError extends Error {
	override readonly name = 'CustomerError';
	/** What happened. The user's sentence for it is `locale.errors[code]`. */
	declare readonly code: CustomerErrorCode;
	/** HTTP status of the answer; `undefined` for what failed without one. */
	declare readonly status: number | undefined;
	/** What is wrong with the values, at which field; empty for everything but `validation_failed`. */
	declare readonly issues: readonly Issue[];
	/** Whether the same call may succeed if made again. */
	declare readonly retryable: boolean;
	/** How long to wait before the next try, in milliseconds; `undefined` where nobody said. */
	declare readonly retryAfterMs: number | undefined;
	/** The `X-Request-Id` of the answer, to quote to support; `undefined` for what never reached the server. */
	declare readonly requestId: string | undefined;

	constructor(code: CustomerErrorCode, options: CustomerErrorOptions = {}) {
		super(options.message ?? code, options);
		this.code = code;
		this.status = options.status ?? errorStatus[code];
		this.issues = options.issues ?? [];
		this.retryable = retryable.test(code);
		this.retryAfterMs = options.retryAfterMs;
		this.requestId = options.requestId;
		Object.defineProperty(this, brand, { value: true });
	}
}

/**
 * Whether a thrown value is a {@link CustomerError}, also one from another copy of this module.
 *
 * @returns `true` for a `CustomerError`, whose type it narrows to
 * @example
 * try {
 * 	await backend.get(id);
 * } catch (error) {
 * 	if (!isCustomerError(error) || error.code !== 'not_found') throw error;
 * }
 */
export function isCustomerError(value: unknown): value is CustomerError {
	return (value as Record<symbol, unknown> | null | undefined)?.[brand] === true;
}
