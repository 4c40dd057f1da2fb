import type { CustomerBackend } from '../../contract/backend';
import type { FunctionAnswer, FunctionRequest } from '../protocol/functionRequest';
import { byLowerName } from './response';
import { badResponse } from './responseError';
import { transportBackend } from './transportBackend';

/**
 * A backend in the browser that speaks to a handler through a plain function instead of `fetch`, for hosts whose server
 * code is reached by calls: a Convex action, a React server function, an IPC channel. Both values are plain JSON data.
 * Calls cannot stream, so exports are read page by page, as `list`, and there are no live changes.
 *
 * The server's side of it is `callHandler`, where `authorize` asks the function's own context who calls.
 *
 * @returns the backend; it calls nothing until it is called
 * @example
 * const backend = functionBackend((request) => convex.action(api.customers.call, { request }));
 */
export function functionBackend(call: (request: FunctionRequest) => Promise<FunctionAnswer>): CustomerBackend {
	const backend = transportBackend(async (request) => {
		const { status, headers = {}, body }: Partial<FunctionAnswer> = (await call(request)) ?? {};
		if (typeof status !== 'number' || typeof body !== 'string') throw badResponse('The function returned no answer of callHandler.');
		return { status, headers: byLowerName(Object.entries(headers)), body };
	});
	return { ...backend, capabilities: async (options) => ({ ...(await backend.capabilities(options)), live: false }) };
}
