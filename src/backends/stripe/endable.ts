import type { StripeClient } from './client';

/** What this kit reads of the SDK's inside, the same from 20 to 23; where it is missing, calls are made as the SDK makes them. */
interface Inside {
	_api?: { httpClient?: { getClientName?(): string }; agent?: unknown };
	_requestSender?: object;
	_platformFunctions?: { createDefaultHttpClient?(): { getClientName?(): string } };
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * A resource of the client whose calls end when the signal fires. The SDK takes no signal, and calls whose caller is gone would go on for
 * up to 80 seconds, each with a connection; so its calls are sent by `fetch` here. The client itself stays as it is.
 *
 * @param send sends the calls; without it the platform's `fetch`, but where the client was made with an agent or an HTTP client of the
 * host's own, that is kept, and calls go on
 */
export function endable(stripe: StripeClient, resource: object, signal: AbortSignal | undefined, send: Fetch | undefined): object {
	const { _api: api, _requestSender: sender, _platformFunctions: platform } = stripe as Inside;
	if (!api?.httpClient || !sender) return resource;
	const own = api.agent || api.httpClient.getClientName?.() !== platform?.createDefaultHttpClient?.().getClientName?.();
	if (own && !send) return resource;
	const httpClient = createHttpClient(signal, send ?? ((url, init) => fetch(url, init)));
	const client = Object.create(stripe, { _api: { value: { ...api, httpClient } } });
	Object.defineProperty(client, '_requestSender', { value: Object.create(sender, { _stripe: { value: client } }) });
	return Object.create(resource, { _stripe: { value: client } });
}

/** The SDK's documented interface of an HTTP client. It reads the body at once, so that a body that breaks off is a broken connection. */
function createHttpClient(signal: AbortSignal | undefined, send: Fetch) {
	return {
		getClientName: () => 'fetch',
		async makeRequest(
			host: string,
			port: string,
			path: string,
			method: string,
			headers: Record<string, unknown>,
			body: string,
			protocol: string,
			timeout: number,
		) {
			const limit = AbortSignal.timeout(timeout);
			try {
				const response = await send(`${protocol === 'http' ? 'http' : 'https'}://${host}:${port}${path}`, {
					method,
					headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
					...(method === 'POST' && { body }),
					redirect: 'manual',
					signal: signal ? AbortSignal.any([signal, limit]) : limit,
				});
				return toAnswer(response, await response.text());
			} catch (error) {
				// Without the fault's own code the SDK does not send the call a second time: retries are the caller's.
				throw Object.assign(new Error('The call ended without an answer.', { cause: error }), limit.aborted && { code: 'ETIMEDOUT' });
			}
		},
	};
}

function toAnswer(response: Response, text: string) {
	const headers = Object.fromEntries(response.headers);
	const raw = { headers, statusCode: response.status };
	return {
		getStatusCode: () => response.status,
		getHeaders: () => headers,
		getRawResponse: () => raw,
		toStream: () => new Response(text).body,
		async toJSON() {
			try {
				return JSON.parse(text);
			} catch (error) {
				// A gateway's page: the SDK would forget its status.
				if (response.status >= 300) return { error: { type: 'api_error', code: 'not_json' } };
				throw error;
			}
		},
	};
}
