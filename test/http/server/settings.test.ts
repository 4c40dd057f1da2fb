import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { CustomerBackend } from '../../../src/server';
import { createCustomersHandler, memoryIdempotencyStore, memoryRateLimiter } from '../../../src/server';
import { mount, origin, refusal } from '../request';

afterEach(() => void vi.useRealTimers());

describe('a handler is not made', () => {
	const authorize = () => null;
	const backend = memoryBackend();
	const noNumber = [0, -1, Number.NaN, Number.POSITIVE_INFINITY, '5'];

	it.each<[string, unknown, RegExp]>([
		['of nothing', undefined, /^createCustomersHandler: `authorize` is missing/],
		['with an authorize that cannot be called', { backend, authorize: { allow: true } }, /`authorize` is missing/],
		['of null for a backend', { authorize, backend: null }, /^createCustomersHandler: `backend` is missing/],
		['of the name of a backend', { authorize, backend: 'postgres' }, /`backend` is missing/],
		['at a path with a query', { authorize, backend, basePath: '/api?x' }, /`basePath` is no path/],
		['at a path with a fragment', { authorize, backend, basePath: '/api#x' }, /`basePath` is no path/],
		['at an address', { authorize, backend, basePath: 'https://shop.test/api' }, /`basePath` is no path/],
		['with an origin that is a host', { authorize, backend, origins: ['shop.test'] }, /`origins`/],
		['with an origin that is in no list', { authorize, backend, origins: 'https://shop.test' }, /`origins` is no list/],
		['with return origins that are none', { authorize, backend, returnOrigins: ['*'] }, /`returnOrigins`/],
		...['deadlineMs', 'bodyLimitBytes'].flatMap((name) =>
			noNumber.map((value): [string, unknown, RegExp] => [
				`with ${name} of ${String(value)}`,
				{ authorize, backend, [name]: value },
				new RegExp(`^createCustomersHandler: \`${name}\` is no positive number`),
			]),
		),
	])('%s', (_, options, message) => {
		expect(() => createCustomersHandler(options as never)).toThrow(message);
		expect(() => createCustomersHandler(options as never)).toThrow(TypeError);
	});
});

describe('without being told otherwise a handler', () => {
	it('reads a body of 65,536 bytes, and no larger one', async () => {
		const search = (bytes: number) =>
			mount().ask('/search', { method: 'POST', body: `{}${' '.repeat(bytes - 2)}`, headers: { 'Content-Type': 'application/json' } });
		expect((await search(65_536)).status).toBe(200);
		expect(await refusal(await search(65_537))).toBe('413 payload_too_large');
	});

	it('gives a request ten seconds', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const hang: CustomerBackend['list'] = () => new Promise(() => {});
		let answer: Response | undefined;
		const asking = mount({ backend: { ...memoryBackend(), list: hang } })
			.ask('/')
			.then((response) => {
				answer = response;
				return response;
			});
		await vi.advanceTimersByTimeAsync(9_999);
		expect(answer).toBeUndefined();
		await vi.advanceTimersByTimeAsync(1);
		expect(await refusal(await asking)).toBe('504 upstream_timeout');
	});

	it('is mounted at /api/customers, wherever a slash was too many', async () => {
		for (const basePath of [undefined, '/api/customers//']) {
			const handler = createCustomersHandler({
				backend: memoryBackend(),
				authorize: () => ({ allow: true, scope: 'a' }),
				...(basePath && { basePath }),
			});
			expect((await handler(new Request(`${origin}/api/customers/capabilities`))).status).toBe(200);
		}
	});

	it('believes no proxy, nor anything but true that it should', async () => {
		const headers = { Origin: 'https://public.test', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'public.test' };
		for (const [trustProxy, status] of [
			[undefined, 403],
			['true', 403],
			[1, 403],
			[true, 200],
		]) {
			const { ask } = mount({ ...(trustProxy !== undefined && { trustProxy: trustProxy as never }) });
			expect((await ask('http://10.0.0.1:3000/api/customers', { headers })).status).toBe(status);
		}
	});

	it('checks phones and addresses by the strictest rules', async () => {
		const short = { email: 'a@example.com', phone: '+12025550' };
		const part = { email: 'b@example.com', address: { postal_code: '20500', country: 'US' } };
		const unassigned = { email: 'c@example.com', phone: '+15555550100' };
		for (const json of [short, part, unassigned]) expect((await mount().ask('/', { json })).status).toBe(422);
		const rules = { phoneValidation: 'possible', addressValidation: 'partial' } as const;
		const { ask } = mount({ ...rules, backend: memoryBackend(rules) });
		expect((await ask('/', { json: part })).status).toBe(201);
		expect((await ask('/', { json: unassigned })).status).toBe(201);
		expect((await ask('/', { json: short })).status).toBe(422);
	});
});

describe('where keys are kept and requests counted', () => {
	/** A store and a limiter that say by whom they were asked. */
	function noting(name: string, asked: string[]) {
		const idempotency = memoryIdempotencyStore();
		const rateLimit = memoryRateLimiter();
		return {
			idempotency: {
				...idempotency,
				begin: (...args: Parameters<typeof idempotency.begin>) => {
					asked.push(`${name} keys`);
					return idempotency.begin(...args);
				},
			},
			rateLimit: {
				take: (key: string) => {
					asked.push(`${name} rate`);
					return rateLimit.take(key);
				},
			},
		};
	}
	const create = { json: { email: 'a@example.com' }, headers: { 'Idempotency-Key': 'k' } };

	it('is the host’s own, else the backend’s, else this process', async () => {
		const asked: string[] = [];
		const backend = { ...memoryBackend(), stores: noting('backend', asked) };
		expect((await mount({ backend }).ask('/', create)).status).toBe(201);
		expect(asked.splice(0)).toEqual(['backend rate', 'backend keys']);
		expect((await mount({ backend, ...noting('host', asked) }).ask('/', create)).status).toBe(201);
		expect(asked.splice(0)).toEqual(['host rate', 'host keys']);
		// One that is made for each request could not count across them.
		const { ask } = mount({ backend: () => backend });
		expect([(await ask('/', create)).status, (await ask('/', create)).status]).toEqual([201, 201]);
		expect(asked).toEqual([]);
	});
});
