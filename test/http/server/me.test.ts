import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { functionBackend, httpBackend } from '../../../src/client';
import type { AuditEvent, Capabilities, Customer, CustomersHandlerOptions, EnsureUser, Grant } from '../../../src/server';
import { callHandler } from '../../../src/server';
import { type Ask, mount, origin, refusal } from '../request';

const urls = { success_url: '/yes', cancel_url: '/no' };
const plan = { variant_id: 'pro', name: 'Pro', price: { amount: 900, currency: 'EUR', interval: 'month' } } as const;

/** A shop of two customers in one scope, and one in another. */
function shopBackend() {
	return memoryBackend({
		customers: {
			a: [
				{ id: 'cus_1', email: 'one@example.com', name: 'One' },
				{ id: 'cus_2', email: 'two@example.com', name: 'Two' },
			],
			b: [{ id: 'cus_3', email: 'three@example.com', name: 'Three' }],
		},
		billing: {
			plans: [plan],
			grants: { pro: ['write'] },
			subscriptions: Object.fromEntries(['cus_1', 'cus_2', 'cus_3'].map((id) => [id, [subscriptionOf(id)]])),
		},
	});
}

function subscriptionOf(id: string) {
	const dates = { started: null, trial_end: null, current_period_end: null };
	const items = [{ variant_id: 'pro', name: 'Pro', quantity: 1, price: null }];
	return { id: `sub_${id}`, status: 'active', ...dates, cancel_at_period_end: false, items };
}

function mountFor(grant: Partial<Grant>, options: Partial<CustomersHandlerOptions> = {}) {
	return mount({ backend: shopBackend(), authorize: () => ({ allow: true, scope: 'a', ...grant }), ...options });
}

/** A request of each route that has an id. */
const routes = (id: string, sub = 'sub_cus_1'): [string, Ask?][] => [
	[`/${id}`],
	[`/${id}`, { method: 'HEAD' }],
	[`/${id}`, { method: 'PATCH', json: { name: 'Mine' }, headers: { 'If-Match': '*' } }],
	[`/${id}/entitlements`, { json: { feature_ids: ['write'] } }],
	[`/${id}/checkout`, { json: { line_items: [{ variant_id: 'pro' }], ...urls } }],
	[`/${id}/billing-portal`, { json: { return_url: '/' } }],
	[`/${id}/subscriptions`],
	[`/${id}/subscriptions/${sub}/cancel`, { json: { timing: 'at_billing_period_end' } }],
	[`/${id}/subscriptions/${sub}/resume`, { method: 'POST' }],
];

/** What concerns no customer in particular. */
const aboutAll: [string, Ask?][] = [
	['/'],
	['/?limit=1'],
	['/search', { json: { query: 'Two' } }],
	['/', { json: { email: 'new@example.com' } }],
	['/export', { json: { request: {}, format: 'csv', mode: 'data' } }],
];

const statuses = (ask: ReturnType<typeof mount>['ask'], calls: readonly [string, Ask?][]) =>
	Promise.all(calls.map(async (call) => (await ask(...call)).status));

