import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { postgresBackend } from '../../../src/backends/postgres';
import type { CustomersHandlerOptions } from '../../../src/server';
import { CustomerError, createCustomersHandler } from '../../../src/server';
import { origin } from '../request';

afterEach(() => vi.restoreAllMocks());

const backend = memoryBackend();
const authorize = () => ({ allow: true, scope: 'a' });

/** What the console is told of one request to a handler without `onError`. */
async function told(options: Partial<CustomersHandlerOptions>, path = '/cus_asha', init: RequestInit = {}) {
	const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
	const warnings = vi.spyOn(console, 'warn').mockImplementation(() => {});
	const handler = createCustomersHandler({ backend, authorize, ...options });
	const response = await handler(new Request(`${origin}/api/customers${path}`, init));
	const lines = [...errors.mock.calls, ...warnings.mock.calls];
	expect(lines.length).toBeLessThanOrEqual(1);
	const text = lines.flat().join();
	if (text) expect(text).toContain(response.headers.get('x-request-id'));
	return { text, isError: errors.mock.calls.length === 1 };
}

const throwing = (thrown: unknown) => () => {
	throw thrown;
};

describe('without an onError the console is told', () => {
	it('of an authorize that throws: where, and not what about', async () => {
		const authorize = async () => {
			throw new TypeError('no session of asha@example.com\n    at asha@example.com (+919876543210:1:1)');
		};
		const { text, isError } = await told({ authorize });
		expect(isError).toBe(true);
		expect(text).toMatch(
			/^proyecta-customers: 500 internal_error \(get\), request [\da-f]{32}: authorize\(\) threw\.\n {2}caused by TypeError\n/,
		);
		expect(text).toMatch(/\n {4}at .*authorize.*logProblem\.test\.ts:\d+:\d+/);
		expect(text).not.toMatch(/asha|98765/);
	});

	it('of a missing table: what to do, and the database’s own code', async () => {
		const missing = Object.assign(new Error('relation "proyecta_customers" of asha does not exist'), { code: '42P01' });
		const { text, isError } = await told({ backend: postgresBackend({ query: () => Promise.reject(missing) }) });
		expect(isError).toBe(true);
		expect(text).toMatch(/503 misconfigured \(get\).*Run postgresSchema once.*\n {2}caused by Error 42P01\n/);
		expect(text).not.toMatch(/relation|asha/);
	});

	it.each([
		[
			'a scope that cannot be',
			{ authorize: () => ({ allow: true, scope: ' ' }) },
			/503 misconfigured.*authorize\(\) returned a grant.*`scope` is blank/,
		],
		['nobody who is signed in', { authorize: () => undefined }, /401 unauthenticated.*authorize\(\) returned undefined/],
		[
			'a backend’s own refusal',
			{ backend: { ...backend, get: throwing(new CustomerError('rate_limited', { message: 'Wait.' })) } },
			/429 rate_limited.*: Wait\.$/,
		],
		[
			'a limiter that throws',
			{ rateLimit: { take: throwing('asha') } },
			/500 internal_error.*rateLimit\.take\(\) threw\.\n {2}caused by string$/,
		],
		['a customer that is not there', {}, /404 not_found/],
	])('of %s', async (_, options, wanted) => {
		const { text, isError } = await told(options as Partial<CustomersHandlerOptions>);
		expect(text).toMatch(wanted);
		expect(text).not.toContain('asha');
		expect(isError).toBe(/: 5/.test(text));
	});

	it('of a path that was cut off where the handler is mounted', async () => {
		const { text } = await told({ basePath: '/api/customers/asha' });
		expect(text).toMatch(/404 not_found, request .*not at or below \/api\/customers\/asha, the handler's basePath.*whole path/);
		expect(text).not.toContain('cus_asha');
	});

	it('of a path below its own that nothing answers', async () => {
		const { text } = await told({}, '/cus_asha/nowhere');
		expect(text).toMatch(/No route of the handler matches the path below \/api\/customers\.$/);
	});

	it('of a page of another origin', async () => {
		const { text } = await told({}, '/', { headers: { Origin: 'https://asha.test' } });
		expect(text).toMatch(/403 cross_origin, request .*list the caller in `origins`/);
		expect(text).not.toContain('asha');
	});

	it('of nothing where all is well, or the caller has left', async () => {
		expect((await told({}, '/')).text).toBe('');
		expect((await told({}, '/', { signal: AbortSignal.abort() })).text).toBe('');
	});

	it.each([
		['a proxy', new Proxy({}, new Proxy({}, { get: () => throwing(new Error('asha')) }))],
		['an error whose name and code are sentences', Object.assign(new Error('asha'), { name: 'asha is gone', code: 'asha is gone' })],
		['an error whose stack is all its own', Object.assign(new Error('x'), { stack: 'asha\n    at asha:1:1' })],
		['an error that causes itself', circular()],
		['a stack that is no text', Object.assign(new Error('asha'), { stack: { toString: () => 'asha' } })],
		['a symbol', Symbol('asha')],
	])('of %s, as far as it can be told', async (_, thrown) => {
		const { text } = await told({ backend: { ...backend, get: throwing(thrown) } });
		expect(text).toMatch(/^proyecta-customers: 50\d \w+ \(get\), request /);
		expect(text).not.toContain('asha');
	});

	it.each([
		['null', null, /\n {2}caused by object$/],
		['a proxy', new Proxy({}, new Proxy({}, { get: () => throwing(new Error('asha')) })), /\n {2}caused by something without a name$/],
		['an object', { message: 'asha', stack: 7 }, /\n {2}caused by something without a name$/],
		['an error without a stack', Object.assign(new TypeError('asha'), { stack: 'TypeError' }), /\n {2}caused by TypeError$/],
		[
			'an error with more in its stack than calls',
			Object.assign(new Error('asha'), {
				stack: 'Error: asha\nasha    at asha:1:1\n    at of (shop.js:1:2)\n    at of (shop.js:1:2) asha\n    at shop.js:3:4\nasha',
			}),
			/\n {2}caused by Error\n {4}at of \(shop\.js:1:2\)\n {4}at shop\.js:3:4$/,
		],
		[
			'an error from far below',
			Object.assign(new Error('asha'), { stack: `Error: asha${'\n    at of (shop.js:1:2)'.repeat(20)}` }),
			/\n {2}caused by Error(\n {4}at of \(shop\.js:1:2\)){6}$/,
		],
	])('of what %s says, and no more', async (_, thrown, wanted) => {
		const { text } = await told({ backend: { ...backend, get: throwing(thrown) } });
		expect(text).toMatch(wanted);
		expect(text).not.toContain('asha');
	});

	it('and a console that throws changes no response', async () => {
		vi.spyOn(console, 'warn').mockImplementation(throwing(new Error('full')));
		const handler = createCustomersHandler({ backend, authorize });
		expect((await handler(new Request(`${origin}/api/customers/cus_asha`))).status).toBe(404);
	});
});

describe('with an onError the console is told nothing', () => {
	it('of any failure', async () => {
		expect((await told({ onError: () => {} })).text).toBe('');
	});
});

function circular(): Error {
	const error = new CustomerError('upstream_unavailable', { message: 'Gone.' });
	return Object.defineProperty(error, 'cause', { value: error });
}
