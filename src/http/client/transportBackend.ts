import type { CallOptions, CustomerBackend, ListCustomersRequest, WriteOptions } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import { checkIdempotencyKey } from '../../contract/idempotencyKey';
import { noAnswer } from '../../contract/noAnswer';
import type { Customer } from '../../domain/customer';
import { randomHex } from '../../domain/randomHex';
import { decodeCapabilities } from '../protocol/decodeCapabilities';
import { decodeCreateResult, decodeCustomer, decodeEnsureResult, decodePage } from '../protocol/decodeCustomer';
import { etagOf, tagOfVersion, versionOfEtag } from '../protocol/etag';
import type { FunctionAnswer, FunctionRequest } from '../protocol/functionRequest';
import { attempt, attemptRead } from './attempt';
import { decodeResponse, type JsonResponse, parseResponse } from './response';

/** Carries one request to the handler. What it rejects with, if no `CustomerError`, means that the server is out of reach. */
export type Transport = (request: FunctionRequest, signal: AbortSignal) => Promise<FunctionAnswer>;

/** Whatever the backend's own pattern: visible ASCII, and nothing that a URL would take for another path. */
const idPattern = /^(?!\.{1,2}$)[\x21-\x7e]{1,255}$/;

/** What may stand in a URL, which others log; everything else of a list request travels in a body. */
const urlKeys: ReadonlySet<string> = new Set(['limit', 'after', 'before', 'sort', 'total'] satisfies (keyof ListCustomersRequest)[]);

function segment(id: string): string {
	if (typeof id === 'string' && idPattern.test(id)) return `/${encodeURIComponent(id)}`;
	throw new CustomerError('not_found', { message: 'No customer can have this id: it is empty or not visible ASCII.' });
}

function keyHeader({ idempotencyKey = randomHex(16) }: WriteOptions): Record<string, string> {
	checkIdempotencyKey(idempotencyKey);
	return { 'Idempotency-Key': idempotencyKey };
}

/** A backend without versions has an entity tag over HTTP, and with it a version. */
function addVersion(customer: Customer, etag: string | undefined): void {
	customer.version ??= versionOfEtag(etag);
}

/** The same for a row of a list, which has no header of its own: the tag is a hash, so it can be made here. */
async function addRowVersion(row: Customer): Promise<void> {
	// A row without version is still a row: where hashing cannot be loaded, whoever edits asks for the customer.
	if (row.version === null) addVersion(row, await etagOf(row).catch(() => undefined));
}

/** The customer of a response. The grant may hide its id, but the caller knows which one it asked for; who is `me`, only the server knows. */
function customerOf(response: JsonResponse, id: string): Customer {
	return decodeResponse(response, (value) => {
		const customer = decodeCustomer(value, id);
		if (customer.id !== id && id !== 'me') throw new TypeError('customer.id should be the one asked for.');
		addVersion(customer, response.headers.etag);
		return customer;
	});
}

/**
 * What reads the answers of the billing, for whoever asks for any; a write waits for it, so that nothing is bought that cannot be read.
 * @throws `unreachable` or `offline` where it cannot be loaded
 */
function loadDecoders() {
	return import('../protocol/decodeBilling').catch((cause: unknown) => {
		throw noAnswer(cause, 'What reads the billing could not be loaded. Try again.');
	});
}

/** What a list that is no page comes in. */
function dataOf(value: unknown): unknown {
	return (value as { data?: unknown } | null)?.data;
}

/** The contract over anything that carries requests to a handler. */
export function transportBackend(transport: Transport): CustomerBackend {
	const send = (request: FunctionRequest) => async (signal: AbortSignal) => parseResponse(await transport(request, signal));
	const read = (method: 'GET' | 'POST', path: string, body: unknown, { signal }: CallOptions) =>
		attemptRead(send(requestOf(method, path, {}, body)), signal);
	const write = (method: 'POST' | 'PATCH', path: string, body: unknown, options: WriteOptions, headers: Record<string, string> = {}) =>
		attempt(send(requestOf(method, path, { ...headers, ...keyHeader(options) }, body)), options.signal);

	return {
		idPattern,
		retriesReads: true,
		async capabilities(options = {}) {
			return decodeResponse(await read('GET', '/capabilities', undefined, options), decodeCapabilities);
		},
		async list(request, options = {}) {
			const entries = Object.entries(request).filter(([, value]) => value !== undefined);
			const query = new URLSearchParams(entries.map(([key, value]) => [key, String(value)]));
			const response = entries.every(([key]) => urlKeys.has(key))
				? await read('GET', entries.length === 0 ? '/' : `/?${query}`, undefined, options)
				: await read('POST', '/search', request, options);
			const page = decodeResponse(response, (value) => decodePage(value, ''));
			await Promise.all(page.data.map(addRowVersion));
			return page;
		},
		async get(id, options = {}) {
			return customerOf(await read('GET', segment(id), undefined, options), id);
		},
		async create(input, options = {}) {
			const response = await write('POST', '/', input, options);
			const result = decodeResponse(response, (value) => decodeCreateResult(value, ''));
			addVersion(result.customer, response.headers.etag);
			return result;
		},
		async update(id, patch, options = {}) {
			const tag = options.ifVersion == null ? '*' : `"${tagOfVersion(options.ifVersion)}"`;
			return customerOf(await write('PATCH', segment(id), patch, options, { 'If-Match': tag }), id);
		},
		async ensureMe(options = {}) {
			const response = await write('POST', '/me', undefined, options);
			const result = decodeResponse(response, (value) => decodeEnsureResult(value, 'me'));
			addVersion(result.customer, response.headers.etag);
			return result;
		},
		async checkEntitlements(id, featureIds, options = {}) {
			if (featureIds.length === 0) return [];
			const asked = read('POST', `${segment(id)}/entitlements`, { feature_ids: featureIds }, options);
			const [response, { decodeEntitlements }] = await Promise.all([asked, loadDecoders()]);
			return decodeResponse(response, (value) => decodeEntitlements(dataOf(value), featureIds));
		},
		async listSubscriptions(id, options = {}) {
			const asked = read('GET', `${segment(id)}/subscriptions`, undefined, options);
			const [response, { decodeSubscriptions }] = await Promise.all([asked, loadDecoders()]);
			return decodeResponse(response, (value) => decodeSubscriptions(dataOf(value)));
		},
		async createCheckout(id, input, options = {}) {
			const { decodeCheckout } = await loadDecoders();
			return decodeResponse(await write('POST', `${segment(id)}/checkout`, input, options), decodeCheckout);
		},
		async createBillingPortal(id, input, options = {}) {
			const { decodePortal } = await loadDecoders();
			return decodeResponse(await write('POST', `${segment(id)}/billing-portal`, input, options), decodePortal);
		},
		async cancelSubscription(id, subscriptionId, input, options = {}) {
			const { decodeSubscription } = await loadDecoders();
			const path = `${segment(id)}/subscriptions${segment(subscriptionId)}/cancel`;
			return decodeResponse(await write('POST', path, input, options), decodeSubscription);
		},
		async resumeSubscription(id, subscriptionId, options = {}) {
			const { decodeSubscription } = await loadDecoders();
			const path = `${segment(id)}/subscriptions${segment(subscriptionId)}/resume`;
			return decodeResponse(await write('POST', path, undefined, options), decodeSubscription);
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