describe('me', () => {
	it('stands for the id that the grant names, in every route', async () => {
		const { ask } = mountFor({ me: 'cus_1' });
		expect(await statuses(ask, routes('me'))).toEqual(Array(9).fill(200));
		expect(await (await ask('/me')).json()).toMatchObject({ id: 'cus_1', name: 'Mine' });
		expect(await (await ask('/%6De')).json()).toMatchObject({ id: 'cus_1' });
		expect(await (await ask('/me/subscriptions')).json()).toMatchObject({ data: [{ id: 'sub_cus_1' }] });
	});

	it('is nobody where the grant names none', async () => {
		for (const me of [undefined, null] as const) {
			const { ask } = mountFor(me === undefined ? {} : { me });
			expect(await statuses(ask, routes('me'))).toEqual(Array(9).fill(404));
			expect((await ask('/cus_1')).status).toBe(200);
		}
	});

	it('is nobody where the grant names an id that the backend cannot have, or that is of another scope', async () => {
		for (const me of ['../cus_2', 'me', 'cus_1/../cus_2', 'cus_3']) {
			const { ask } = mountFor({ me, reach: 'own' });
			expect(await statuses(ask, routes('me'))).toEqual(Array(9).fill(404));
		}
	});

	it.each([[{ me: '' }], [{ me: 7 }], [{ me: {} }], [{ me: 'cus_1', reach: 'mine' }], [{ reach: null }]])(
		'is not guessed: %j is misconfigured',
		async (grant) => {
			const { ask } = mountFor(grant as never);
			expect(await refusal(await ask('/me'))).toBe('503 misconfigured');
			expect((await ask('/cus_1')).status).toBe(503);
		},
	);

	it('is told to authorize as it came, and to audits as who it is', async () => {
		const seen: unknown[] = [];
		const events: Partial<AuditEvent>[] = [];
		const { ask } = mountFor(
			{},
			{
				authorize: (_, call) => {
					seen.push(call);
					return { allow: true, scope: 'a', me: 'cus_1' };
				},
				onAudit: ({ action, id }) => events.push({ action, ...(id !== undefined && { id }) }),
			},
		);
		await ask('/me', { method: 'PATCH', json: { name: 'Mine' }, headers: { 'If-Match': '*' } });
		await ask('/me/subscriptions/sub_cus_1/resume', { method: 'POST' });
		expect(seen).toEqual([
			{ action: 'update', id: 'me' },
			{ action: 'resume', id: 'me' },
		]);
		expect(events).toEqual([
			{ action: 'update', id: 'cus_1' },
			{ action: 'resume', id: 'cus_1' },
		]);
	});

	it('shares no idempotency key with who was me before', async () => {
		let me = 'cus_1';
		const { ask } = mountFor({}, { authorize: () => ({ allow: true, scope: 'a', actor: 'shared', me }) });
		const rename = () => ask('/me', { method: 'PATCH', json: { name: 'Mine' }, headers: { 'If-Match': '*', 'Idempotency-Key': 'k' } });
		expect(await (await rename()).json()).toMatchObject({ id: 'cus_1' });
		me = 'cus_2';
		expect(await (await rename()).json()).toMatchObject({ id: 'cus_2' });
	});

	it('reads and writes through the client, over fetch and over a function', async () => {
		const { handler } = mountFor({ me: 'cus_1', reach: 'own' });
		for (const client of [
			httpBackend({ url: `${origin}/api/customers`, fetch: (target, init) => handler(new Request(target, init)) }),
			functionBackend((request) => callHandler(handler, request, { origin })),
		]) {
			const mine = await client.get('me');
			expect(mine.id).toBe('cus_1');
			expect(await client.update('me', { name: 'Renamed' }, { ifVersion: mine.version })).toMatchObject({ id: 'cus_1', name: 'Renamed' });
			expect(await client.checkEntitlements!('me', ['write'])).toEqual([{ feature_id: 'write', has_access: true }]);
			expect(await client.listSubscriptions!('me')).toHaveLength(1);
			expect(await client.resumeSubscription!('me', 'sub_cus_1')).toMatchObject({ id: 'sub_cus_1' });
		}
	});

	it('is read with its id hidden', async () => {
		const { handler } = mountFor({ me: 'cus_1', fields: { read: ['email'] } });
		const client = httpBackend({ url: `${origin}/api/customers`, fetch: (target, init) => handler(new Request(target, init)) });
		expect(await client.get('me')).toMatchObject({ id: 'me', email: 'one@example.com', name: null });
	});
});

