import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type {
	AuditEvent,
	CreateResult,
	Customer,
	CustomerBackend,
	CustomerErrorCode,
	CustomerPage,
	IdempotencyStore,
	RequestContext,
} from '../../../src/server';
import { CustomerError, memoryIdempotencyStore } from '../../../src/server';
import { type Ask, mount, origin, problemOf, refusal, withAsha } from '../request';

const overwrite = { 'If-Match': '*' };
const hang = () => new Promise<never>(() => {});

/** A handler whose backend refuses creates for as long as there are failures left, and how often it was asked. */
function mountFailing() {
	const failures: CustomerError[] = [];
	const memory = memoryBackend();
	let calls = 0;
	const backend: CustomerBackend = {
		...memory,
		create: (...args) => {
			calls++;
			const failure = failures.shift();
			return failure ? Promise.reject(failure) : memory.create(...args);
		},
	};
	return { ...mount({ backend }), failures, calls: () => calls };
}

describe('creating', () => {
	it('answers 201 with Location and ETag, then 200 for the same email in other letters', async () => {
		const { ask } = mount();
		const response = await ask('/', { json: { email: ' Asha@Example.com ', name: null, phone: '+91 98765-43210' } });
		const { customer, outcome } = (await response.json()) as { customer: Customer; outcome: string };
		expect([response.status, outcome]).toEqual([201, 'created']);
		expect(customer).toMatchObject({ email: 'Asha@Example.com', name: null, phone: '+919876543210' });
		expect(response.headers.get('location')).toBe(`/api/customers/${customer.id}`);
		expect(response.headers.get('etag')).toBe(`"${customer.version}"`);
		expect(await (await ask(`${origin}${response.headers.get('location')}`)).json()).toEqual(customer);
		const again = await ask('/', { json: { email: 'asha@example.com' } });
		expect([again.status, await again.json()]).toEqual([200, { customer, outcome: 'existing' }]);
	});

	it('answers everything that is wrong at once, at its pointer', async () => {
		const { ask } = mount();
		const address = { country: 'IN', line1: 'x', city: 'y', state: 'KA', postal_code: '12', zip: 1 };
		const json = { email: 'nobody', phone: '98765', address, admin: true };
		const { status, errors } = await problemOf(await ask('/', { json }));
		expect(status).toBe(422);
		expect(errors?.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
			'/address/postal_code invalid_postal_code',
			'/address/zip unknown_field',
			'/admin unknown_field',
			'/email invalid_email',
			'/phone phone_not_international',
		]);
		expect(await refusal(await ask('/', { json: {} }))).toBe('422 validation_failed /email=required');
		expect(await refusal(await ask('/', { json: 'x' }))).toBe('422 validation_failed =invalid_type');
	});

	it('takes an id only where the backend does', async () => {
		const { ask } = mount({ backend: memoryBackend({ capabilities: { write: { customId: false } } }) });
		expect(await refusal(await ask('/', { json: { id: 'cus_mine', email: 'a@example.com' } }))).toBe('501 not_supported /id=not_supported');
	});
});

