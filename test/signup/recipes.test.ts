import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../src/testing';
import { openAuthJs, type Person } from './authJsHost';
import { auth } from './recipes/betterAuth';
import { clerkWebhook } from './recipes/clerk';
import { backend, db, sentLinks, tables, world } from './recipes/host';
import { signUp } from './recipes/plain';
import { accessTokenHook } from './recipes/supabase';
import { clerkRequest, clerkUser, secret, supabaseClaims, supabaseRequest } from './signedRequests';

// Read where `auth` is made.
vi.hoisted(() => {
	process.env.BETTER_AUTH_URL = 'https://host.example';
});

const call = { scope: 'my-company' };

beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
	vi.stubEnv('CLERK_WEBHOOK_SIGNING_SECRET', `whsec_${secret}`);
	vi.stubEnv('SUPABASE_HOOK_SECRET', `v1,whsec_${secret}`);
	world.fault = undefined;
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllEnvs();
});

const customersOf = async (email: string) => {
	world.fault = undefined;
	return (await backend.list({ email }, call)).data;
};

/** Two seconds that are over at once: what the recipe asked for is told. */
function hurry(): number[] {
	const asked: number[] = [];
	vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
		asked.push(ms);
		const controller = new AbortController();
		setTimeout(() => controller.abort(), 5);
		return controller.signal;
	});
	return asked;
}

const authJs = openAuthJs();
const password = 'correct horse battery';

/** Signs up and verifies, then signs in. */
function betterAuthPerson(email: string): Person {
	return {
		email,
		async signIn() {
			const known = (tables.user ?? []).find((user) => user.email === email);
			if (known) return (await auth.api.signInEmail({ body: { email, password } })).user.id;
			const { user } = await auth.api.signUpEmail({ body: { email, password, name: 'Asha Rao' } });
			const token = new URL(sentLinks.pop()!).searchParams.get('token')!;
			await auth.api.verifyEmail({ query: { token } });
			return user.id;
		},
	};
}

function clerkPerson(email: string): Person {
	return {
		email,
		async signIn() {
			const { status } = await clerkWebhook(clerkRequest(clerkUser(`clerk_${email}`, email)));
			expect([204, 503]).toContain(status);
			return `clerk_${email}`;
		},
	};
}

function supabasePerson(email: string): Person {
	return {
		email,
		async signIn() {
			const claims = supabaseClaims(`supabase_${email}`, email);
			const response = await accessTokenHook(supabaseRequest({ user_id: `supabase_${email}`, authentication_method: 'password', claims }));
			expect([response.status, await response.json()]).toEqual([200, { claims }]);
			return `supabase_${email}`;
		},
	};
}

function plainPerson(email: string): Person {
	return {
		email,
		async signIn() {
			const response = await signUp({ id: `plain_${email}`, email });
			expect(response.status).toBe(201);
			return `plain_${email}`;
		},
	};
}

const recipes: [string, (email: string) => Person][] = [
	['plain', plainPerson],
	['Better Auth', betterAuthPerson],
	['Auth.js, links by mail', authJs.byMail],
	['Auth.js, a provider', (email) => authJs.byProvider(email, true)],
	['Clerk', clerkPerson],
	['Supabase', supabasePerson],
];

describe.each(recipes)('the recipe for %s', (name, person) => {
	const emailFor = (what: string) => `${what}.${name.replace(/\W/g, '')}@example.com`.toLowerCase();

	it('gives whoever signs up one customer, and the same at the next sign-in', async () => {
		const { email, signIn } = person(emailFor('new'));
		const id = await signIn();
		expect(await signIn()).toBe(id);
		const [customer, ...others] = await customersOf(email);
		expect([others, db.customers.get(id)]).toEqual([[], customer?.id]);
	});

	it.each<[string, Fault]>([
		['fails', { error: 'upstream_unavailable' }],
		['throws what is no error of ours', { error: new TypeError('fetch failed') }],
		['does it, but its answer is lost', { error: 'upstream_timeout', after: true }],
		['is not set up', { error: 'misconfigured' }],
	])('fails no sign-up where the backend %s, and makes up for it later', async (what, fault) => {
		const { email, signIn } = person(emailFor(what.replace(/\W/g, '')));
		world.fault = fault;
		world.calls = 0;
		const id = await signIn();
		expect([db.customers.has(id), world.calls > 0]).toEqual([false, true]);
		expect(JSON.stringify(vi.mocked(console.error).mock.calls)).not.toContain(`"${email}"`);
		world.fault = undefined;
		expect(await signIn()).toBe(id);
		const [customer, ...others] = await customersOf(email);
		expect([others, db.customers.get(id)]).toEqual([[], customer?.id]);
	});

	it('holds up no sign-up for longer than two seconds, and makes up for it later', async () => {
		const { email, signIn } = person(emailFor('slow'));
		const asked = hurry();
		world.fault = { hang: true };
		const id = await signIn();
		expect([db.customers.has(id), [...new Set(asked)]]).toEqual([false, [2000]]);
		world.fault = undefined;
		vi.restoreAllMocks();
		await signIn();
		const [customer, ...others] = await customersOf(email);
		expect([others, db.customers.get(id)]).toEqual([[], customer?.id]);
	});
});

