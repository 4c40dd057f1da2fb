import type { CallOptions, Capabilities, CustomerBackend } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { decodeCapabilities } from '../protocol/decodeCapabilities';
import { decodeCustomer } from '../protocol/decodeCustomer';
import type { AuditEvent } from '../protocol/protocol';
import { readJson, requireJson } from './body';
import type { Deadline } from './deadline';
import type { Access } from './grant';
import { Refusal } from './refusal';
import type { Route } from './route';
import type { Settings } from './settings';

/** One allowed request on its way to the backend. */
export interface Call {
	request: Request;
	url: URL;
	route: Route;
	access: Access;
	backend: CustomerBackend;
	deadline: Deadline;
	settings: Settings;
	/** The origin that the browser sees. */
	own: string | null;
	audit(event: Pick<AuditEvent, 'action' | 'id' | 'outcome' | 'fields'>): void;
	/** Reports what breaks an answer that has already begun. */
	failed(error: unknown): void;
}

/** What a route answers when all went well. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	/** A JSON value, or a stream of CSV. */
	body: unknown;
}

/** 200 with a JSON value. */
export function ok(body: unknown, headers: Record<string, string> = {}): Answer {
	return { status: 200, headers, body };
}

/** The JSON body of the request, read within the deadline. */
export function bodyOf({ request, deadline, settings }: Call): Promise<unknown> {
	requireJson(request);
	return deadline.run(() => readJson(request, settings.bodyLimitBytes, deadline.signal), 'request_timeout');
}

/**
 * Asks the backend, within the deadline, and copies the declared fields of its answer.
 * @throws `bad_upstream_response` for an answer of another shape
 */
export async function ask<T>(call: Call, read: (value: unknown) => T, work: (options: CallOptions) => unknown): Promise<T> {
	const { deadline, access } = call;
	const value = await deadline.run(() => work({ signal: deadline.signal, scope: access.scope }));
	try {
		return read(value);
	} catch (cause) {
		throw new Refusal('bad_upstream_response', {
			cause,
			message: 'The backend’s answer is not of the shape that CustomerBackend promises.',
		});
	}
}

/** What the backend offers to this scope. */
export function capabilitiesOf(call: Call): Promise<Capabilities> {
	return ask(call, decodeCapabilities, (options) => call.backend.capabilities(options));
}

/**
 * Asks for the customer of this route.
 * @throws `bad_upstream_response` when the backend answers another customer
 */
export async function askCustomer(call: Call, work: (id: string, options: CallOptions) => unknown): Promise<Customer> {
	const id = call.route.id ?? '';
	const customer = await ask(call, decodeCustomer, (options) => work(id, options));
	if (customer.id === id) return customer;
	throw new Refusal('bad_upstream_response', { message: 'The backend answered a customer with another id than the one asked for.' });
}
