import type { Issue } from '../domain/issue';

/** Every way a call can fail. The user's sentence for it comes from the locale. */
export type CustomerErrorCode =
	| 'malformed_request'
	| 'invalid_cursor'
	| 'unauthenticated'
	| 'cross_origin'
	| 'forbidden'
	| 'not_found'
	| 'method_not_allowed'
	| 'request_timeout'
	| 'email_exists'
	| 'idempotency_in_progress'
	| 'version_conflict'
	| 'payload_too_large'
	| 'unsupported_media_type'
	| 'validation_failed'
	| 'idempotency_key_reused'
	| 'version_required'
	| 'rate_limited'
	| 'internal_error'
	| 'not_supported'
	| 'bad_upstream_response'
	| 'upstream_unavailable'
	| 'misconfigured'
	| 'upstream_timeout'
	| 'offline'
	| 'timeout'
	| 'aborted'
	| 'bad_response';

/** The HTTP status of each code; codes that exist in the client only have none. */
export const errorStatus = {
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
	offline: undefined,
	timeout: undefined,
	aborted: undefined,
	bad_response: undefined,
} as const satisfies Record<CustomerErrorCode, number | undefined>;

/** Codes after which the same call may succeed if simply made again. */
const retryableCodes: ReadonlySet<CustomerErrorCode> = new Set([
	'request_timeout',
	'idempotency_in_progress',
	'rate_limited',
	'bad_upstream_response',
	'upstream_unavailable',
	'upstream_timeout',
	'offline',
	'timeout',
]);

const brand = Symbol.for('proyecta-customers.error');

export interface CustomerErrorOptions {
	/** Of the HTTP answer. @default the code's own status */
	status?: number;
	/** With `validation_failed`. @default [] */
	issues?: readonly Issue[];
	/** How long to wait before the next try, in milliseconds. */
	retryAfterMs?: number;
	/** The `X-Request-Id` of the answer, to quote to support. */
	requestId?: string;
	/** What caused it; never leaves the server. */
	cause?: unknown;
	/** For developers: what happened, why, and what to do. Never shown to users. */
	message?: string;
}

/** The one error of the kit. Recognise it with {@link isCustomerError}, never with `instanceof`. */
export class CustomerError extends Error {
	override readonly name = 'CustomerError';
	readonly code: CustomerErrorCode;
	readonly status: number | undefined;
	readonly issues: readonly Issue[];
	/** Whether the same call may succeed if made again. */
	readonly retryable: boolean;
	readonly retryAfterMs: number | undefined;
	readonly requestId: string | undefined;

	constructor(code: CustomerErrorCode, options: CustomerErrorOptions = {}) {
		super(options.message ?? code, options.cause === undefined ? undefined : { cause: options.cause });
		this.code = code;
		this.status = options.status ?? errorStatus[code];
		this.issues = options.issues ?? [];
		this.retryable = retryableCodes.has(code);
		this.retryAfterMs = options.retryAfterMs;
		this.requestId = options.requestId;
		Object.defineProperty(this, brand, { value: true });
	}
}

/** Whether a thrown value is a {@link CustomerError}, also one from another copy of this module. */
export function isCustomerError(value: unknown): value is CustomerError {
	return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