describe('editing', () => {
	it('needs If-Match, and means it', async () => {
		const { ask, path, etag } = await withAsha();
		const patch = (ifMatch: string | null) =>
			ask(path, { method: 'PATCH', json: { name: 'A' }, ...(ifMatch !== null && { headers: { 'If-Match': ifMatch } }) });
		expect(await refusal(await patch(null))).toBe('428 version_required');
		for (const stale of ['"old"', `W/${etag}`, '"a", "b"', etag.toUpperCase()])
			expect(await refusal(await patch(stale))).toBe('412 version_conflict');
		for (const nonsense of ['', 'old', '"a', `*, ${etag}`, ',']) expect(await refusal(await patch(nonsense))).toBe('400 malformed_request');
		const first = await patch(`"x", , ${etag}`);
		expect(first.status).toBe(200);
		expect(first.headers.get('etag')).not.toBe(etag);
		expect(await refusal(await patch(etag))).toBe('412 version_conflict');
		expect((await patch('*')).status).toBe(200);
	});

	it('compares If-Match itself where the backend keeps no versions', async () => {
		const { ask, path, etag } = await withAsha({ backend: memoryBackend({ capabilities: { conditionalUpdate: 'none' } }) });
		const patch = (json: unknown, ifMatch = etag) => ask(path, { method: 'PATCH', json, headers: { 'If-Match': ifMatch } });
		expect(etag).toMatch(/^"[\w-]{43}"$/);
		expect((await ask(path)).headers.get('etag')).toBe(etag);
		const changed = await patch({ name: 'B' });
		expect([changed.status, ((await changed.json()) as Customer).version]).toEqual([200, null]);
		expect(changed.headers.get('etag')).not.toBe(etag);
		expect((await patch({ name: 'C' })).status).toBe(412);
		expect((await patch({ name: 'Asha Rao' }, changed.headers.get('etag')!)).headers.get('etag')).toBe(etag);
	});

	it('is not blocked by what was stored under older rules', async () => {
		const legacy = {
			id: 'cus_old',
			email: 'old@example.com',
			phone: '12345',
			address: { country: 'IN', postal_code: 'n/a' } as Customer['address'],
		};
		const { ask } = mount({ backend: memoryBackend({ customers: [legacy] }) });
		const response = await ask('/cus_old', { method: 'PATCH', json: { name: 'New', phone: '12345' }, headers: overwrite });
		expect([response.status, ((await response.json()) as Customer).name]).toEqual([200, 'New']);
		expect(await refusal(await ask('/cus_old', { method: 'PATCH', json: { phone: '12346' }, headers: overwrite }))).toMatch(
			/^422.*\/phone=/,
		);
	});

	it('refuses an id, an unknown key and an unknown customer', async () => {
		const { ask, path } = await withAsha();
		const patch = (at: string, json: unknown) => ask(at, { method: 'PATCH', json, headers: overwrite });
		expect(await refusal(await patch(path, { id: 'cus_2' }))).toBe('422 validation_failed /id=unknown_field');
		expect(await refusal(await patch(path, { version: '9', name: '' }))).toBe('422 validation_failed /version=unknown_field /name=empty');
		expect(await refusal(await patch('/cus_nobody', { name: 'A' }))).toBe('404 not_found');
	});

	it('refuses an email that is taken', async () => {
		const { ask, path } = await withAsha();
		await ask('/', { json: { email: 'bo@example.com' } });
		expect(await refusal(await ask(path, { method: 'PATCH', json: { email: 'BO@example.com' }, headers: overwrite }))).toBe(
			'409 email_exists',
		);
	});
});

describe('reading', () => {
	it('answers 304 to whoever has it already', async () => {
		const { ask, path, etag } = await withAsha();
		for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
			const response = await ask(path, { headers: { 'If-None-Match': known } });
			expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([304, etag, '']);
			expect(response.headers.get('cache-control')).toBe('no-store');
		}
		expect((await ask(path, { headers: { 'If-None-Match': '"x"' } })).status).toBe(200);
	});

	it('never calls the backend with an id that cannot be', async () => {
		const asked: string[] = [];
		const backend: CustomerBackend = {
			...memoryBackend(),
			get: async (id) => {
				asked.push(id);
				throw new CustomerError('not_found');
			},
		};
		const { ask } = mount({ backend });
		for (const id of ['1', 'cus_', 'cus_%20', 'cus_a%00', 'cus_a%0A', '..%2F..', 'undefined', `cus_${'x'.repeat(65)}`]) {
			expect(await refusal(await ask(`/${id}`))).toBe('404 not_found');
			expect((await ask(`/${id}`, { method: 'PATCH', json: {}, headers: overwrite })).status).toBe(404);
		}
		expect(asked).toEqual([]);
		await ask('/cus_a');
		const own = mount({ backend: { ...backend, idPattern: /^u\d+$/g } });
		for (const id of ['u1', 'u2', 'u3']) await own.ask(`/${id}`);
		expect(asked).toEqual(['cus_a', 'u1', 'u2', 'u3']);
		expect((await own.ask('/cus_a')).status).toBe(404);
	});

	it('refuses a page larger than the backend takes: 400 in a URL, 422 in a body', async () => {
		const { ask } = mount({ backend: memoryBackend({ capabilities: { paging: { maxLimit: 10 } } }) });
		expect((await ask('/?limit=10')).status).toBe(200);
		expect(await refusal(await ask('/?limit=11'))).toBe('400 malformed_request /limit=out_of_range');
		expect(await refusal(await ask('/search', { json: { limit: 11 } }))).toBe('422 validation_failed /limit=out_of_range');
		expect(await refusal(await ask('/export', { json: { request: { limit: 11 }, format: 'csv', mode: 'data' } }))).toBe(
			'422 validation_failed /request/limit=out_of_range',
		);
	});
});

