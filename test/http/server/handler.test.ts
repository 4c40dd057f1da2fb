import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { AuditEvent, CustomerBackend, CustomersHandlerOptions, Grant, RequestContext } from '../../../src/server';
import { CustomerError } from '../../../src/server';
import { type Ask, mount, refusal } from '../request';

const id = expect.stringMatching(/^[\da-f]{32}$/);

/** What a host hears of one request, and what its backend is asked. */
async function heard(path: string, ask: Ask, grant: Partial<Grant> | null, options: Partial<CustomersHandlerOptions> = {}) {
	const order: unknown[] = [];
	const backend = memoryBackend({ customers: { a: [{ id: 'cus_1', name: 'Asha' }] } });
	const contexts: RequestContext[] = [];
	const events: AuditEvent[] = [];
	const { ask: asked } = mount({
		authorize: (_, call) => {
			order.push(call);
			return grant && { allow: true, scope: 'a', ...grant };
		},
		rateLimit: {
			take: (key) => {
				order.push(key);
				return null;
			},
		},
		backend: (given) => {
			order.push(given);
			return {
				...backend,
				get: (...args) => {
					order.push(args[0]);
					return backend.get(...args);
				},
			};
		},
		onError: (_, context) => contexts.push(context),
		onAudit: (event) => events.push(event),
		...options,
	});
	const response = await asked(path, ask);
	return { response, order, contexts, events };
}

describe('a request', () => {
	it('is allowed, counted, given a backend and done, in this order', async () => {
		const grant = { allow: true, scope: 'a', actor: 'asha', me: 'cus_1' };
		const { order, response } = await heard('/me', {}, grant);
		expect(response.status).toBe(200);
		expect(order).toStrictEqual([{ action: 'get', id: 'me' }, '["a","asha"]', grant, 'cus_1']);
	});

	it('is counted for its scope where nobody is named', async () => {
		const { order } = await heard('/', {}, {});
		expect(order).toStrictEqual([{ action: 'list' }, '["a",null]', { allow: true, scope: 'a' }]);
	});

	it('that makes its caller a customer is about none that there is', async () => {
		const { order, contexts } = await heard('/me', { method: 'POST' }, {});
		expect(order[0]).toStrictEqual({ action: 'ensure' });
		expect(contexts).toMatchObject([{ action: 'ensure', id: undefined, code: 'not_supported' }]);
	});

	it.each<[string, string, Ask, Partial<Grant> | null, string, number]>([
		['whose caller is nobody', '/cus_1', {}, null, '401 unauthenticated', 1],
		['that the grant leaves out', '/cus_1', {}, { actions: ['list'] }, '403 forbidden', 1],
		['for another than one’s own', '/cus_1', {}, { reach: 'own', me: 'cus_2' }, '404 not_found', 1],
		['for an id that cannot be', '/cus_%20', {}, {}, '404 not_found', 3],
		['with a query that nothing reads', '/cus_1?x=1', {}, {}, '400 malformed_request', 2],
		['for a search with a query of its own', '/search?limit=1', { json: {} }, {}, '400 malformed_request', 2],
		['to make a customer with a query', '/?limit=1', { json: { email: 'a@example.com' } }, {}, '400 malformed_request', 2],
	])('%s goes no further', async (_, path, ask, grant, wanted, steps) => {
		const { response, order } = await heard(path, ask, grant);
		expect([await refusal(response), order.length]).toEqual([wanted, steps]);
	});

	it('reaches the ids that its backend has', async () => {
		const asked: string[] = [];
		const get: CustomerBackend['get'] = async (given) => {
			asked.push(given);
			throw new CustomerError('not_found');
		};
		const { ask } = mount({ backend: { ...memoryBackend(), get, idPattern: /^u\d+$/g } });
		for (const path of ['/u1', '/u2', '/cus_1', '/xu1', '/u1x']) expect((await ask(path)).status).toBe(404);
		expect(asked).toEqual(['u1', 'u2']);
	});

	it.each([
		[0, '429 rate_limited', '1'],
		[1, '429 rate_limited', '1'],
		[1500, '429 rate_limited', '2'],
		[-1, '503 misconfigured', null],
		[Number.NaN, '503 misconfigured', null],
		['1500', '503 misconfigured', null],
		[true, '503 misconfigured', null],
		[undefined, '503 misconfigured', null],
	])('to whom the limiter says %s is answered %s', async (wait, wanted, retryAfter) => {
		const { response } = await heard('/', {}, {}, { rateLimit: { take: () => wait as never } });
		expect([await refusal(response), response.headers.get('retry-after')]).toEqual([wanted, retryAfter]);
	});

	it.each([null, undefined, 'postgres', 7])('for whom there is %s in place of a backend is answered 503', async (nothing) => {
		const { response, contexts } = await heard('/', {}, {}, { backend: () => nothing as never });
		expect([await refusal(response), contexts.length]).toEqual(['503 misconfigured', 1]);
	});
});

