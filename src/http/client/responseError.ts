import type { CustomerErrorCode } from '../../contract/errors';
import { CustomerError, errorStatus } from '../../contract/errors';
import type { FunctionAnswer } from '../protocol/functionRequest';
import { knownIssueCode, knownParams } from '../protocol/knownIssues';
import { pathOfPointer } from '../protocol/pointer';

/** The codes for statuses that somebody before the handler may respond with: a proxy, a login wall. */
const statusCodes: Readonly<Record<number, CustomerErrorCode>> = {
	401: 'unauthenticated',
	403: 'forbidden',
	408: 'request_timeout',
	413: 'payload_too_large',
	429: 'rate_limited',
	500: 'internal_error',
	502: 'bad_upstream_response',
	503: 'upstream_unavailable',
	504: 'upstream_timeout',
};

/** The error of a response that is none of the handler's. */
export function badResponse(what: string, requestId?: string, cause?: unknown): CustomerError {
	return new CustomerError('bad_response', {
		message: `${what} Is \`url\` the path where createCustomersHandler is mounted, and does everything in between leave its responses alone?`,
		...(requestId !== undefined && { requestId }),
		...(cause !== undefined && { cause }),
	});
}

/** A JSON value, `undefined` where the text is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function retryAfterMs(header: string | undefined): number | undefined {
	if (header === undefined) return undefined;
	const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
	return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, 60_000) : undefined;
}

/** The error of a failed response; only one in our own format names its code itself. */
export function responseError({ status, headers, body }: FunctionAnswer): CustomerError {
	const value = headers['content-type']?.startsWith('application/problem+json') ? parseJson(body) : undefined;
	const problem = (typeof value === 'object' && value !== null ? value : {}) as { code?: unknown; title?: unknown; errors?: unknown };
	const own = Object.entries(errorStatus).find(([code, codeStatus]) => code === problem.code && codeStatus === status)?.[0];
	const code = (own as CustomerErrorCode | undefined) ?? statusCodes[status];
	const requestId = headers['x-request-id'];
	if (code === undefined) return badResponse(`The response has status ${status} and is none of the handler's problems.`, requestId);
	const errors: { pointer?: unknown; code?: unknown; params?: unknown }[] =
		own !== undefined && Array.isArray(problem.errors) ? problem.errors : [];
	const issues = errors.map((error) => {
		const params = knownParams(error?.params);
		return { path: pathOfPointer(String(error?.pointer)), code: knownIssueCode(error?.code), ...(params && { params }) };
	});
	const wait = retryAfterMs(headers['retry-after']);
	return new CustomerError(code, {
		status,
		issues: code === 'validation_failed' ? issues : [],
		message: [
			`${own === undefined ? `The server responded with ${status}` : problem.title}`,
			...errors.map((error) => `${error?.pointer}: ${error?.code}`),
		].join('; '),
		...(requestId !== undefined && { requestId }),
		...(wait !== undefined && { retryAfterMs: wait }),
	});
}
