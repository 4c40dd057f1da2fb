/** One wrong value of a request, at its RFC 6901 pointer. */
export interface ProblemIssue {
	/** RFC 6901, for instance `/line_items/0/quantity`. */
	pointer: string;
	/** One of `IssueCode` for a customer's field; elsewhere also `out_of_range`, `not_one_of`, `too_many`, `not_supported` and their like. */
	code: string;
	/** What a sentence about it needs to know, for instance `min` and `max`. Absent where it needs nothing. */
	params?: Record<string, string | number>;
}