describe('a host is told', () => {
	it('of a failure whose it was, as far as that was known', async () => {
		const known = { requestId: id, method: 'GET', action: 'get', id: 'cus_9', scope: 'a', actor: 'asha' };
		const { contexts: found, response } = await heard('/me', {}, { actor: 'asha', me: 'cus_9' });
		expect(found).toStrictEqual([{ ...known, status: 404, code: 'not_found' }]);
		expect(response.headers.get('x-request-id')).toBe(found[0]!.requestId);
		const { contexts: refused } = await heard('/me', {}, null);
		expect(refused).toStrictEqual([{ ...known, id: 'me', scope: undefined, actor: undefined, status: 401, code: 'unauthenticated' }]);
		const { contexts: nowhere } = await heard('/nowhere/at/all/and/more', {}, {});
		const nothing = { action: undefined, id: undefined, scope: undefined, actor: undefined };
		expect(nowhere).toStrictEqual([{ ...known, ...nothing, status: 404, code: 'not_found' }]);
	});

	it('of a write by whom and when', async () => {
		const before = Date.now();
		const { events, response } = await heard('/', { json: { email: 'bo@example.com' } }, { actor: 'asha' });
		const { customer } = (await response.json()) as { customer: { id: string } };
		expect(events).toStrictEqual([
			{
				requestId: response.headers.get('x-request-id'),
				at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
				scope: 'a',
				actor: 'asha',
				action: 'create',
				id: customer.id,
				outcome: 'created',
				fields: ['email'],
			},
		]);
		expect(Date.parse(events[0]!.at)).toBeGreaterThanOrEqual(before);
	});

	it('what was thrown, as it was: by authorize, and by a backend', async () => {
		const seen = async (options: Partial<CustomersHandlerOptions>) => {
			const { ask, errors } = mount(options);
			expect((await ask('/cus_1')).ok).toBe(false);
			expect(errors).toHaveLength(1);
			return errors[0];
		};
		const failing = (thrown: unknown) => ({
			backend: {
				...memoryBackend(),
				get: () => {
					throw thrown;
				},
			},
		});
		for (const thrown of [
			new TypeError('gone'),
			'gone',
			new CustomerError('internal_error', { cause: new Error('behind') }),
			new CustomerError('upstream_unavailable', { cause: new Error('behind') }),
		]) {
			const authorize = () => {
				throw thrown;
			};
			expect([await seen({ authorize }), await seen(failing(thrown))]).toEqual([thrown, thrown]);
		}
		const nothing = () => {
			throw undefined;
		};
		expect(await seen({ authorize: nothing })).toMatchObject({ code: 'internal_error', message: expect.stringMatching(/^authorize/) });
		const odd = { ...memoryBackend(), get: async () => ({}) as never };
		expect(await seen({ backend: odd })).toMatchObject({ code: 'bad_upstream_response', cause: { name: 'TypeError' } });
	});
});

describe('a stream', () => {
	it('goes on to watch whether its caller is there once it has begun', async () => {
		const caller = new AbortController();
		const { ask } = mount();
		const reader = (await ask('/changes', { signal: caller.signal })).body!.getReader();
		await reader.read();
		caller.abort();
		expect((await reader.read()).done).toBe(true);
	});
});
