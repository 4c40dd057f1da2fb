import type { CustomerBackend } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import { noAnswer } from '../../contract/noAnswer';
import { kitHeader } from '../protocol/kitHeader';
import type { FetchResponse } from './exportCsv';
import { bufferResponse } from './response';
import { badResponse } from './responseError';
import { transportBackend } from './transportBackend';

/** Headers by name. */
type RequestHeaders = Readonly<Record<string, string>>;

/** Where the handler is, and how it is called. */
export interface HttpBackendOptions {
	/** Where the handler is mounted, without query or fragment: `/api/customers` in a page, an absolute URL anywhere else. */
	url: string;
	/** Called as the global one is, with the URL as text. @default globalThis.fetch */
	fetch?: (url: string, init: RequestInit) => Promise<Response>;
	/** Headers to add to each request, or a function that returns them, say with a fresh token. The protocol's own win. @default none */
	headers?: RequestHeaders | (() => RequestHeaders | Promise<RequestHeaders>);
	/** Whether cookies travel, as of `fetch`; a handler of another origin needs `include`. @default 'same-origin' */
	credentials?: RequestCredentials;
}

/**
 * A backend in the browser (or any other client) that speaks to `createCustomersHandler`. Failed reads are tried three
 * times, writes once; every failure is a `CustomerError`. Redirects are not followed. An attempt is given up after 30 seconds.
 *
 * @returns the backend; it asks for nothing until it is called
 * @throws `TypeError` for a `url` that is none, or has a query or a fragment
 * @example
 * const backend = httpBackend({ url: '/api/customers', headers: async () => ({ authorization: `Bearer ${await token()}` }) });
 */
export function httpBackend(options: HttpBackendOptions): CustomerBackend {
	const { url, headers, credentials = 'same-origin' } = options;
	if (typeof url !== 'string' || /[?#]/.test(url)) {
		throw new TypeError("httpBackend: `url` is no path or URL of a handler. Write it like '/api/customers', without query or fragment.");
	}
	const base = url.replace(/\/+$/, '');
	const fetchResponse: FetchResponse = async ({ method, path, headers: ours, body }, signal) => {
		const all = new Headers(typeof headers === 'function' ? await ownHeaders(headers) : headers);
		for (const [name, value] of Object.entries(ours)) all.set(name, value);
		all.set(kitHeader, '1');
		const target = base + (path.startsWith('/?') ? path.slice(1) : path === '/' ? '' : path);
		const response = await (options.fetch ?? globalThis.fetch)(target || '/', {
			method,
			headers: all,
			body,
			credentials,
			cache: 'no-store',
			redirect: 'manual',
			signal,
		});
		if (typeof response?.status !== 'number') throw badResponse('`fetch` returned no Response.');
		if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) throw redirected();
		return response;
	};
	return {
		...transportBackend(async (request, signal) => bufferResponse(await fetchResponse(request, signal))),
		exportCsv: async (request, how) => {
			const { exportCsv } = await import('./exportCsv').catch((cause: unknown) => {
				throw noAnswer(cause, 'What reads an export could not be loaded. Try again.');
			});
			return exportCsv(fetchResponse, request, how);
		},
		subscribe: (onChange, call = {}) => {
			const ending = new AbortController();
			// Where it cannot be loaded, pages are as fresh as they are without.
			import('./subscribeChanges').then(
				(part) => part.subscribeChanges(fetchResponse, base, onChange, call, ending.signal),
				() => {},
			);
			return () => ending.abort();
		},
	};
}

async function ownHeaders(headers: () => RequestHeaders | Promise<RequestHeaders>): Promise<RequestHeaders> {
	try {
		return await headers();
	} catch (cause) {
		throw new CustomerError('internal_error', { cause, message: 'The `headers` function given to httpBackend threw (see `cause`).' });
	}
}

function redirected(): CustomerError {
	return new CustomerError('bad_response', {
		message:
			'The server responded with a redirect, which is not followed: it may lead a write or a token elsewhere. Set `url` to where the handler really is.',
	});
}