describe('whoever has not proved to own an email', () => {
	it('gets no customer, whose could be anybody’s', async () => {
		const { customer } = await backend.create({ email: 'owner@example.com' }, call);
		await auth.api.signUpEmail({ body: { email: 'owner@example.com', password, name: 'Thief' } });
		await authJs.byProvider('owner@example.com', false).signIn();
		expect((await clerkWebhook(clerkRequest(clerkUser('thief', 'owner@example.com', 'unverified')))).status).toBe(204);
		expect([...db.customers.values()]).not.toContain(customer.id);
	});
});

describe('Better Auth', () => {
	it('gives a customer whose email a provider has verified, and it follows when the email is changed', async () => {
		const { internalAdapter } = await auth.$context;
		const user = await internalAdapter.createUser(
			{ email: 'google@example.com', emailVerified: true, name: 'Asha Rao' },
			{ method: 'admin' },
		);
		const [customer] = await customersOf('google@example.com');
		expect([customer?.name, db.customers.get(user.id)]).toEqual(['Asha Rao', customer?.id]);
		await internalAdapter.updateUser(user.id, { email: 'changed@example.com' });
		expect((await customersOf('changed@example.com')).map(({ id }) => id)).toEqual([customer?.id]);
	});
});

describe('the webhooks', () => {
	it('hear nobody who cannot sign', async () => {
		const forged = clerkRequest(clerkUser('forged', 'forged@example.com'), 'user.created', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
		const unsigned = new Request('https://host.example/', { method: 'POST', body: '{}' });
		const claims = supabaseClaims('forged', 'forged@example.com');
		const token = { user_id: 'forged', authentication_method: 'password', claims };
		expect([(await clerkWebhook(forged)).status, (await clerkWebhook(unsigned.clone())).status]).toEqual([400, 400]);
		const wrong = supabaseRequest(token, 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
		expect([(await accessTokenHook(wrong)).status, (await accessTokenHook(unsigned)).status]).toEqual([401, 401]);
		expect(await customersOf('forged@example.com')).toEqual([]);
	});

	it('let Clerk call again where it failed, and take nothing from other events', async () => {
		const user = clerkUser('again', 'again@example.com');
		world.fault = { error: 'upstream_unavailable' };
		expect((await clerkWebhook(clerkRequest(user))).status).toBe(503);
		world.fault = undefined;
		expect((await clerkWebhook(clerkRequest({ id: 'again' }, 'user.deleted'))).status).toBe(204);
		expect(await customersOf('again@example.com')).toEqual([]);
		expect((await clerkWebhook(clerkRequest(user))).status).toBe(204);
		const moved = clerkUser('again', 'moved@example.com');
		expect((await clerkWebhook(clerkRequest(moved, 'user.updated'))).status).toBe(204);
		expect([(await customersOf('moved@example.com')).map(({ id }) => id), await customersOf('again@example.com')]).toEqual([
			[db.customers.get('again')],
			[],
		]);
	});

	it('ask nothing of Supabase’s refreshed tokens and anonymous users', async () => {
		for (const [how, more] of [
			['token_refresh', {}],
			['anonymous', { email: '', is_anonymous: true }],
		] as const) {
			world.calls = 0;
			const claims = supabaseClaims('quiet', 'quiet@example.com', more);
			const response = await accessTokenHook(supabaseRequest({ user_id: 'quiet', authentication_method: how, claims }));
			expect([await response.json(), world.calls]).toEqual([{ claims }, 0]);
		}
	});
});

describe('docs/sign-up.md', () => {
	const root = join(import.meta.dirname, '../..');
	it.each(['giveCustomer', 'plain', 'betterAuth', 'authJs', 'clerk', 'supabase'])('shows %s as it is tried here', (file) => {
		const code = readFileSync(join(import.meta.dirname, `recipes/${file}.ts`), 'utf8')
			.replaceAll('../../../src/server', 'proyecta-customers/server')
			.replaceAll('\t', '  ');
		expect(readFileSync(join(root, 'docs/sign-up.md'), 'utf8')).toContain(`\`\`\`ts\n${code}\`\`\`\n`);
	});
});
