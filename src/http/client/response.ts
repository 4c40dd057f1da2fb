import type { FunctionAnswer } from '../protocol/functionRequest';
import { badResponse, parseJson, responseError } from './responseError';

/** The JSON value of a success, and the headers by lower-case name. */
export interface JsonResponse {
	body: unknown;
	headers: Record<string, string>;
}

/** Headers by lower-case name: a `fetch` that stands in for the browser's, such as happy-dom's, keeps names as they were written. */
export function byLowerName(headers: Iterable<[string, unknown]>): Record<string, string> {
	return Object.fromEntries(Array.from(headers, ([name, value]) => [name.toLowerCase(), String(value)]));
}

/** A whole response as plain data. */
export async function bufferResponse(response: Response): Promise<FunctionAnswer> {
	return { status: response.status, headers: byLowerName(response.headers), body: await response.text() };
}

/** @throws the `CustomerError` that the handler responded with, or `bad_response` where it was not the handler that responded */
export function parseResponse(response: FunctionAnswer): JsonResponse {
	const { status, headers } = response;
	if (status >= 400) throw responseError(response);
	const body = headers['content-type']?.startsWith('application/json') ? parseJson(response.body) : undefined;
	if (status < 200 || status >= 300 || body === undefined)
		throw badResponse(`The response has status ${status} and no JSON.`, headers['x-request-id']);
	return { body, headers };
}

/** A copy of what a response declares. @throws `bad_response` where something of it is missing or no value of its type */
export function decodeResponse<T>({ body, headers }: JsonResponse, decode: (value: unknown) => T): T {
	try {
		return decode(body);
	} catch (error) {
		throw badResponse(
			`The response is not what was asked for. ${error instanceof Error ? error.message : ''}`,
			headers['x-request-id'],
			error,
		);
	}
}
