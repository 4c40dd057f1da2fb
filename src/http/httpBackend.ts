import { abortable } from '../contract/abort';
import type { CustomerBackend } from '../contract/backend';
import { CustomerError } from '../contract/errors';
import type { FunctionAnswer, FunctionRequest } from './protocol';
import { wireBackend } from './wireBackend';

type RequestHeaders = Readonly<Record<string, string>>;

export interface HttpBackendOptions {
	/** Where the handler is mounted: `/api/customers` in a page, an absolute URL anywhere else. */
	url: string;
	/** Called as the global one is, with the URL as text. @default globalThis.fetch */
	fetch?: (url: string, init: RequestInit) => Promise<Response>;
	/** Headers to add to each request, or a function that answers them, say with a fresh token. */
	headers?: RequestHeaders | (() => RequestHeaders | Promise<RequestHeaders>);
	/** @default 'same-origin' */
	credentials?: RequestCredentials;
}

/** After this long, in milliseconds, an attempt is given up; the handler's own deadline comes well before. */
const attemptMs = 30_000;

/**
 * A backend in the browser (or any other client) that speaks to `createCustomersHandler`. Failed reads are tried three
 * times, writes once; every failure is a `CustomerError`. Redirects are not followed.
 */
export function httpBackend(options: HttpBackendOptions): CustomerBackend {
	const { url, headers, credentials = 'same-origin' } = options;
	if (typeof url !== 'string' || /[?#]/.test(url)) {
		throw new TypeError("httpBackend: `url` is no path or URL of a handler. Write it like '/api/customers', without query or fragment.");
	}
	const base = url.replace(/\/+$/, '');
	return wireBackend(async (request, signal) => {
		const own = typeof headers === 'function' ? await ownHeaders(headers) : headers;
		return attempt(
			(init) => (options.fetch ?? globalThis.fetch)(base + (request.path === '/' ? '' : request.path.replace(/^\/\?/, '?')) || '/', init),
			{
				method: request.method,
				headers: new Headers([...Object.entries(own ?? {}), ...Object.entries(request.headers)]),
				body: request.body,
			},
			credentials,
			signal,
		);
	});
}

async function ownHeaders(headers: () => RequestHeaders | Promise<RequestHeaders>): Promise<RequestHeaders> {
	try {
		return await headers();
	} catch (cause) {
		throw new CustomerError('internal_error', { cause, message: 'The `headers` function given to httpBackend threw (see `cause`).' });
	}
}

async function attempt(
	fetch: (init: RequestInit) => Promise<Response>,
	request: Pick<FunctionRequest, 'method' | 'body'> & { headers: Headers },
	credentials: RequestCredentials,
	signal: AbortSignal | undefined,
): Promise<FunctionAnswer> {
	const controller = new AbortController();
	const abort = () => controller.abort(signal?.reason);
	signal?.addEventListener('abort', abort, { once: true });
	let late = false;
	const timer = setTimeout(() => {
		late = true;
		controller.abort();
	}, attemptMs);
	try {
		const init: RequestInit = { ...request, credentials, cache: 'no-store', redirect: 'manual', signal: controller.signal };
		return await abortable(
			fetch(init).then(async (response): Promise<FunctionAnswer> => {
				if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) throw redirected();
				return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
			}),
			controller.signal,
		);
	} catch (cause) {
		if (late) throw new CustomerError('timeout', { message: `The server did not answer within ${attemptMs} ms.` });
		if (cause instanceof CustomerError && cause.code !== 'aborted') throw cause;
		throw new CustomerError('offline', {
			cause,
			message:
				'The server could not be reached. The device may be offline; if not: outside of a page `url` must be absolute, and another origin must be listed in the handler’s `origins`.',
		});
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', abort);
	}
}

function redirected(): CustomerError {
	return new CustomerError('bad_response', {
		message:
			'The server answered with a redirect, which is not followed: it may lead a write or a token elsewhere. Set `url` to where the handler really is.',
	});
}
