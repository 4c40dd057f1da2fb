import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { Action, Capabilities, Customer, CustomerBackend, Grant } from '../../../src/server';
import { CustomerError } from '../../../src/server';
import { type Ask, mount, problemOf, refusal, withAsha } from '../request';

describe('authorize', () => {
	it.each([
		['null', null, '401 unauthenticated'],
		['nothing', undefined, '401 unauthenticated'],
		['allow: false', { allow: false, scope: 'a' }, '403 forbidden'],
		['allow: 1', { allow: 1, scope: 'a' }, '403 forbidden'],
		['no allow', { scope: 'a' }, '403 forbidden'],
		['true', true, '403 forbidden'],
		['no scope', { allow: true }, '503 misconfigured'],
		['an empty scope', { allow: true, scope: '' }, '503 misconfigured'],
		['a blank scope', { allow: true, scope: ' \t' }, '503 misconfigured'],
		['a wildcard', { allow: true, scope: '*' }, '503 misconfigured'],
		['a wildcard between spaces', { allow: true, scope: ' * ' }, '503 misconfigured'],
		['an actor that is no text', { allow: true, scope: 'a', actor: 7 }, '503 misconfigured'],
		['a function', Object.assign(() => undefined, { allow: true, scope: 'a' }), '403 forbidden'],
		['a number as scope', { allow: true, scope: 7 }, '503 misconfigured'],
		['actions that are no list', { allow: true, scope: 'a', actions: 'list' }, '503 misconfigured'],
		['fields that are no list', { allow: true, scope: 'a', fields: { read: 'name' } }, '503 misconfigured'],
	])('answering %s', async (_, grant, wanted) => {
		let called = false;
		const list = async () => {
			called = true;
			return { data: [], next: null, previous: null };
		};
		const backend = { ...memoryBackend(), list };
		const { ask } = mount({ backend, authorize: () => grant as Grant });
		expect(await refusal(await ask('/'))).toBe(wanted);
		expect(called).toBe(false);
	});

	it('throwing is answered 500 without its text, whatever it throws', async () => {
		for (const thrown of [new Error('db secret-host down'), new CustomerError('unauthenticated', { message: 'secret' }), 'secret']) {
			const { ask, errors } = mount({
				authorize: () => {
					throw thrown;
				},
			});
			const response = await ask('/');
			expect(response.status).toBe(500);
			expect(await response.text()).not.toContain('secret');
			expect(errors).toEqual([thrown]);
		}
	});

	it('is asked once a request, with the action and the id', async () => {
		const calls: { action: Action; id?: string }[] = [];
		const { ask } = mount({
			authorize: (_, call) => {
				calls.push(call);
				return { allow: true, scope: 'a' };
			},
		});
		const json = {};
		await ask('/');
		await ask('/', { json });
		await ask('/search', { json });
		await ask('/export', { json });
		await ask('/capabilities');
		await ask('/cus_1');
		await ask('/cus_1', { method: 'PATCH', json });
		await ask('/cus_1/entitlements', { json });
		await ask('/cus_1/checkout', { json });
		await ask('/cus_1/billing-portal', { json });
		await ask('/cus_1/subscriptions');
		await ask('/cus_1/subscriptions/sub_1/cancel', { json });
		await ask('/cus_1/subscriptions/sub_1/resume', { method: 'POST' });
		for (const path of ['/', '/capabilities', '/cus_1', '/cus_1/subscriptions', '/me']) await ask(path, { method: 'HEAD' });
		await ask('/me');
		await ask('/me', { method: 'PATCH', json });
		await ask('/me', { method: 'POST' });
		await (await ask('/changes')).body?.cancel();
		const id = 'cus_1';
		expect(calls).toStrictEqual([
			{ action: 'list' },
			{ action: 'create' },
			{ action: 'list' },
			{ action: 'export' },
			{ action: 'capabilities' },
			...(['get', 'update', 'entitlements', 'checkout', 'portal', 'subscriptions', 'cancel', 'resume'] as const).map((action) => ({
				action,
				id,
			})),
			{ action: 'list' },
			{ action: 'capabilities' },
			{ action: 'get', id },
			{ action: 'subscriptions', id },
			{ action: 'get', id: 'me' },
			{ action: 'get', id: 'me' },
			{ action: 'update', id: 'me' },
			{ action: 'ensure' },
			{ action: 'changes' },
		]);
	});

	it('decides the scope: nobody sees the customers of another', async () => {
		let scope = 'a';
		const { ask, path } = await withAsha({ authorize: () => ({ allow: true, scope }) });
		expect((await ask(path)).status).toBe(200);
		scope = 'b';
		expect(await refusal(await ask(path))).toBe('404 not_found');
		expect(((await (await ask('/')).json()) as { data: unknown[] }).data).toEqual([]);
	});

	it('hands its grant to a backend made for the request', async () => {
		const grants: Grant[] = [];
		const backend = memoryBackend();
		const { ask } = mount({
			backend: (grant) => {
				grants.push(grant);
				return backend;
			},
			authorize: () => ({ allow: true, scope: 'a', actor: 'me' }),
		});
		expect((await ask('/')).status).toBe(200);
		expect(grants).toEqual([{ allow: true, scope: 'a', actor: 'me' }]);
	});
});

