import { inspect } from 'node:util';
import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stripeBackend } from '../../src/backends/stripe';
import { createCustomersHandler } from '../../src/server';
import { type Fault, StripeServer } from '../stripe/stripeServer';

let server: StripeServer;
beforeAll(async () => {
	server = await new StripeServer().start();
	server.billing.sell('price_1');
});
afterAll(() => server.stop());
beforeEach(() => {
	server.fault = undefined;
	server.seed({ id: 'cus_1', email: 'taken@example.com', name: 'Private Person' });
});

/** Everything that Stripe says in a refusal, and that must not get any further. */
const error = (fields: object) => ({
	error: {
		message: 'secret upstream words about sk_test_loopback and Private Person',
		doc_url: 'https://stripe.com/docs/secret',
		request_log_url: 'https://dashboard.stripe.com/secret',
		...fields,
	},
});
const invalid = (fields: object = {}) => error({ type: 'invalid_request_error', ...fields });
const html = '<html><body>502 Bad Gateway, secret upstream words</body></html>';

const json = { 'content-type': 'application/json' };
const calls = {
	list: ['GET', ''],
	get: ['GET', '/cus_1'],
	search: ['POST', '/search', { query: 'person' }],
	create: ['POST', '', { email: 'new@example.com', name: 'New' }],
	update: ['PATCH', '/cus_1', { name: 'Changed' }],
	email: ['PATCH', '/cus_1', { email: 'other@example.com' }],
	entitlements: ['POST', '/cus_1/entitlements', { feature_ids: ['reports'] }],
	checkout: ['POST', '/cus_1/checkout', { line_items: [{ variant_id: 'price_1' }], success_url: '/', cancel_url: '/' }],
	portal: ['POST', '/cus_1/billing-portal', { return_url: '/' }],
	subscriptions: ['GET', '/cus_1/subscriptions'],
	cancel: ['POST', '/cus_1/subscriptions/sub_1/cancel', { timing: 'immediate' }],
	resume: ['POST', '/cus_1/subscriptions/sub_1/resume'],
} as const;
type Kind = keyof typeof calls;

/** What goes wrong at Stripe, in which call of the browser's, and what the browser gets. */
const table: [what: string, call: Kind, fault: Fault, status: number, code: string][] = [
	['a key that is none', 'get', { status: 401, body: invalid() }, 503, 'misconfigured'],
	['a key that has expired', 'list', { status: 401, body: invalid({ code: 'api_key_expired' }) }, 503, 'misconfigured'],
	['a key that may not read', 'get', { status: 403, body: invalid({ code: 'more_permissions_required' }) }, 503, 'misconfigured'],
	['a key that may not write', 'update', { status: 403, body: invalid() }, 503, 'misconfigured'],
	['a customer who is gone', 'get', { status: 404, body: invalid({ code: 'resource_missing', param: 'id' }) }, 404, 'not_found'],
	['a customer who was deleted', 'get', { body: { id: 'cus_1', object: 'customer', deleted: true } }, 404, 'not_found'],
	['a customer gone while writing', 'update', { status: 404, body: invalid({ code: 'resource_missing', param: 'id' }) }, 404, 'not_found'],
	['a route that is not there', 'list', { status: 404, body: invalid({ code: 'url_invalid' }) }, 502, 'bad_upstream_response'],
	[
		'an email that Stripe refuses',
		'create',
		{ status: 400, body: invalid({ code: 'email_invalid', param: 'email' }) },
		422,
		'validation_failed',
	],
	['a postal code that it refuses', 'update', { status: 400, body: invalid({ param: 'address[postal_code]' }) }, 422, 'validation_failed'],
	['an email refused in a list', 'list', { status: 400, body: invalid({ param: 'email' }) }, 502, 'bad_upstream_response'],
	['a field that is none of ours', 'update', { status: 400, body: invalid({ param: 'tax_exempt' }) }, 502, 'bad_upstream_response'],
	[
		'a parameter it does not know',
		'list',
		{ status: 400, body: invalid({ code: 'parameter_unknown', param: 'limit' }) },
		502,
		'bad_upstream_response',
	],
	[
		'a key in use',
		'update',
		{ status: 409, body: error({ type: 'idempotency_error', code: 'idempotency_key_in_use' }) },
		409,
		'idempotency_in_progress',
	],
	['a key of another input', 'update', { status: 400, body: error({ type: 'idempotency_error' }) }, 422, 'idempotency_key_reused'],
	['the pace', 'list', { status: 429, body: invalid({ code: 'rate_limit' }) }, 429, 'rate_limited'],
	['the pace, with a wait', 'subscriptions', { status: 429, body: invalid(), headers: { 'retry-after': '7' } }, 429, 'rate_limited'],
	['the pace, with a date', 'portal', { status: 429, headers: { 'retry-after': 'Mon, 01 Jan 2125 00:00:00 GMT' } }, 429, 'rate_limited'],
	['an object that is locked', 'cancel', { status: 429, body: invalid({ code: 'lock_timeout' }) }, 429, 'rate_limited'],
	['the pace, said by 400', 'entitlements', { status: 400, body: invalid({ code: 'rate_limit' }) }, 429, 'rate_limited'],
	['a failure of its own', 'list', { status: 500, body: error({ type: 'api_error' }) }, 503, 'upstream_unavailable'],
	['a failure that asks for a retry', 'portal', { status: 500, headers: { 'stripe-should-retry': 'true' } }, 503, 'upstream_unavailable'],
	['an outage', 'create', { status: 503, body: error({ type: 'api_error' }) }, 503, 'upstream_unavailable'],
	['a gateway’s page', 'get', { status: 502, body: html }, 503, 'upstream_unavailable'],
	['a gateway’s page that came late', 'list', { status: 504, body: html }, 504, 'upstream_timeout'],
	['a page in place of an answer', 'list', { status: 200, body: html }, 502, 'bad_upstream_response'],
	[
		'a redirect to somewhere else',
		'get',
		{ status: 302, headers: { location: 'https://elsewhere.example/' } },
		502,
		'bad_upstream_response',
	],
	['a connection that breaks', 'get', { reset: 'before' }, 503, 'upstream_unavailable'],
	['a connection that breaks within the answer', 'list', { reset: 'within' }, 503, 'upstream_unavailable'],
	['a connection that breaks after the write', 'checkout', { reset: 'before', after: true }, 503, 'upstream_unavailable'],
	['no answer', 'list', { hang: true }, 504, 'upstream_timeout'],
	['an answer that is late', 'search', { delayMs: 900 }, 504, 'upstream_timeout'],
	['an empty answer', 'get', { body: '' }, 502, 'bad_upstream_response'],
	['nothing', 'get', { body: 'null' }, 502, 'bad_upstream_response'],
	['half an answer', 'list', { body: '{"object": "list", "data": [' }, 502, 'bad_upstream_response'],
	['a list without data', 'list', { body: { object: 'list' } }, 502, 'bad_upstream_response'],
	['a list that goes on as a word', 'list', { body: { object: 'list', data: [], has_more: 'true' } }, 502, 'bad_upstream_response'],
	[
		'a list of something else',
		'list',
		{ body: { object: 'list', data: [{ id: 'prod_1', object: 'product' }] } },
		502,
		'bad_upstream_response',
	],
	['a name that is no text', 'get', { body: { id: 'cus_1', object: 'customer', name: ['x'] } }, 502, 'bad_upstream_response'],
	['a name without an end', 'get', { body: { id: 'cus_1', object: 'customer', name: 'x'.repeat(9000) } }, 502, 'bad_upstream_response'],
	['another customer', 'get', { body: { id: 'cus_2', object: 'customer', created: 1 } }, 502, 'bad_upstream_response'],
	[
		'a customer of another email',
		'create',
		{ body: { id: 'cus_9', object: 'customer', email: 'z@example.com' } },
		502,
		'bad_upstream_response',
	],
	['an account without search', 'search', { status: 400, body: invalid() }, 501, 'not_supported'],
	[
		'a payment that is due',
		'checkout',
		{ status: 402, body: error({ type: 'card_error', code: 'card_declined' }) },
		502,
		'bad_upstream_response',
	],
	[
		'a checkout without an address',
		'checkout',
		{ body: { id: 'cs_1', object: 'checkout.session', url: null } },
		502,
		'bad_upstream_response',
	],
	['an address that is no https', 'portal', { body: { id: 'bps_1', url: 'http://evil.example/' } }, 502, 'bad_upstream_response'],
	['a portal that is not set up', 'portal', { status: 400, body: invalid() }, 502, 'bad_upstream_response'],
	['a subscription that is nobody’s', 'cancel', { status: 404, body: invalid({ code: 'resource_missing' }) }, 404, 'not_found'],
	['a subscription of somebody else', 'resume', { body: { id: 'sub_1', status: 'active', customer: 'cus_2' } }, 404, 'not_found'],
	[
		'subscriptions that make no sense',
		'subscriptions',
		{ body: { object: 'list', data: [{ id: 'sub_1' }] } },
		502,
		'bad_upstream_response',
	],
	[
		'entitlements of nobody',
		'entitlements',
		{ status: 400, body: invalid({ code: 'resource_missing', param: 'customer' }) },
		404,
		'not_found',
	],
];

