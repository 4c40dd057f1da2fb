import type { FunctionAnswer, FunctionRequest } from '../protocol/functionRequest';

/** The only headers that a call may set: none that says who calls or from where. */
const passed: ReadonlySet<string> = new Set(['accept', 'content-type', 'idempotency-key', 'if-match', 'if-none-match']);

/** Where {@link callHandler} places a request. */
export interface CallHandlerOptions {
	/** The handler's own. @default '/api/customers' */
	basePath?: string;
	/** The app's own origin, such as `https://app.example.com`: relative return URLs of checkout and portal lead there. */
	origin: string;
}

/**
 * Runs a {@link FunctionRequest} through a handler: the server's side of `functionBackend`.
 *
 * No cookie travels with such a call, so `authorize` decides by the function's own context alone. A handler made anew for each call must be
 * given an `idempotency` store that outlives it.
 *
 * @returns what `functionBackend` reads
 * @throws `TypeError` for a request that `functionBackend` did not make, and for an `origin` that is no URL
 * @example
 * // a Convex action
 * const handler = createCustomersHandler({
 * 	backend,
 * 	idempotency,
 * 	authorize: async () => {
 * 		const user = await ctx.auth.getUserIdentity();
 * 		return user && { allow: true, scope: user.subject };
 * 	},
 * });
 * return callHandler(handler, request, { origin: 'https://app.example.com' });
 */
export async function callHandler(
	handler: (request: Request) => Promise<Response>,
	request: FunctionRequest,
	{ basePath = '/api/customers', origin }: CallHandlerOptions,
): Promise<FunctionAnswer> {
	const { method, path, body } = request;
	if (!['GET', 'POST', 'PATCH'].includes(method) || typeof path !== 'string' || !path.startsWith('/')) {
		throw new TypeError(
			'callHandler: `request` is none that functionBackend made. Pass it on as it came: { method, path, headers, body }.',
		);
	}
	const headers = new Headers(Object.entries(request.headers ?? {}).filter(([name]) => passed.has(name.toLowerCase())));
	const response = await handler(
		new Request(`${new URL(origin).origin}${basePath.replace(/\/+$/, '')}${path}`, {
			method,
			headers,
			body: method === 'GET' ? null : (body ?? ''),
		}),
	);
	if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
		await response.body?.cancel();
		throw new TypeError('callHandler: changes need a stream, which a call has not. functionBackend asks for none.');
	}
	return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}