describe('a reach of one’s own', () => {
	it('is one’s own customer, by me and by id', async () => {
		const { ask } = mountFor({ me: 'cus_1', reach: 'own' });
		expect(await statuses(ask, routes('cus_1'))).toEqual(Array(9).fill(200));
		expect(await statuses(ask, routes('me'))).toEqual(Array(9).fill(200));
	});

	it('finds nobody else, whoever is there, and reads no list', async () => {
		const { ask } = mountFor({ me: 'cus_1', reach: 'own' });
		for (const id of ['cus_2', 'cus_3', 'cus_9', 'CUS_1', 'cus_1%20', 'cus_1%00', '%2e%2e', 'Me', 'mE', 'me%20']) {
			for (const sub of ['sub_cus_1', 'sub_cus_2']) expect(await statuses(ask, routes(id, sub))).toEqual(Array(9).fill(404));
		}
		expect(await statuses(ask, aboutAll)).toEqual(Array(5).fill(403));
		// Another's subscription is not one's own for being asked for by one's own id.
		expect(await statuses(ask, routes('me', 'sub_cus_2').slice(-2))).toEqual([404, 404]);
	});

	it('gives no more by naming an action', async () => {
		const { ask } = mountFor({ me: 'cus_1', reach: 'own', actions: ['list', 'create', 'export', 'get'] });
		expect(await statuses(ask, aboutAll)).toEqual(Array(5).fill(403));
		expect(await statuses(ask, [['/me'], ['/me/subscriptions']])).toEqual([200, 403]);
	});

	it('reaches nobody without a customer', async () => {
		const { ask } = mountFor({ reach: 'own' });
		for (const id of ['me', 'cus_1', 'null', 'undefined']) expect(await statuses(ask, routes(id))).toEqual(Array(9).fill(404));
		expect((await ask('/capabilities')).status).toBe(200);
	});

	it('shows in the capabilities', async () => {
		const own = (await (await mountFor({ me: 'cus_1', reach: 'own' }).ask('/capabilities')).json()) as Capabilities;
		const all = (await (await mountFor({ me: 'cus_1' }).ask('/capabilities')).json()) as Capabilities;
		expect(own).toEqual({
			...all,
			write: { ...all.write, create: false, customId: false },
			search: false,
			filter: { email: false, country: false, created: false },
			export: false,
		});
		expect(all.search).not.toBe(false);
	});

	it('never lets one of two tenants see or change the other’s, whatever is asked', async () => {
		const backend = shopBackend();
		const people = [
			{ scope: 'a', me: 'cus_1' },
			{ scope: 'b', me: 'cus_3' },
		] as const;
		const asks = people.map((grant) => mount({ backend, authorize: () => ({ allow: true, reach: 'own', ...grant }) }).ask);
		let seed = 7;
		const pick = <T>(list: readonly T[]): T => {
			seed = (seed * 48271) % 2147483647;
			return list[seed % list.length]!;
		};
		const names = { cus_1: /One|one@|sub_cus_1|cus_1/, cus_2: /Two|two@|sub_cus_2|cus_2/, cus_3: /Three|three@|sub_cus_3|cus_3/ };
		const whole = async (id: string, scope: string) => [await backend.get(id, { scope }), await backend.listSubscriptions!(id, { scope })];
		const before = await whole('cus_2', 'a');
		const answered = { own: 0, refused: 0 };
		for (let round = 0; round < 600; round++) {
			const at = pick([0, 1]);
			const id = pick(['me', 'cus_1', 'cus_2', 'cus_3', 'cus_9']);
			const calls = [...routes(id, `sub_${pick(['cus_1', 'cus_2', 'cus_3'])}`), ...aboutAll];
			const [path, call] = pick(calls);
			const json = (call?.json as { name?: string } | undefined)?.name === undefined ? call?.json : { name: people[at]!.me };
			const response = await asks[at]!(path, { ...call, ...(json !== undefined && { json }) });
			const text = await response.text();
			for (const [other, secret] of Object.entries(names)) if (other !== people[at]!.me) expect(text).not.toMatch(secret);
			answered[response.ok ? 'own' : 'refused']++;
		}
		expect(Math.min(answered.own, answered.refused)).toBeGreaterThan(50);
		expect(await whole('cus_2', 'a')).toEqual(before);
		for (const { me, scope } of people) expect(await whole(me, scope)).toMatchObject([{ id: me }, [{ id: `sub_${me}` }]]);
	});
});