/** Reads before a write stay as they are. */
const isWrite = (kind: Kind) => ['create', 'update', 'email', 'checkout', 'portal'].includes(kind);

describe('what goes wrong at Stripe', () => {
	it('is said in forty rows and more', () => expect(table.length).toBeGreaterThanOrEqual(40));

	it.each(table)('%s: %s', async (_what, kind, fault, status, code) => {
		const errors: unknown[] = [];
		const handler = createCustomersHandler({
			backend: stripeBackend({ stripe: new Stripe(server.key, { ...server.config, telemetry: false }), requestsPerSecond: 10_000 }),
			authorize: () => ({ allow: true, scope: 'shop' }),
			deadlineMs: fault.hang || fault.delayMs ? 600 : 10_000,
			onError: (thrown) => errors.push(thrown),
		});
		server.fault = ({ method }) => (!isWrite(kind) || method === 'POST' ? fault : undefined);
		const [method, path, body] = calls[kind] as readonly [string, string, object?];
		const headers = { ...(body && json), 'idempotency-key': crypto.randomUUID(), ...(method === 'PATCH' && { 'if-match': '*' }) };
		const request = new Request(`https://shop.example/api/customers${path}`, {
			method,
			headers,
			...(body && { body: JSON.stringify(body) }),
		});
		const response = await handler(request);
		const text = await response.text();
		expect([response.status, JSON.parse(text).code]).toEqual([status, code]);
		const wait = fault.headers?.['retry-after'];
		if (status === 429) expect(response.headers.get('retry-after')).toBe(wait === '7' ? '7' : wait ? '60' : '1');
		if (code === 'validation_failed') expect(JSON.parse(text).errors).toHaveLength(1);
		// Neither the browser nor the server's own log is told what Stripe said, with which key, where, or of whom.
		const secrets = /secret|sk_test|127\.0\.0\.1|Private|stripe\.com|elsewhere|Bearer|@example/i;
		expect(text + JSON.stringify([...response.headers])).not.toMatch(secrets);
		expect(errors).toHaveLength(1);
		expect(inspect(errors, { depth: 10, showHidden: true }).replace(/\n +at .*/g, '')).not.toMatch(secrets);
	});
});
