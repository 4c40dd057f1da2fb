import Hercules from '@usehercules/sdk';
import type { ProyectaServer } from './proyectaServer';

/** The real SDK in the positional dialect, on the loopback account. */
export function positionalClient(
	{ baseURL, key }: ProyectaServer,
	options: { timeout?: number; fetchOptions?: { redirect: 'error' } } = {},
): Hercules {
	return new Hercules({ apiKey: key, apiVersion: '2025-12-09', baseURL, maxRetries: 0, logLevel: 'off', ...options });
}

interface RequestOptions {
	signal?: AbortSignal;
	idempotencyKey?: string;
}

/** A small SDK in the object dialect, on the same account. Its errors are plain ones with a status and a body. */
export function objectClient({ baseURL, key }: ProyectaServer) {
	async function call(method: string, path: string, body?: object, { signal, idempotencyKey }: RequestOptions = {}): Promise<unknown> {
		const response = await fetch(`${baseURL}/v1/commerce/${path}`, {
			method,
			headers: {
				authorization: `Bearer ${key}`,
				'content-type': 'application/json',
				...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
			},
			...(body && { body: JSON.stringify(body) }),
			...(signal && { signal }),
		});
		const answer = await response.json();
		if (response.ok) return answer;
		throw Object.assign(new Error(JSON.stringify(answer)), { status: response.status, headers: response.headers, error: answer });
	}

	return {
		commerce: {
			customers: {
				list: (params: { limit?: string } = {}, options?: RequestOptions) =>
					call('GET', `customers?${new URLSearchParams({ ...params })}`, undefined, options),
				get: ({ customerId }: { customerId: string }, options?: RequestOptions) =>
					call('GET', `customers/${customerId}`, undefined, options),
				create: (fields: object, options?: RequestOptions) => call('POST', 'customers', fields, options),
				update: ({ customerId, ...fields }: { customerId: string }, options?: RequestOptions) =>
					call('PATCH', `customers/${customerId}`, fields, options),
				billingPortal: ({ customerId, ...fields }: { customerId: string }, options?: RequestOptions) =>
					call('POST', `customers/${customerId}/billing_portal`, fields, options),
			},
			check: (fields: object, options?: RequestOptions) => call('POST', 'check', fields, options),
			checkout: (fields: object, options?: RequestOptions) => call('POST', 'checkout', fields, options),
			cancel: (fields: object, options?: RequestOptions) => call('POST', 'cancel', fields, options),
		},
	};
}
