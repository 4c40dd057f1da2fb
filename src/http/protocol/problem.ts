import type { CustomerErrorCode } from '../../contract/errors';

/** One wrong value of a request, at its RFC 6901 pointer. */
export interface ProblemIssue {
	/** RFC 6901, for instance `/line_items/0/quantity`. */
	pointer: string;
	code: string;
	params?: Record<string, string | number>;
}

/** The body of every failed response: RFC 9457, `application/problem+json`. */
export interface Problem {
	type: string;
	title: string;
	status: number;
	code: CustomerErrorCode;
	/** The same as the `X-Request-Id` header. */
	requestId: string;
	errors?: ProblemIssue[];
}
