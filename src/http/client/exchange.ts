import { abortable, abortedError, throwIfAborted, wait } from '../../contract/abort';
import type { CustomerErrorCode } from '../../contract/errors';
import { CustomerError, errorStatus, isCustomerError } from '../../contract/errors';
import { knownIssueCode, knownParams } from '../protocol/knownIssues';
import { pathOfPointer } from '../protocol/pointer';
import type { FunctionAnswer, FunctionRequest } from '../protocol/protocol';

/** Carries one request to the handler. What it rejects with, if no `CustomerError`, means that the server is out of reach. */
export type Send = (request: FunctionRequest, signal: AbortSignal) => Promise<FunctionAnswer>;

/** What a client makes of a success: the JSON value, and the headers by lower-case name. */
export interface WireAnswer {
	body: unknown;
	headers: Record<string, string>;
}

/** The codes for statuses that somebody before the handler may answer: a proxy, a login wall. */
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

const retried: ReadonlySet<number | undefined> = new Set([408, 429, 502, 503, 504]);
const retries = 2;

/** After this long, in milliseconds, an attempt is given up; the handler's own deadline comes well before. */
const attemptMs = 30_000;

export function badResponse(what: string, requestId?: string, cause?: unknown): CustomerError {
	return new CustomerError('bad_response', {
		message: `${what} Is \`url\` the path where createCustomersHandler is mounted, and does everything in between leave its answers alone?`,
		...(requestId !== undefined && { requestId }),
		...(cause !== undefined && { cause }),
	});
}

function parse(text: string): unknown {
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

/** The error of a failed answer; only an answer in our own format names its code itself. */
export function errorOf({ status, headers, body }: FunctionAnswer): CustomerError {
	const value = headers['content-type']?.startsWith('application/problem+json') ? parse(body) : undefined;
	const problem = (typeof value === 'object' && value !== null ? value : {}) as { code?: unknown; title?: unknown; errors?: unknown };
	const own = Object.entries(errorStatus).find(([code, codeStatus]) => code === problem.code && codeStatus === status)?.[0];
	const code = (own as CustomerErrorCode | undefined) ?? statusCodes[status];
	const requestId = headers['x-request-id'];
	if (code === undefined) return badResponse(`The answer has status ${status} and is none of the handler's problems.`, requestId);
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
			`${own === undefined ? `The server answered ${status}` : problem.title}`,
			...errors.map((error) => `${error?.pointer}: ${error?.code}`),
		].join('; '),
		...(requestId !== undefined && { requestId }),
		...(wait !== undefined && { retryAfterMs: wait }),
	});
}

/** Sends once; ends with the caller's signal, or by itself when nothing comes back. */
export async function attempt<T>(send: (signal: AbortSignal) => Promise<T>, caller: AbortSignal | undefined): Promise<T> {
	const controller = new AbortController();
	const { signal } = controller;
	const abort = () => controller.abort(caller?.reason);
	let late = false;
	const timer = setTimeout(() => {
		late = true;
		controller.abort();
	}, attemptMs);
	caller?.addEventListener('abort', abort, { once: true });
	try {
		return await abortable(send(signal), signal);
	} catch (cause) {
		if (late) throw new CustomerError('timeout', { message: `The server did not answer within ${attemptMs} ms.` });
		if (caller?.aborted) throw abortedError(caller.reason);
		if (isCustomerError(cause) && cause.code !== 'aborted') throw cause;
		throw new CustomerError('offline', {
			cause,
			message:
				'The server could not be reached. The device may be offline; if not: outside of a page `url` must be absolute, and another origin must be listed in the handler’s `origins`.',
		});
	} finally {
		clearTimeout(timer);
		caller?.removeEventListener('abort', abort);
	}
}

async function once(send: Send, request: FunctionRequest, signal: AbortSignal | undefined): Promise<WireAnswer> {
	throwIfAborted(signal);
	const answer = await attempt((ended) => send(request, ended), signal);
	const { status, headers } = answer;
	if (status >= 400) throw errorOf(answer);
	const body = headers['content-type']?.startsWith('application/json') ? parse(answer.body) : undefined;
	if (status < 200 || status >= 300 || body === undefined)
		throw badResponse(`The answer has status ${status} and no JSON.`, headers['x-request-id']);
	return { body, headers };
}

/** Tries a read three times where the failure may pass, waiting as long as `Retry-After` says. */
export async function tryThrice<T>(read: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	for (let failures = 0; ; failures++) {
		try {
			return await read();
		} catch (error) {
			const passing = isCustomerError(error) && (retried.has(error.status) || error.code === 'offline' || error.code === 'timeout');
			if (!passing || failures === retries) throw error;
			await wait(error.retryAfterMs ?? 150 * 2 ** failures * (1 + Math.random()), signal);
		}
	}
}

/** One call over the wire. A read is repeated where that may help; a write never is, that is its caller's to decide. */
export function exchange(send: Send, request: FunctionRequest, signal: AbortSignal | undefined, read: boolean): Promise<WireAnswer> {
	const call = () => once(send, request, signal);
	return read ? tryThrice(call, signal) : call();
}

/** Copies the declared part of an answer. @throws `bad_response` for another shape */
export function readWire<T>({ body, headers }: WireAnswer, read: (value: unknown) => T): T {
	try {
		return read(body);
	} catch (error) {
		throw badResponse(
			`The answer is not of the shape that was asked for. ${error instanceof Error ? error.message : ''}`,
			headers['x-request-id'],
			error,
		);
	}
}