describe('fields that a grant does not let one read', () => {
	it('are not in what an Idempotency-Key has kept from when they could be read', async () => {
		let fields: Grant['fields'] = {};
		const { ask } = mount({ authorize: () => ({ allow: true, scope: 'a', fields }) });
		const create = async () => {
			const headers = { 'Idempotency-Key': 'signup-1' };
			const response = await ask('/', { headers, json: { email: 'asha@example.com', name: 'Asha Rao' } });
			return ((await response.json()) as { customer: Customer }).customer;
		};
		const first = await create();
		expect(first.name).toBe('Asha Rao');
		fields = { read: ['id', 'email'] };
		expect(await create()).toMatchObject({ id: first.id, name: null });
	});

	const mountFor = async (fields: Grant['fields']) => {
		let grant: Grant = { allow: true, scope: 'a' };
		const mounted = await withAsha({ authorize: () => grant });
		grant = { ...grant, ...(fields && { fields }) };
		return mounted;
	};

	it('are null in every answer', async () => {
		const { ask, path } = await mountFor({ read: ['id', 'name'] });
		const hidden = { name: 'Asha Rao', email: null, phone: null, address: null, created: null };
		expect(await (await ask(path)).json()).toMatchObject(hidden);
		expect(((await (await ask('/')).json()) as { data: Customer[] }).data[0]).toMatchObject(hidden);
		const patched = await ask(path, { method: 'PATCH', headers: { 'If-Match': '*' }, json: { name: 'Asha R.' } });
		expect(await patched.json()).toMatchObject({ ...hidden, name: 'Asha R.' });
		const created = await ask('/', { json: { email: 'ASHA@example.com' } });
		expect(await created.json()).toMatchObject({ outcome: 'existing', customer: { email: null } });
	});

	it('hide even the id, and with it the Location', async () => {
		const { ask } = await mountFor({ read: ['name'] });
		const created = await ask('/', { json: { email: 'new@example.com' } });
		expect([created.status, created.headers.get('location')]).toEqual([201, null]);
		expect(await created.json()).toMatchObject({ customer: { id: null } });
	});

	it.each([
		[{ query: 'asha' }, '/query'],
		[{ email: 'asha@example.com' }, '/email'],
		[{ country: ['IN'] }, '/country'],
		[{ created: {} }, '/created'],
		[{ sort: 'email' }, '/sort'],
	])('cannot be searched, filtered or sorted by: %j', async (request, pointer) => {
		const { ask } = await mountFor({ read: ['id', 'name'] });
		expect(await refusal(await ask('/search', { json: request }))).toBe(`403 forbidden ${pointer}=forbidden`);
		expect(await refusal(await ask('/export', { json: { request, format: 'csv', mode: 'data' } }))).toBe(
			`403 forbidden /request${pointer}=forbidden`,
		);
	});

	it('stand in nobody’s way who searches, filters or sorts by the others', async () => {
		const { ask } = await mountFor({ read: ['id', 'email', 'address', 'created'] });
		for (const json of [{ email: 'asha@example.com' }, { country: ['IN'] }, { created: {} }, { sort: '-created' }])
			expect([json, (await ask('/search', { json })).status]).toEqual([json, 200]);
	});

	it('cannot be sorted by in the URL either', async () => {
		const { ask } = await mountFor({ read: ['id', 'name'] });
		expect((await ask('/?sort=-created')).status).toBe(403);
		expect((await ask('/?sort=name')).status).toBe(200);
		expect((await ask('/')).status).toBe(200);
	});

	it('cannot be exported, and are left out unless named', async () => {
		const { ask } = await mountFor({ read: ['id', 'name'] });
		const request = { request: {}, format: 'csv', mode: 'data' };
		expect(await refusal(await ask('/export', { json: { ...request, columns: ['name', 'address.city'] } }))).toBe(
			'403 forbidden /columns/1=forbidden',
		);
		expect((await (await ask('/export', { json: request })).text()).split('\r\n')[0]).toBe('id,name');
	});

	it('cannot be written when not granted, not even unchanged', async () => {
		const { ask, path } = await mountFor({ write: ['name'] });
		const patch = (json: unknown) => ask(path, { method: 'PATCH', headers: { 'If-Match': '*' }, json });
		expect(await refusal(await patch({ phone: '+919876543210', name: 'A', address: null }))).toBe(
			'403 forbidden /phone=forbidden /address=forbidden',
		);
		expect((await patch({ name: 'A' })).status).toBe(200);
		expect((await ask('/', { json: { email: 'x@example.com' } })).status).toBe(403);
	});

	it('are missing from the capabilities', async () => {
		const { ask } = await mountFor({ read: ['id', 'email', 'name'], write: ['name'] });
		const capabilities = (await (await ask('/capabilities')).json()) as Capabilities;
		expect(capabilities).toMatchObject({
			write: { create: false, update: true, clear: ['name'], customId: false },
			search: false,
			filter: { email: true, country: false, created: false },
		});
		expect(capabilities.sort.some((sort) => sort.endsWith('created'))).toBe(false);
	});

	const all = ['id', 'email', 'name', 'phone', 'address', 'created'] as const;
	const capabilitiesOf = async (fields: Grant['fields']) => (await (await mountFor(fields)).ask('/capabilities')).json();
	const without = <T>(list: readonly T[], left: string) => list.filter((entry) => `${entry}`.replace('-', '') !== left);

	it.each<[(typeof all)[number], boolean, Partial<Capabilities['filter']>]>([
		['id', false, {}],
		['email', true, { email: false }],
		['name', true, {}],
		['phone', true, {}],
		['address', true, { country: false }],
		['created', true, { created: false }],
	])('leave the capabilities what needs no %s', async (hidden, live, filter) => {
		const whole = (await capabilitiesOf({})) as Capabilities;
		const searched = whole.search && (whole.search.fields as readonly string[]).includes(hidden);
		expect(await capabilitiesOf({ read: all.filter((field) => field !== hidden) })).toEqual({
			...whole,
			search: searched ? false : whole.search,
			filter: { ...whole.filter, ...filter },
			sort: without(whole.sort, hidden),
			live,
		});
	});

	it.each<[(typeof all)[number], Partial<Capabilities['write']>]>([
		['id', { customId: false }],
		['email', { create: false }],
		['name', {}],
		['phone', {}],
		['address', {}],
	])('leave the capabilities what writes no %s', async (unwritable, off) => {
		const whole = (await capabilitiesOf({})) as Capabilities;
		expect(await capabilitiesOf({ write: all.filter((field) => field !== unwritable) })).toEqual({
			...whole,
			write: { ...whole.write, clear: without(whole.write.clear, unwritable), ...off },
		});
		const only = (await capabilitiesOf({ write: [unwritable] })) as Capabilities;
		expect(only.write.update).toBe(unwritable !== 'id');
	});

	it('are kept where they can be read or written, and not where neither', async () => {
		const whole = (await capabilitiesOf({})) as Capabilities;
		const kept = async (fields: Grant['fields']) => ((await capabilitiesOf(fields)) as Capabilities).keeps;
		expect(whole.keeps).toContain('phone');
		expect(await kept({ read: ['phone'], write: [] })).toEqual(['phone']);
		expect(await kept({ read: [], write: ['phone'] })).toEqual(['phone']);
		expect(await kept({ read: ['id'], write: ['id'] })).toEqual([]);
	});

	it('do not speak through the ETag of a backend without versions', async () => {
		const read = async (phone: string) => {
			const backend = memoryBackend({
				customers: [{ id: 'cus_1', email: 'a@example.com', phone }],
				capabilities: { conditionalUpdate: 'none' },
			});
			const { ask } = mount({ backend, authorize: () => ({ allow: true, scope: 'a', fields: { read: ['id', 'email'] } }) });
			return (await ask('/cus_1')).headers.get('etag');
		};
		expect(await read('+919876543210')).toBe(await read('+919876543211'));
	});
});

