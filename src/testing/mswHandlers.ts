import type { CustomerBackend } from '../contract/backend';
import { createCustomersHandler } from '../http/server/handler';
import type { CustomersHandlerOptions } from '../http/server/settings';

/** What of msw's `http` is needed: any version of it that has `http.all`. */
export interface MswHttp<Handler> {
	/** Answers every method at a path. */
	all(path: string, resolver: (info: { request: Request }) => Promise<Response | undefined>): Handler;
}

/** Whose customers are answered for, and where. */
export interface MswHandlersOptions extends Partial<CustomersHandlerOptions> {
	/** Where the customers are, usually a `memoryBackend`. */
	backend: CustomerBackend;
	/** The origin that is called, `https://api.example.com`. @default any */
	origin?: string;
}

/**
 * Answers the kit's requests in a host's own tests and in development, by the kit's own handler: with its refusals, versions and idempotency
 * keys. Everybody may do everything in the scope `test`, unless `authorize` says otherwise.
 *
 * @param http msw's own
 * @returns the handlers, for `setupServer` of msw/node or `setupWorker` of msw/browser
 * @throws `TypeError` where an option of the handler makes no sense
 * @example
 * import { http } from 'msw';
 * import { setupServer } from 'msw/node';
 *
 * const server = setupServer(...mswHandlers(http, { backend: memoryBackend({ customers: sampleCustomers(20) }) }));
 * server.listen({ onUnhandledRequest: 'error' });
 */
export function mswHandlers<Handler>(http: MswHttp<Handler>, { origin = '*', ...options }: MswHandlersOptions): Handler[] {
	const basePath = (options.basePath ?? '/api/customers').replace(/\/+$/, '');
	const handler = createCustomersHandler({ ...options, authorize: options.authorize ?? (() => ({ allow: true, scope: 'test' })) });
	// What `*` takes for a part of the origin may be a path of the host's own, whose turn is next.
	const answer = async ({ request }: { request: Request }) =>
		`${new URL(request.url).pathname}/`.startsWith(`${basePath}/`) ? handler(request) : undefined;
	const path = `${origin.replace(/\/+$/, '')}${basePath}`;
	return [http.all(path, answer), http.all(`${path}/*`, answer)];
}
