import type { CallOptions, Capabilities, CustomerBackend } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { decodeCapabilities } from '../protocol/decodeCapabilities';
import { decodeCustomer } from '../protocol/decodeCustomer';
import type { AuditEvent } from './auditEvent';
import type { Deadline } from './deadline';
import type { Access, Grant } from './grant';
import { ProblemError } from './problemError';
import { readJson, requireJson } from './readJson';
import type { Route } from './route';
import type { Settings } from './settings';

/** One allowed request on its way to the backend. */
export interface Call {
	request: Request;
	url: URL;
	route: Route;
	/** As `authorize` returned it. */
	grant: Grant;
	access: Access;
	backend: CustomerBackend;
	deadline: Deadline;
	settings: Settings;
	/** The origin that the browser sees. */
	own: string | null;
	audit(event: Pick<AuditEvent, 'action' | 'id' | 'outcome' | 'fields'>): void;
	/** Reports what breaks a response that has already begun. */
	failed(error: unknown): void;
	/** What the same request would be granted now. @throws as the gates before a route do */
	authorizeAnew(): Promise<Access>;
}

/** What a route responds with when all went well. */
export interface RouteResponse {
	status: number;
	headers: Record<string, string>;
	/** A JSON value, or a stream of CSV or changes. */
	body: unknown;
}

/** 200 with a JSON value. */
export function ok(body: unknown, headers: Record<string, string> = {}): RouteResponse {
	return { status: 200, headers, body };
}

/** The customer of this route; empty where it has none. */
export function idOf({ route }: Call): string {
	return route.id ?? '';
}

/** The JSON body of the request, read within the deadline. */
export function readBody({ request, deadline, settings }: Call): Promise<unknown> {
	requireJson(request);
	return deadline.run(() => readJson(request, settings.bodyLimitBytes, deadline.signal), 'request_timeout');
}

/**
 * Calls the backend, within the deadline, and copies the declared fields of what it returns. `decode` also runs where nobody waits any more:
 * a write that was done is to be audited.
 * @throws `bad_upstream_response` where `decode` finds something else
 */
export async function callBackend<T>(call: Call, decode: (value: unknown) => T, work: (options: CallOptions) => unknown): Promise<T> {
	const { deadline, access } = call;
	return deadline.run(async () => {
		const value = await work({ signal: deadline.signal, scope: access.scope });
		try {
			return decode(value);
		} catch (cause) {
			throw new ProblemError('bad_upstream_response', {
				cause,
				message: 'The backend returned something else than CustomerBackend promises.',
			});
		}
	});
}

/** What the backend offers to this scope. */
export function capabilitiesOf(call: Call): Promise<Capabilities> {
	return callBackend(call, decodeCapabilities, (options) => call.backend.capabilities(options));
}

/**
 * Calls the backend for the customer of this route. `onDone` hears of it as `decode` of {@link callBackend} does.
 * @throws `bad_upstream_response` when it returns another customer
 */
export async function callForCustomer(
	call: Call,
	work: (id: string, options: CallOptions) => unknown,
	onDone?: () => void,
): Promise<Customer> {
	const id = idOf(call);
	const decode = (value: unknown) => {
		const customer = decodeCustomer(value);
		if (customer.id !== id) throw new TypeError('customer.id should be the one asked for.');
		onDone?.();
		return customer;
	};
	return callBackend(call, decode, (options) => work(id, options));
}
