import { Auth, type AuthConfig, customFetch } from '@auth/core';
import type { Adapter, AdapterAccount, AdapterUser } from '@auth/core/adapters';
import { events } from './recipes/authJs';

/** One person in one of the vendors' worlds. */
export interface Person {
	email: string;
	/** Signs up, or in: throws where that failed. Answers the host's id of the user. */
	signIn(): Promise<string>;
}

/** Auth.js on tables in memory, with links by mail and one provider. */
export function openAuthJs() {
	const users = new Map<string, AdapterUser>();
	const accounts: AdapterAccount[] = [];
	const sessions = new Map<string, { sessionToken: string; userId: string; expires: Date }>();
	const tokens: { identifier: string; token: string; expires: Date }[] = [];
	const mails: string[] = [];
	const find = (test: (user: AdapterUser) => boolean) => [...users.values()].find(test) ?? null;
	const adapter: Adapter = {
		createUser: async (user) => {
			const stored = { ...user, id: `authjs_${user.email}` };
			users.set(stored.id, stored);
			return stored;
		},
		getUser: async (id) => users.get(id) ?? null,
		getUserByEmail: async (email) => find((user) => user.email === email),
		getUserByAccount: async ({ providerAccountId }) => {
			const account = accounts.find((each) => each.providerAccountId === providerAccountId);
			return account ? (users.get(account.userId) ?? null) : null;
		},
		updateUser: async (user) => {
			const stored = { ...users.get(user.id)!, ...user };
			users.set(user.id, stored);
			return stored;
		},
		linkAccount: async (account) => void accounts.push(account),
		createSession: async (session) => {
			sessions.set(session.sessionToken, session);
			return session;
		},
		getSessionAndUser: async () => null,
		deleteSession: async () => {},
		createVerificationToken: async (token) => {
			tokens.push(token);
			return token;
		},
		useVerificationToken: async ({ token }) => tokens.find((each) => each.token === token) ?? null,
	};
	let profile: Record<string, unknown> = {};
	const config: AuthConfig = {
		adapter,
		...(events && { events }),
		secret: 'a secret of a test',
		trustHost: true,
		basePath: '/auth',
		logger: { error: () => {}, warn: () => {} },
		providers: [
			{
				id: 'email',
				type: 'email',
				name: 'Email',
				from: 'host@example.com',
				maxAge: 600,
				sendVerificationRequest: async ({ url }) => void mails.push(url),
			},
			{
				id: 'acme',
				type: 'oauth',
				name: 'Acme',
				clientId: 'host',
				clientSecret: 'secret',
				checks: ['none'],
				authorization: 'https://acme.example/authorize',
				token: 'https://acme.example/token',
				userinfo: 'https://acme.example/me',
				profile: ({ sub, email, name }) => ({ id: sub, email, name }),
				[customFetch]: async (target: unknown) =>
					Response.json(
						String(target instanceof Request ? target.url : target).includes('/token')
							? { access_token: 'a', token_type: 'bearer' }
							: profile,
					),
			},
		],
	};
	const ask = (path: string, init?: RequestInit) => Auth(new Request(new URL(path, 'https://host.example'), init), config);
	const begin = async (path: string, fields: Record<string, string>) => {
		const csrf = await ask('/auth/csrf');
		const { csrfToken } = (await csrf.json()) as { csrfToken: string };
		const cookie = csrf.headers
			.getSetCookie()
			.map((each) => each.split(';')[0])
			.join('; ');
		await ask(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams({ csrfToken, ...fields }) });
	};
	const finish = async (path: string, email: string) => {
		const before = sessions.size;
		const response = await ask(path);
		if (response.status !== 302 || sessions.size !== before + 1) throw new Error(`Sign-in failed: ${response.headers.get('location')}`);
		return `authjs_${email}`;
	};
	return {
		byMail: (email: string): Person => ({
			email,
			async signIn() {
				await begin('/auth/signin/email', { email });
				return finish(mails.pop()!, email);
			},
		}),
		byProvider: (email: string, email_verified: boolean): Person => ({
			email,
			signIn() {
				profile = { sub: email, email, name: 'Asha Rao', email_verified };
				return finish('/auth/callback/acme?code=1', email);
			},
		}),
	};
}
