import type { CallOptions, CustomerBackend, ListCustomersRequest, WriteOptions } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import {
	readCapabilities,
	readCheckout,
	readCreateResult,
	readCustomer,
	readEntitlements,
	readPage,
	readPortal,
	readSubscription,
	readSubscriptions,
	ShapeError,
} from '../protocol/decode';
import { etagOf, tagOfVersion, versionOfEtag } from '../protocol/etag';
import type { FunctionRequest } from '../protocol/protocol';
import type { Send, WireAnswer } from './exchange';
import { exchange, readWire } from './exchange';

/** Whatever the backend's own pattern: visible ASCII, and nothing that a URL would take for another path. */
const idPattern = /^(?!\.{1,2}$)[\x21-\x7e]{1,255}$/;

/** What may stand in a URL, which others log; everything else of a list request travels in a body. */
const urlKeys: ReadonlySet<string> = new Set(['limit', 'after', 'before', 'sort', 'total'] satisfies (keyof ListCustomersRequest)[]);

function segment(id: string): string {
	if (typeof id === 'string' && idPattern.test(id)) return `/${encodeURIComponent(id)}`;
	throw new CustomerError('not_found', { message: 'No customer can have this id: it is empty or not visible ASCII.' });
}

function randomKey(): string {
	// randomUUID is missing on pages without https, getRandomValues is not.
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function keyHeader({ idempotencyKey = randomKey() }: WriteOptions): Record<string, string> {
	if (/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) return { 'Idempotency-Key': idempotencyKey };
	throw new CustomerError('malformed_request', { message: 'An idempotency key has 1–255 visible ASCII characters.' });
}

/** An id that the grant hides comes as `null`; the caller knows which one it asked for. */
function withId(value: unknown, id: string): unknown {
	return typeof value === 'object' && value !== null && 'id' in value && value.id === null ? { ...value, id } : value;
}

/** A backend without versions has an entity tag over HTTP, and with it a version. */
function versioned(customer: Customer, { headers }: WireAnswer): Customer {
	return customer.version === null ? { ...customer, version: versionOfEtag(headers.etag ?? null) } : customer;
}

/** The same for a row of a list, which has no header of its own: the tag is a hash, so it can be made here (on pages with https). */
async function versionedRow(customer: Customer): Promise<Customer> {
	if (customer.version !== null || crypto.subtle === undefined) return customer;
	return { ...customer, version: versionOfEtag(await etagOf(customer)) };
}

function customerOf(answer: WireAnswer, id: string): Customer {
	return readWire(answer, (value) => {
		const customer = readCustomer(withId(value, id));
		if (customer.id !== id) throw new ShapeError('customer.id should be the one asked for.');
		return versioned(customer, answer);
	});
}

/** The contract over anything that carries requests to a handler. */
export function wireBackend(send: Send): CustomerBackend {
	const read = (method: 'GET' | 'POST', path: string, body: unknown, { signal }: CallOptions) =>
		exchange(send, requestOf(method, path, {}, body), signal, true);
	const write = (method: 'POST' | 'PATCH', path: string, body: unknown, options: WriteOptions, headers: Record<string, string> = {}) =>
		exchange(send, requestOf(method, path, { ...headers, ...keyHeader(options) }, body), options.signal, false);

	return {
		idPattern,
		retriesReads: true,
		async capabilities(options = {}) {
			return readWire(await read('GET', '/capabilities', undefined, options), readCapabilities);
		},
		async list(request, options = {}) {
			const entries = Object.entries(request).filter(([, value]) => value !== undefined);
			const query = new URLSearchParams(entries.map(([key, value]) => [key, String(value)]));
			const answer = entries.every(([key]) => urlKeys.has(key))
				? await read('GET', entries.length === 0 ? '/' : `/?${query}`, undefined, options)
				: await read('POST', '/search', request, options);
			const page = readWire(answer, (value) => {
				const data = (value as { data?: unknown } | null)?.data;
				return readPage(Array.isArray(data) ? { ...(value as object), data: data.map((row) => withId(row, '')) } : value);
			});
			return { ...page, data: await Promise.all(page.data.map(versionedRow)) };
		},
		async get(id, options = {}) {
			return customerOf(await read('GET', segment(id), undefined, options), id);
		},
		async create(input, options = {}) {
			const answer = await write('POST', '/', input, options);
			return readWire(answer, (value) => {
				const from = value as { customer?: unknown } | null;
				const { customer, outcome } = readCreateResult({ ...from, customer: withId(from?.customer, '') });
				return { customer: versioned(customer, answer), outcome };
			});
		},
		async update(id, patch, options = {}) {
			const tag = options.ifVersion === undefined ? '*' : `"${tagOfVersion(options.ifVersion)}"`;
			return customerOf(await write('PATCH', segment(id), patch, options, { 'If-Match': tag }), id);
		},
		async checkEntitlement(id, featureId, options = {}) {
			const answer = await read('POST', `${segment(id)}/entitlements`, { feature_ids: [featureId] }, options);
			const checks = readWire(answer, readEntitlements);
			return { has_access: checks.some((check) => check.feature_id === featureId && check.has_access) };
		},
		async createCheckout(id, input, options = {}) {
			return readWire(await write('POST', `${segment(id)}/checkout`, input, options), readCheckout);
		},
		async createBillingPortal(id, input, options = {}) {
			return readWire(await write('POST', `${segment(id)}/billing-portal`, input, options), readPortal);
		},
		async listSubscriptions(id, options = {}) {
			const answer = await read('GET', `${segment(id)}/subscriptions`, undefined, options);
			return readWire(answer, (value) => readSubscriptions((value as { data?: unknown } | null)?.data));
		},
		async cancelSubscription(id, subscriptionId, input, options = {}) {
			const path = `${segment(id)}/subscriptions${segment(subscriptionId)}/cancel`;
			return readWire(await write('POST', path, input, options), readSubscription);
		},
	};
}

function requestOf(method: FunctionRequest['method'], path: string, headers: Record<string, string>, body: unknown): FunctionRequest {
	if (body === undefined) return { method, path, headers: { Accept: 'application/json', ...headers }, body: null };
	return {
		method,
		path,
		headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...headers },
		body: JSON.stringify(body),
	};
}