describe('idempotency keys', () => {
	const create = (key: string, email = 'a@example.com', more = {}) => ({ json: { email, ...more }, headers: { 'Idempotency-Key': key } });

	it('are 1–255 visible ASCII characters', async () => {
		const { ask } = mount();
		for (const key of ['', 'a b', 'é', 'x'.repeat(256)]) expect(await refusal(await ask('/', create(key)))).toBe('400 malformed_request');
		expect((await ask('/', create('x'.repeat(255)))).status).toBe(201);
	});

	it('give the same answer again, and one effect', async () => {
		let effects = 0;
		const memory = memoryBackend();
		const audits: AuditEvent[] = [];
		const { ask } = mount({
			onAudit: (event) => audits.push(event),
			backend: {
				...memory,
				create: (...args) => {
					effects++;
					return memory.create(...args);
				},
			},
		});
		const first = await ask('/', create('k'));
		const again = await ask('/', {
			...create('k'),
			body: '{ "email": "a@example.com" }',
			json: undefined,
			headers: { 'Idempotency-Key': 'k', 'Content-Type': 'application/json' },
			method: 'POST',
		});
		expect([again.status, await again.json(), effects, audits.length]).toEqual([201, await first.json(), 1, 1]);
		for (const name of ['etag', 'location']) expect(again.headers.get(name)).toBe(first.headers.get(name));
		expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
		expect(await refusal(await ask('/', create('k', 'b@example.com')))).toBe('422 idempotency_key_reused');
	});

	it('belong to one scope, actor, route and customer', async () => {
		let actor = 'one';
		let scope = 'a';
		const { ask, path } = await withAsha({ authorize: () => ({ allow: true, scope, actor }) });
		const headers = { 'Idempotency-Key': 'k', ...overwrite };
		await ask('/', create('k', 'b@example.com'));
		expect((await ask(path, { method: 'PATCH', json: { name: 'B' }, headers })).status).toBe(200);
		const other = (await (await ask('/', create('other', 'c@example.com'))).json()) as { customer: Customer };
		expect((await ask(`/${other.customer.id}`, { method: 'PATCH', json: { name: 'C' }, headers })).status).toBe(200);
		actor = 'two';
		expect((await ask('/', create('k', 'd@example.com'))).status).toBe(201);
		scope = 'b';
		expect((await ask('/', create('k', 'e@example.com'))).status).toBe(201);
	});

	it('are taken by one request at a time', async () => {
		const memory = memoryBackend();
		let finish = () => {};
		let reach = () => {};
		const reached = new Promise<void>((resolve) => {
			reach = resolve;
		});
		const backend: CustomerBackend = {
			...memory,
			create: async (...args) => {
				await new Promise<void>((resolve) => {
					finish = resolve;
					reach();
				});
				return memory.create(...args);
			},
		};
		const { ask } = mount({ backend });
		const first = ask('/', create('k'));
		await reached;
		expect(await refusal(await ask('/', create('k')))).toBe('409 idempotency_in_progress');
		finish();
		expect((await first).status).toBe(201);
		expect((await ask('/', create('k'))).status).toBe(201);
	});

	it('keep refusals that would come again, and let go of the rest', async () => {
		const { ask, failures, calls } = mountFailing();
		for (const code of ['rate_limited', 'upstream_unavailable', 'internal_error', 'upstream_timeout', 'bad_response'] as const) {
			failures.push(new CustomerError(code));
			expect((await ask('/', create(code, `${code}@example.com`))).ok).toBe(false);
			expect((await ask('/', create(code, `${code}@example.com`))).status).toBe(201);
		}
		const before = calls();
		failures.push(new CustomerError('email_exists'));
		for (const _ of [1, 2, 3]) expect(await refusal(await ask('/', create('kept', 'kept@example.com')))).toBe('409 email_exists');
		expect(calls() - before).toBe(1);
		for (const _ of [1, 2])
			expect(await refusal(await ask('/', create('bad', 'no email')))).toBe('422 validation_failed /email=invalid_email');
		expect((await ask('/', create('bad', 'good@example.com'))).status).toBe(201);
	});

	it('keep the refusal of a backend with what was wrong, and none that says the key itself is at fault', async () => {
		const { ask, failures, calls } = mountFailing();
		failures.push(new CustomerError('validation_failed', { issues: [{ path: 'email', code: 'invalid_email' }] }));
		const refused = '422 validation_failed /email=invalid_email';
		expect([await refusal(await ask('/', create('wrong'))), await refusal(await ask('/', create('wrong')))]).toEqual([refused, refused]);
		expect(calls()).toBe(1);
		for (const code of ['idempotency_in_progress', 'idempotency_key_reused'] as const) {
			failures.push(new CustomerError(code));
			expect((await problemOf(await ask('/', create(code, `${code}@example.com`)))).code).toBe(code);
			expect((await ask('/', create(code, `${code}@example.com`))).status).toBe(201);
		}
	});

	it('come to a store with whose they are, the key that the backend is given, and a time that no request outlasts', async () => {
		const begun: unknown[] = [];
		const given: (string | undefined)[] = [];
		const store = memoryIdempotencyStore();
		const memory = memoryBackend();
		const { ask, path, id } = await withAsha({
			deadlineMs: 5000,
			authorize: () => ({ allow: true, scope: 'a', actor: 'one' }),
			idempotency: {
				...store,
				begin: (key, fingerprint, call) => {
					begun.push(call);
					return store.begin(key, fingerprint, call);
				},
			},
			backend: {
				...memory,
				update: (customer, patch, options) => {
					given.push(options?.idempotencyKey);
					return memory.update(customer, patch, options);
				},
			},
		});
		expect((await ask(path, { method: 'PATCH', json: { name: 'B' }, headers: { 'Idempotency-Key': 'k', ...overwrite } })).status).toBe(200);
		expect(given).toEqual([expect.stringMatching(/^[\w-]{20,255}$/)]);
		expect(begun).toEqual([{ scope: 'a', actor: 'one', customerId: id, writeKey: given[0], lastsMs: 6000 }]);
	});

	it('of an edit that was done get the first answer, before its If-Match is looked at, also where only the backend still knows them', async () => {
		const first = await withAsha();
		const edit = { method: 'PATCH', json: { name: 'B' }, headers: { 'Idempotency-Key': 'k', 'If-Match': first.etag } };
		const done = await first.ask(first.path, edit);
		expect(done.status).toBe(200);
		expect((await first.ask(first.path, { method: 'PATCH', json: { name: 'C' }, headers: overwrite })).status).toBe(200);
		const other = mount({ backend: first.backend });
		for (const { ask } of [first, other]) {
			const again = await ask(first.path, edit);
			expect([again.status, again.headers.get('etag')]).toEqual([200, done.headers.get('etag')]);
			expect(((await again.json()) as Customer).name).toBe('B');
			expect(await refusal(await ask(first.path, { ...edit, headers: { ...edit.headers, 'Idempotency-Key': 'new' } }))).toBe(
				'412 version_conflict',
			);
		}
	});

	it('of an edit of a version that comes to be only then are refused, too, where the tag is a weak one', async () => {
		const { backend, path, etag, ask } = await withAsha();
		const before = await backend.get(path.slice(1), { scope: 'a' });
		const { etag: after } = await ask(path, { method: 'PATCH', json: { name: 'B' }, headers: overwrite }).then(({ headers }) => ({
			etag: headers.get('etag'),
		}));
		expect(after).not.toBe(etag);
		const late = mount({ backend: { ...backend, get: async () => before } });
		const edit = { method: 'PATCH', json: { name: 'C' }, headers: { 'Idempotency-Key': 'k', 'If-Match': `W/${after}` } };
		expect(await refusal(await late.ask(path, edit))).toBe('412 version_conflict');
		expect((await late.ask(path, { ...edit, headers: { ...edit.headers, 'If-Match': after! } })).status).toBe(200);
	});

	it('are never claimed for a body that is refused as it stands, which names fifty wrong values at most', async () => {
		const claimed: string[] = [];
		const memory = memoryIdempotencyStore();
		const idempotency: IdempotencyStore = {
			...memory,
			begin: (key, fingerprint, call) => {
				claimed.push(key);
				return memory.begin(key, fingerprint, call);
			},
		};
		const { ask, path } = await withAsha({ idempotency });
		const unknown = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`k${n}`, 1]));
		const headers = { 'Idempotency-Key': 'k', ...overwrite };
		for (const [at, json] of [
			['/', unknown],
			['/', { email: 'a@example.com', address: unknown }],
			[path, unknown],
		] as const) {
			const problem = await problemOf(await ask(at, { method: at === '/' ? 'POST' : 'PATCH', json, headers }));
			expect([problem.code, problem.errors?.length]).toEqual(['validation_failed', 50]);
		}
		expect(claimed).toEqual([]);
		for (const json of [
			{ email: unknown },
			{ email: 'a@example.com', name: Object.keys(unknown) },
			{ email: 'a@example.com', address: [unknown] },
		])
			expect(await refusal(await ask('/', { json, headers }))).toMatch(/^422 validation_failed \/(email|name|address)=invalid_type$/);
	});
});

