import type { CustomerErrorCode, CustomerErrorOptions } from '../../contract/errors';
import { CustomerError, errorStatus, isCustomerError } from '../../contract/errors';
import type { ProblemIssue } from '../../contract/problemIssue';
import { knownIssueCode, knownParams } from '../protocol/knownIssues';
import { pointerOfPath } from '../protocol/pointer';

/** How many wrong values one problem names. */
export const maxErrors = 50;

/** An error as it leaves the server: with the pointers and headers that its problem has. */
export class ProblemError extends CustomerError {
	readonly errors: readonly ProblemIssue[];
	readonly headers: Readonly<Record<string, string>>;
	/** What nothing but this class can have; looking for it runs no code of what is looked at, as `instanceof` does. */
	readonly #own = true;

	static is(value: unknown): value is ProblemError {
		return typeof value === 'object' && value !== null && #own in value;
	}

	constructor(
		code: CustomerErrorCode,
		{ errors, headers, ...options }: CustomerErrorOptions & { errors?: readonly ProblemIssue[]; headers?: Record<string, string> } = {},
	) {
		super(code, options);
		this.errors = (errors ?? []).slice(0, maxErrors);
		this.headers = headers ?? {};
	}
}

/** 422 at the given pointers. */
export function validationFailed(errors: readonly ProblemIssue[]): ProblemError {
	return new ProblemError('validation_failed', { errors, message: `The request has ${errors.length} wrong value(s), see errors.` });
}

/** 400 at a query parameter or header. */
export function malformedRequest(message: string, errors: readonly ProblemIssue[] = []): ProblemError {
	return new ProblemError('malformed_request', { errors, message });
}

/** For nobody: whoever called has gone. Its status is the one that nginx logs for that. */
export function callerLeft(cause?: unknown): ProblemError {
	return new ProblemError('aborted', { status: 499, cause, message: 'The caller went away before the response was ready.' });
}

/** The fixed sentence of each code that leaves the server. */
export const titles: Partial<Record<CustomerErrorCode, string>> = {
	malformed_request: 'The request could not be understood',
	invalid_cursor: 'The cursor does not belong to this request',
	unauthenticated: 'Sign in first',
	cross_origin: 'Requests from this origin are refused',
	forbidden: 'Not allowed',
	not_found: 'Not found',
	method_not_allowed: 'Method not allowed',
	request_timeout: 'The request took too long to arrive',
	email_exists: 'Another customer has this email',
	idempotency_in_progress: 'A request with this Idempotency-Key is still running',
	version_conflict: 'The customer was changed meanwhile',
	payload_too_large: 'The request is too large',
	unsupported_media_type: 'Send application/json in UTF-8',
	validation_failed: 'Some values are not valid',
	idempotency_key_reused: 'This Idempotency-Key was used for another request',
	version_required: 'If-Match is required',
	rate_limited: 'Too many requests',
	internal_error: 'Something went wrong',
	not_supported: 'Not supported',
	bad_upstream_response: 'The upstream service answered nonsense',
	upstream_unavailable: 'The upstream service is not available',
	misconfigured: 'The server is not set up correctly',
	upstream_timeout: 'The upstream service took too long',
	aborted: 'The caller went away',
};

/** The fixed sentence of a code; no word of it comes from a request or an upstream response. */
export function titleOf(code: CustomerErrorCode): string {
	return titles[code] ?? 'Something went wrong';
}

/**
 * What a backend's code becomes: its 401 and 403 mean that *our* key is bad and must not log the user out, and what a client alone can meet
 * has no status.
 */
const foreignCodes: Partial<Record<CustomerErrorCode, CustomerErrorCode>> = {
	unauthenticated: 'misconfigured',
	forbidden: 'misconfigured',
	cross_origin: 'misconfigured',
	method_not_allowed: 'misconfigured',
	unsupported_media_type: 'misconfigured',
	request_timeout: 'upstream_timeout',
	timeout: 'upstream_timeout',
	offline: 'upstream_unavailable',
	unreachable: 'upstream_unavailable',
	aborted: 'upstream_unavailable',
	bad_response: 'bad_upstream_response',
};

/** Issues about a customer as a problem has them. */
export function problemIssues(issues: unknown): ProblemIssue[] {
	if (!Array.isArray(issues)) return [];
	return Array.from({ length: Math.min(maxErrors, issues.length) }, (_, at) => {
		const issue = issues[at];
		const params = knownParams(issue?.params);
		return { pointer: pointerOfPath(issue?.path), code: knownIssueCode(issue?.code), ...(params && { params }) };
	});
}

/** Anything thrown, as the problem that may leave the server: also proxies and errors that throw when they are looked at. */
export function toProblemError(error: unknown): ProblemError {
	if (ProblemError.is(error)) return error;
	try {
		const told = isCustomerError(error) ? copyOf(error) : null;
		if (told) return told;
	} catch {
		// told as what it is: nothing that says what happened
	}
	return new ProblemError('internal_error', { cause: error, message: 'Something threw that is no CustomerError.' });
}

/** What may be told of a CustomerError, each part read once; `null` where its code is none. */
function copyOf(error: CustomerError): ProblemError | null {
	const { code, issues, retryAfterMs, message } = error;
	if (typeof code !== 'string') return null;
	const told = Object.hasOwn(foreignCodes, code) ? foreignCodes[code]! : code;
	if (!Object.hasOwn(errorStatus, told)) return null;
	return new ProblemError(told, {
		errors: problemIssues(issues),
		cause: error,
		...(typeof message === 'string' && { message }),
		...(typeof retryAfterMs === 'number' && retryAfterMs >= 0 && { retryAfterMs }),
	});
}

/** Seconds for `Retry-After`, 1–60, where the code or the error asks for one. */
export function retryAfterOf({ code, retryAfterMs }: ProblemError): string | null {
	const always = code === 'rate_limited' || code === 'idempotency_in_progress' || code === 'upstream_unavailable';
	if (retryAfterMs === undefined) return always ? '1' : null;
	return String(Math.min(60, Math.max(1, Math.ceil(retryAfterMs / 1000))));
}
