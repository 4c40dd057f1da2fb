/** A request as a plain, serialisable value: what `functionBackend` sends. */
export interface FunctionRequest {
	method: 'GET' | 'POST' | 'PATCH';
	/** Below the handler's base path, with its query: `/`, `/search`, `/cus_1`. */
	path: string;
	headers: Record<string, string>;
	/** JSON text; `null` for a GET. */
	body: string | null;
}

/** The response to a {@link FunctionRequest}, as plain and serialisable. */
export interface FunctionAnswer {
	status: number;
	/** Lower-case names. */
	headers: Record<string, string>;
	body: string;
}