describe('a backend that fails', () => {
	const failing = (error: unknown) => ({
		...memoryBackend(),
		get: () => {
			throw error;
		},
	});

	it.each([
		['unauthenticated', '503 misconfigured'],
		['forbidden', '503 misconfigured'],
		['cross_origin', '503 misconfigured'],
		['method_not_allowed', '503 misconfigured'],
		['unsupported_media_type', '503 misconfigured'],
		['malformed_request', '400 malformed_request'],
		['invalid_cursor', '400 invalid_cursor'],
		['email_exists', '409 email_exists'],
		['version_conflict', '412 version_conflict'],
		['payload_too_large', '413 payload_too_large'],
		['version_required', '428 version_required'],
		['internal_error', '500 internal_error'],
		['misconfigured', '503 misconfigured'],
		['rate_limited', '429 rate_limited'],
		['offline', '503 upstream_unavailable'],
		['unreachable', '503 upstream_unavailable'],
		['aborted', '503 upstream_unavailable'],
		['timeout', '504 upstream_timeout'],
		['request_timeout', '504 upstream_timeout'],
		['upstream_timeout', '504 upstream_timeout'],
		['bad_response', '502 bad_upstream_response'],
		['upstream_unavailable', '503 upstream_unavailable'],
		['not_supported', '501 not_supported'],
		['not_found', '404 not_found'],
	] as const)('with %s is answered %s', async (code, wanted) => {
		const error = new CustomerError(code, { message: 'secret', cause: new Error('secret'), retryAfterMs: 90_000 });
		const { ask, errors } = mount({ backend: failing(error) });
		const response = await ask('/cus_1');
		const text = await response.clone().text();
		expect(await refusal(response)).toBe(wanted);
		expect(text).not.toContain('secret');
		expect(response.headers.get('retry-after')).toBe('60');
		expect(errors).toEqual([error]);
	});

	it('says when to come back in whole seconds, a minute at most, where it is known or soon enough', async () => {
		const waits = async (code: CustomerErrorCode, retryAfterMs?: unknown) => {
			const error = Object.assign(new CustomerError(code), { retryAfterMs });
			return (await mount({ backend: failing(error) }).ask('/cus_1')).headers.get('retry-after');
		};
		for (const [ms, wanted] of [
			[0, '1'],
			[1000, '1'],
			[1001, '2'],
			[60_000, '60'],
			[60_001, '60'],
			[Number.POSITIVE_INFINITY, '60'],
			[-1, null],
			[Number.NaN, null],
			['5000', null],
			[undefined, null],
		])
			expect([ms, await waits('version_conflict', ms)]).toEqual([ms, wanted]);
		for (const code of ['rate_limited', 'idempotency_in_progress', 'upstream_unavailable'] as const)
			expect([await waits(code), await waits(code, 5000), await waits(code, -1)]).toEqual(['1', '5', '1']);
	});

	it('with what is no list of issues, or with thousands, tells none, or fifty', async () => {
		const told = async (issues: unknown) => {
			const error = Object.assign(new CustomerError('validation_failed'), { issues });
			return (await problemOf(await mount({ backend: failing(error) }).ask('/cus_1'))).errors?.length;
		};
		const issue = { path: 'name', code: 'too_long', params: { max: 200 } };
		expect([await told('issues'), await told(undefined), await told({ length: 3 })]).toEqual([undefined, undefined, undefined]);
		expect([await told([issue]), await told([null, 5, issue]), await told(Array(2000).fill(issue))]).toEqual([1, 3, 50]);
	});

	it('says when to come back while the database is down, unless coming back is no use', async () => {
		const retryAfter = async (code: 'upstream_unavailable' | 'misconfigured' | 'bad_upstream_response') => {
			const { ask } = mount({ backend: { ...memoryBackend(), list: () => Promise.reject(new CustomerError(code)) } });
			return (await ask('/')).headers.get('retry-after');
		};
		expect(
			await Promise.all([retryAfter('upstream_unavailable'), retryAfter('misconfigured'), retryAfter('bad_upstream_response')]),
		).toEqual(['1', null, null]);
	});

	it('with anything else is answered 500, without its text, and reported once', async () => {
		for (const thrown of [
			new TypeError('secret at /srv/app'),
			'secret',
			null,
			undefined,
			Object.assign(new Error('secret'), { code: 'not_found', status: 404 }),
		]) {
			const contexts: RequestContext[] = [];
			const seen: unknown[] = [];
			const { ask } = mount({
				backend: failing(thrown),
				onError: (error, context) => {
					seen.push(error);
					contexts.push(context);
					throw new Error('a broken logger');
				},
			});
			const response = await ask('/cus_1');
			expect([response.status, (await response.text()).includes('secret')]).toEqual([500, false]);
			expect(seen).toEqual([thrown]);
			expect(contexts).toEqual([
				{
					requestId: response.headers.get('x-request-id'),
					method: 'GET',
					action: 'get',
					id: 'cus_1',
					scope: 'a',
					actor: undefined,
					status: 500,
					code: 'internal_error',
				},
			]);
		}
	});

	it('with issues of its own passes on codes and known params, no text', async () => {
		const issues = [
			{ path: 'address.state', code: 'invalid_state', params: { country: 'IN', secret: 'x' } },
			{ path: 'secret', code: 'secret' },
		] as never;
		const { ask } = mount({ backend: failing(new CustomerError('validation_failed', { issues })) });
		expect((await problemOf(await ask('/cus_1'))).errors).toEqual([
			{ pointer: '/address/state', code: 'invalid_state', params: { country: 'IN' } },
			{ pointer: '', code: 'invalid_type' },
		]);
	});

	const whole: Customer = { id: 'cus_1', email: null, name: null, phone: null, address: null, created: null, version: null };
	it.each([
		null,
		undefined,
		'customer',
		[],
		{},
		{ ...whole, id: 'cus_2' },
		{ ...whole, email: 5 },
		{ ...whole, created: 'soon' },
		{ ...whole, address: { country: 'IN' } },
		{ ...whole, address: 'IN' },
	])('with the wrong shape is answered 502: %j', async (value) => {
		const { ask, errors } = mount({ backend: { ...memoryBackend(), get: async () => value as Customer } });
		expect(await refusal(await ask('/cus_1'))).toBe('502 bad_upstream_response');
		expect(errors).toMatchObject([{ cause: { message: expect.stringMatching(/^customer/) } }]);
	});

	it('with more than was declared shows the declared fields only, on every route', async () => {
		const address = { line1: null, line2: null, city: null, state: null, postal_code: null, country: 'IN' };
		const declared = { ...whole, email: 'a@example.com', address };
		const kept = { ...declared, card: '4242', toJSON: () => '4242', address: { ...address, door: '4242' } } as Customer;
		const backend: CustomerBackend = {
			...memoryBackend(),
			list: async () => ({ data: [kept], next: null, previous: null, card: '4242' }) as CustomerPage,
			get: async () => kept,
			create: async () => ({ customer: kept, outcome: 'created', card: '4242' }) as CreateResult,
			update: async () => kept,
		};
		const page = { data: [declared], next: null, previous: null };
		for (const read of [undefined, ['id', 'email', 'address'] as const]) {
			const { ask } = mount({ backend, authorize: () => ({ allow: true, scope: 'a', ...(read && { fields: { read } }) }) });
			expect(await (await ask('/')).json()).toEqual(page);
			expect(await (await ask('/search', { json: {} })).json()).toEqual(page);
			expect(await (await ask('/cus_1')).json()).toEqual(declared);
			expect(await (await ask('/', { json: { email: 'a@example.com' } })).json()).toEqual({ customer: declared, outcome: 'created' });
			expect(await (await ask('/cus_1', { method: 'PATCH', json: { name: 'A' }, headers: overwrite })).json()).toEqual(declared);
			expect(await (await ask('/export', { json: { request: {}, format: 'csv', mode: 'data' } })).text()).not.toContain('4242');
		}
	});

	it('with another shape of page, create or capabilities is answered 502', async () => {
		const odd = { data: [{}], next: null, previous: null } as never;
		const backend = { ...memoryBackend(), list: async () => odd, create: async () => ({ customer: whole, outcome: 'maybe' }) as never };
		const { ask } = mount({ backend });
		expect((await ask('/')).status).toBe(502);
		expect((await ask('/', { json: { email: 'a@example.com' } })).status).toBe(502);
		expect((await mount({ backend: { ...backend, capabilities: () => ({}) as never } }).ask('/capabilities')).status).toBe(502);
	});
});

