import type { CustomerErrorCode } from '../../contract/errors';
import type { ProblemIssue } from '../../contract/problemIssue';

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
