/** A request as a plain, serialisable value: what `functionBackend` sends. */
export interface FunctionRequest {
	/** The HTTP method that it stands for. */
	method: 'GET' | 'POST' | 'PATCH';
	/** Below the handler's base path, with its query: `/`, `/search`, `/cus_1`. */
	path: string;
	/** `Accept`, `Content-Type`, `Idempotency-Key`, `If-Match` or `If-None-Match`; `callHandler` passes no others on. */
	headers: Record<string, string>;
	/** JSON text; `null` for a GET. */
	body: string | null;
}

/** The response to a {@link FunctionRequest}, as plain and serialisable. */
export interface FunctionAnswer {
	/** The HTTP status that it stands for. */
	status: number;
	/** Lower-case names. */
	headers: Record<string, string>;
	/** JSON text: the value, or a {@link Problem} where `content-type` is `application/problem+json`. */
	body: string;
}