describe('the deadline', () => {
	it('covers authorize, backend and body, and aborts the work', async () => {
		const signals: AbortSignal[] = [];
		const memory = memoryBackend();
		const list: CustomerBackend['list'] = (_, options) => {
			signals.push(options!.signal!);
			return hang();
		};
		expect(await refusal(await mount({ deadlineMs: 20, authorize: hang }).ask('/'))).toBe('504 upstream_timeout');
		expect(await refusal(await mount({ deadlineMs: 20, backend: { ...memory, list } }).ask('/'))).toBe('504 upstream_timeout');
		expect(signals.map((signal) => signal.aborted)).toEqual([true]);
		const body = new ReadableStream({ pull: hang });
		const response = await mount({ deadlineMs: 20 }).ask('/search', {
			method: 'POST',
			body,
			headers: { 'Content-Type': 'application/json' },
		});
		expect(await refusal(response)).toBe('408 request_timeout');
	});

	it('ends early when the caller goes away', async () => {
		const caller = new AbortController();
		let signal: AbortSignal | undefined;
		const list: CustomerBackend['list'] = (_, options) => {
			signal = options?.signal;
			caller.abort();
			return hang();
		};
		await mount({ backend: { ...memoryBackend(), list } }).ask('/', { signal: caller.signal });
		expect(signal?.aborted).toBe(true);
	});
});

