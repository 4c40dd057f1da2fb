import { memoryBackend } from '../../src/backends/memory';
import type { CustomerBackend, CustomersHandlerOptions, Problem } from '../../src/server';
import { createCustomersHandler } from '../../src/server';
import { conforming } from './conforming';

export const origin = 'https://shop.test';
export const base = `${origin}/api/customers`;

export interface Ask {
	method?: string;
	headers?: Record<string, string>;
	/** A value to send as JSON. */
	json?: unknown;
	body?: BodyInit;
	signal?: AbortSignal;
}

/** A handler whose every answer is as openapi.json says, and a way to ask it as a page of its own origin does. */
export function mount(options: Partial<CustomersHandlerOptions> = {}) {
	const backend = options.backend ?? memoryBackend();
	const errors: unknown[] = [];
	const made = createCustomersHandler({
		authorize: () => ({ allow: true, scope: 'a' }),
		onError: (error) => errors.push(error),
		...options,
		backend,
	});
	const handler = options.basePath === undefined ? conforming(made) : made;
	const ask = (path: string, { method, headers, json, body, signal }: Ask = {}) =>
		handler(
			new Request(path.startsWith('http') ? path : base + path, {
				method: method ?? (json === undefined && body === undefined ? 'GET' : 'POST'),
				headers: { ...(json !== undefined && { 'Content-Type': 'application/json' }), ...headers },
				...(json !== undefined && { body: JSON.stringify(json) }),
				...(body !== undefined && { body, duplex: 'half' }),
				...(signal && { signal }),
			} as RequestInit),
		);
	return { ask, handler, errors, backend: backend as CustomerBackend };
}

/** The problem of a failed answer, after checking that it is one. */
export async function problemOf(response: Response): Promise<Problem> {
	const problem = (await response.json()) as Problem;
	const type = response.headers.get('content-type');
	if (type !== 'application/problem+json') throw new Error(`The answer is ${type}, no problem.`);
	if (problem.status !== response.status) throw new Error(`The problem says ${problem.status}, the answer ${response.status}.`);
	if (!/\S/.test(problem.title)) throw new Error(`The problem ${problem.code} has no title.`);
	if (problem.requestId !== response.headers.get('x-request-id')) throw new Error('The problem has another requestId than its answer.');
	return problem;
}

/** Status, code and pointers: what most refusals are known by. */
export async function refusal(response: Response): Promise<string> {
	const { status, code, errors } = await problemOf(response);
	return [status, code, ...(errors ?? []).map(({ pointer, code: issue }) => `${pointer}=${issue}`)].join(' ');
}

/** A customer that exists, on a fresh handler. */
export async function withAsha(options: Partial<CustomersHandlerOptions> = {}) {
	const mounted = mount(options);
	const response = await mounted.ask('/', {
		json: {
			email: 'asha@example.com',
			name: 'Asha Rao',
			phone: '+919876543210',
			address: { line1: '1 MG Road', city: 'Bengaluru', state: 'KA', postal_code: '560001', country: 'IN' },
		},
	});
	const { customer } = (await response.json()) as { customer: { id: string; version: string } };
	return { ...mounted, id: customer.id, path: `/${customer.id}`, version: customer.version, etag: response.headers.get('etag') ?? '' };
}