describe('POST /me', () => {
	/** Users and whose customers they have, as a host keeps them. */
	function host(
		user: Partial<EnsureUser['user']> = {},
		links: Record<string, string> = {},
		options: Partial<CustomersHandlerOptions> = {},
	) {
		const backend = shopBackend();
		const events: AuditEvent[] = [];
		const who: EnsureUser = {
			user: { id: 'u1', email: 'new@example.com', ...user },
			link: {
				get: async (userId) => links[userId] ?? null,
				set: async (userId, customerId) => {
					links[userId] = customerId;
				},
				owner: async (customerId) => Object.keys(links).find((userId) => links[userId] === customerId) ?? null,
			},
		};
		const mounted = mount({
			backend,
			authorize: () => ({ allow: true, scope: 'a', me: links[who.user.id] ?? null, reach: 'own' }),
			ensure: () => who,
			onAudit: (event) => events.push(event),
			...options,
		});
		return { ...mounted, backend, links, events, who };
	}
	const post: Ask = { method: 'POST' };

	it('makes a customer, then finds it, and me is who it made', async () => {
		const { ask, links, events } = host({ name: 'New', phone: '12' });
		const response = await ask('/me', post);
		const { customer, ...rest } = (await response.json()) as { customer: Customer };
		expect([response.status, rest]).toEqual([201, { outcome: 'created', issues: [{ path: 'phone', code: 'phone_not_international' }] }]);
		expect(response.headers.get('etag')).toMatch(/^".+"$/);
		expect(links).toEqual({ u1: customer.id });
		expect(await (await ask('/me')).json()).toEqual(customer);
		const again = await ask('/me', post);
		expect([again.status, await again.json()]).toEqual([200, { customer, outcome: 'linked' }]);
		expect(events).toMatchObject([
			{ action: 'ensure', id: customer.id, outcome: 'created', fields: [] },
			{ action: 'ensure', id: customer.id, outcome: 'linked', fields: [] },
		]);
	});

	it('is answered in time where the link hangs, which stands in nobody’s way later', async () => {
		const { ask, who, links } = host({}, {}, { deadlineMs: 50 });
		const { get } = who.link;
		who.link.get = () => new Promise(() => {});
		expect(await refusal(await ask('/me', post))).toBe('504 upstream_timeout');
		who.link.get = get;
		expect((await ask('/me', post)).status).toBe(201);
		expect(Object.keys(links)).toEqual(['u1']);
	});

	it('finds the customer that has the email', async () => {
		const { ask, links } = host({ email: 'TWO@example.com' });
		const response = await ask('/me', post);
		expect([response.status, await response.json()]).toMatchObject([200, { customer: { id: 'cus_2' }, outcome: 'existing' }]);
		expect(links).toEqual({ u1: 'cus_2' });
	});

	it('lets the customer follow its user’s email, unless the host says otherwise, and tells what it could not', async () => {
		const { ask, backend, who, links } = host({}, { u1: 'cus_1' });
		who.user.email = 'moved@example.com';
		who.follow = false;
		expect(await (await ask('/me', post)).json()).toMatchObject({ customer: { email: 'one@example.com' }, outcome: 'linked' });
		delete who.follow;
		expect(await (await ask('/me', post)).json()).toMatchObject({
			customer: { id: 'cus_1', email: 'moved@example.com' },
			outcome: 'linked',
		});
		who.user.email = 'two@example.com';
		expect(await (await ask('/me', post)).json()).toMatchObject({
			customer: { id: 'cus_1', email: 'moved@example.com' },
			issues: [{ path: 'email', code: 'email_exists' }],
		});
		expect([links, (await backend.get('cus_2', { scope: 'a' })).email]).toEqual([{ u1: 'cus_1' }, 'two@example.com']);
	});

	it('never gives away a customer of another user, by email or by link', async () => {
		const byEmail = host({ email: 'two@example.com' }, { u2: 'cus_2' });
		expect(await refusal(await byEmail.ask('/me', post))).toBe('409 email_exists');
		expect(byEmail.links).toEqual({ u2: 'cus_2' });
		expect(await statuses(byEmail.ask, routes('me'))).toEqual(Array(9).fill(404));
		const stolen: EnsureUser['link'] = { get: () => 'cus_2', set: () => {}, owner: () => 'u2' };
		const byLink = mountFor({}, { ensure: () => ({ user: { id: 'u1', email: 'one@example.com' }, link: stolen }) });
		expect(await refusal(await byLink.ask('/me', post))).toBe('409 email_exists');
	});

	it('takes no word of the caller’s for who they are', async () => {
		const { ask, links } = host();
		const claim = { id: 'u2', email: 'two@example.com', user: { id: 'u2', email: 'two@example.com' }, scope: 'b' };
		const responses = [
			await ask('/me', { json: claim }),
			await ask('/me', { method: 'POST', body: 'not json', headers: { 'Content-Type': 'text/plain' } }),
			await ask('/me', { method: 'POST', headers: { 'Content-Type': '' } }),
		];
		expect(responses.map(({ status }) => status)).toEqual([201, 200, 200]);
		expect(Object.keys(links)).toEqual(['u1']);
		expect((await ask('/me?id=cus_2', post)).status).toBe(400);
	});

	it('is refused where it is not offered, not allowed, or asked for from elsewhere', async () => {
		expect(await refusal(await mountFor({}).ask('/me', post))).toBe('501 not_supported =not_supported');
		for (const nobody of [null, undefined])
			expect(await refusal(await mountFor({}, { ensure: () => nobody }).ask('/me', post))).toBe('403 forbidden');
		expect(await refusal(await mountFor({ actions: ['get'] }, { ensure: () => null }).ask('/me', post))).toBe('403 forbidden');
		expect((await host().ask('/me', { ...post, headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
		expect((await host().ask('/cus_1', post)).status).toBe(405);
	});

	it('tells nothing of what ensure or the link throw', async () => {
		const secret = new Error('SECRET');
		const link = { get: () => null, set: () => {} };
		const fail = () => Promise.reject(secret);
		const user = { id: 'u', email: 'u@example.com' };
		for (const ensure of [fail, () => ({ user, link: { ...link, get: fail } }), () => ({ user, link: { ...link, set: fail } })]) {
			const { ask, errors } = mountFor({}, { ensure });
			const response = await ask('/me', post);
			expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('SECRET')]);
			expect(errors).toEqual([secret]);
		}
		const noUser = [{}, { link }, { user: {}, link }, { user: { ...user, id: 7 }, link }, { user: { ...user, id: '' }, link }, 'u1'];
		const noLink = [{ user }, { user, link: {} }, { user, link: { get: link.get } }, { user, link: { set: link.set } }];
		for (const wrong of [...noUser, ...noLink]) {
			expect(await refusal(await mountFor({}, { ensure: () => wrong as never }).ask('/me', post))).toBe('503 misconfigured');
		}
		const { ask } = mountFor({}, { ensure: () => ({ user: { id: 'u', email: 'none' }, link }) });
		expect(await refusal(await ask('/me', post))).toBe('422 validation_failed /email=invalid_email');
	});

	it('answers ensureMe of the client, over fetch and over a function', async () => {
		const { handler, links } = host({ phone: '12' });
		const client = httpBackend({ url: `${origin}/api/customers`, fetch: (target, init) => handler(new Request(target, init)) });
		const { customer, outcome, issues } = await client.ensureMe!();
		expect([outcome, issues, customer.id]).toEqual(['created', [{ path: 'phone', code: 'phone_not_international' }], links.u1]);
		expect(await client.get('me')).toEqual(customer);
		const called = functionBackend((request) => callHandler(handler, request, { origin }));
		expect(await called.ensureMe!()).toEqual({ customer, outcome: 'linked' });
	});

	it('leaves out what the backend does not keep, and says so', async () => {
		const backend = memoryBackend({ capabilities: { keeps: ['name'] } });
		const user = { id: 'u', email: 'u@example.com', name: 'U', phone: '+12025550123' };
		const { ask } = mount({ backend, ensure: () => ({ user, link: { get: () => null, set: () => {} } }) });
		expect(await (await ask('/me', post)).json()).toMatchObject({
			customer: { name: 'U', phone: null },
			issues: [{ path: 'phone', code: 'unknown_field', params: { field: 'phone' } }],
		});
	});
});