describe('the audit trail', () => {
	it('tells who wrote which fields of whom, and no values', async () => {
		const events: AuditEvent[] = [];
		const { ask, path, id } = await withAsha({
			authorize: () => ({ allow: true, scope: 'a', actor: 'me' }),
			onAudit: (event) => events.push(event),
		});
		await ask(path, { method: 'PATCH', json: { name: 'Bo', address: null }, headers: overwrite });
		await ask(path, { method: 'PATCH', json: { name: '' }, headers: overwrite });
		await ask(path);
		expect(events).toMatchObject([
			{ action: 'create', outcome: 'created', id, scope: 'a', actor: 'me', fields: ['email', 'name', 'phone', 'address'] },
			{ action: 'update', outcome: 'updated', id, fields: ['name', 'address'] },
		]);
		expect(JSON.stringify(events)).not.toMatch(/asha|Bo|98765/i);
	});

	it('tells of a write that was done when nobody waited any more', async () => {
		const audited = (path: string, init: Ask) =>
			new Promise<AuditEvent>((onAudit) => {
				const caller = new AbortController();
				const memory = memoryBackend({ customers: { a: [{ id: 'cus_1' }] } });
				const leaving = async <T>(write: Promise<T>): Promise<T> => {
					const done = await write;
					caller.abort();
					await new Promise((resolve) => setTimeout(resolve));
					return done;
				};
				const backend: CustomerBackend = {
					...memory,
					create: (input) => leaving(memory.create(input, { scope: 'a' })),
					update: (id, patch) => leaving(memory.update(id, patch, { scope: 'a' })),
				};
				void mount({ backend, onAudit }).ask(path, { ...init, signal: caller.signal });
			});
		expect(await audited('/', { json: { email: 'a@example.com' } })).toMatchObject({ action: 'create', outcome: 'created' });
		const patch = { method: 'PATCH', json: { name: 'Bo' }, headers: overwrite };
		expect(await audited('/cus_1', patch)).toMatchObject({ action: 'update', outcome: 'updated', id: 'cus_1', fields: ['name'] });
	});

	it('tells of an export once it leaves, of nobody in particular', async () => {
		const events: AuditEvent[] = [];
		const { ask } = mount({
			authorize: () => ({ allow: true, scope: 'a', actor: 'me' }),
			backend: memoryBackend({ customers: [{ id: 'cus_1', name: 'Asha' }] }),
			onAudit: (event) => events.push(event),
		});
		const json = { request: { query: 'asha' }, format: 'csv', mode: 'data', columns: ['address.city', 'name', 'address.country'] };
		expect((await ask('/export', { json: { ...json, columns: ['version'] } })).status).toBe(422);
		expect(events).toEqual([]);
		await (await ask('/export', { json })).body?.cancel();
		expect(events).toEqual([
			{
				requestId: expect.any(String),
				at: expect.any(String),
				action: 'export',
				outcome: 'exported',
				scope: 'a',
				actor: 'me',
				fields: ['address', 'name'],
			},
		]);
		expect(events[0]).not.toHaveProperty('id');
	});
});
