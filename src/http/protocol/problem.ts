import type { CustomerErrorCode } from '../../contract/errors';

/** One wrong value of a request, at its RFC 6901 pointer. */
export interface ProblemIssue {
	/** RFC 6901, for instance `/line_items/0/quantity`. */
	pointer: string;
	/** One of `IssueCode` for a customer's field; elsewhere also `out_of_range`, `not_one_of`, `too_many`, `not_supported` and their like. */
	code: string;
	/** What a sentence about it needs to know, for instance `min` and `max`. Absent where it needs nothing. */
	params?: Record<string, string | number>;
}

/** The body of every failed response: RFC 9457, `application/problem+json`. */
export interface Problem {
	/** `urn:proyecta-customers:` and the code. */
	type: string;
	/** A fixed English sentence for developers, the same for each code. */
	title: string;
	/** The same as the response's HTTP status. */
	status: number;
	/** What happened; the user's sentence for it comes from the locale. */
	code: CustomerErrorCode;
	/** The same as the `X-Request-Id` header. */
	requestId: string;
	/** What is wrong with the request's values, of a customer's at most 50; absent where it is not about values. */
	errors?: ProblemIssue[];
}