describe('actions that a grant does not list', () => {
	const cancelTimings = ['immediate', 'at_billing_period_end'] as const;
	const offered: Partial<Capabilities> = {
		entitlements: true,
		checkout: true,
		billingPortal: true,
		subscriptions: { cancel: cancelTimings, resume: true },
	};
	const mountFor = async (actions: Grant['actions']) => {
		const memory = memoryBackend();
		const never = () => Promise.reject(new Error('called'));
		const backend: CustomerBackend = {
			...memory,
			capabilities: async () => ({ ...(await memory.capabilities()), ...offered }),
			checkEntitlements: never,
			createCheckout: never,
			createBillingPortal: never,
			listSubscriptions: never,
			cancelSubscription: never,
			resumeSubscription: never,
		};
		let grant: Grant = { allow: true, scope: 'a' };
		const mounted = await withAsha({ backend, authorize: () => grant });
		grant = { ...grant, ...(actions && { actions }) };
		return mounted;
	};
	const calls = (path: string): Partial<Record<Action, [string, Ask?]>> => ({
		list: ['/'],
		get: [path],
		create: ['/', { json: { email: 'b@example.com' } }],
		update: [path, { method: 'PATCH', headers: { 'If-Match': '*' }, json: { name: 'B' } }],
		export: ['/export', { json: { request: {}, format: 'csv', mode: 'data' } }],
		entitlements: [`${path}/entitlements`, { json: { feature_ids: ['a'] } }],
		checkout: [`${path}/checkout`, { json: {} }],
		portal: [`${path}/billing-portal`, { json: {} }],
		subscriptions: [`${path}/subscriptions`],
		cancel: [`${path}/subscriptions/sub_1/cancel`, { json: {} }],
		resume: [`${path}/subscriptions/sub_1/resume`, { method: 'POST' }],
		changes: ['/changes'],
	});

	it('are forbidden, each by itself, and the others are not', async () => {
		const { path } = await mountFor(undefined);
		const all = Object.keys(calls(path)) as Action[];
		for (const refused of all) {
			const { ask, path } = await mountFor(all.filter((action) => action !== refused));
			for (const [action, call] of Object.entries(calls(path))) {
				const response = await ask(...call);
				expect([action, response.status === 403]).toEqual([action, action === refused]);
				await response.body?.cancel();
			}
		}
		const { ask } = await mountFor([]);
		expect(await refusal(await ask('/search', { json: {} }))).toBe('403 forbidden');
		expect((await ask('/capabilities')).status).toBe(200);
	});

	it('leave all that the backend offers in the capabilities where a grant leaves out none', async () => {
		const { ask, backend } = await mountFor(undefined);
		expect(await (await ask('/capabilities')).json()).toEqual(await backend.capabilities());
	});

	it.each<[Action, object]>([
		['list', { search: false, filter: { email: false, country: false, created: false } }],
		['get', {}],
		['create', { write: { create: false, update: true, clear: ['name', 'phone', 'address'], customId: false } }],
		['update', { write: { create: true, update: false, clear: [], customId: true } }],
		['export', { export: false }],
		['entitlements', { entitlements: false }],
		['checkout', { checkout: false }],
		['portal', { billingPortal: false }],
		['subscriptions', { subscriptions: false }],
		['cancel', { subscriptions: { cancel: [], resume: true } }],
		['resume', { subscriptions: { cancel: cancelTimings, resume: false } }],
		['changes', { live: false }],
		['capabilities', {}],
	])('are off in the capabilities: without %s', async (refused, off) => {
		const capabilities = async (actions: Grant['actions']) => (await (await mountFor(actions)).ask('/capabilities')).json();
		const all = [...(Object.keys(calls('')) as Action[]), 'capabilities' as const];
		const whole = (await capabilities(undefined)) as Capabilities;
		expect(await capabilities(all)).toEqual(whole);
		expect(await capabilities(all.filter((action) => action !== refused))).toEqual({ ...whole, ...off });
	});
});

describe('the rate limiter', () => {
	it('is asked for each scope and actor, and says when to come again', async () => {
		const keys: string[] = [];
		const { ask } = mount({
			authorize: (request) => ({ allow: true, scope: 'a', actor: request.headers.get('x-actor') ?? 'me' }),
			rateLimit: {
				take: (key) => {
					keys.push(key);
					return keys.filter((other) => other === key).length > 1 ? 2_500 : null;
				},
			},
		});
		expect((await ask('/')).status).toBe(200);
		const second = await ask('/');
		expect([second.status, second.headers.get('retry-after')]).toEqual([429, '3']);
		expect((await problemOf(second)).code).toBe('rate_limited');
		expect((await ask('/', { headers: { 'X-Actor': 'you' } })).status).toBe(200);
	});
});
