import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { type CustomerBackend, createCustomersHandler } from '../../src/server';
import { scope } from './customers';
import { adminSession, type Sessions, signedOut } from './session';
import type { Shop } from './shop';
import type { createSignUp } from './signUp';
import type { Users } from './users';
import { createVendorPage } from './vendorPage';

interface AppOptions {
	backend: CustomerBackend;
	/** Plays the vendor's page; `null` where a real vendor has its own. */
	shop: Pick<Shop, 'vendor'> | null;
	/** Where a real vendor tells of changes; it signs what it sends. */
	webhook: ((request: Request) => Promise<Response>) | null;
	users: Users;
	sessions: Sessions;
	signUp: ReturnType<typeof createSignUp>;
	/** The built pages. */
	pages: string;
	/** Names by which the demo may be called, without a port; `null` for any. */
	hosts: readonly string[] | null;
	/** Fires when the server is about to close. */
	closing: AbortSignal;
}

/** The host app: its pages, its own routes, and the kit's one route. */
export function createApp({ backend, shop, webhook, users, sessions, signUp, pages, hosts, closing }: AppOptions): Hono {
	const customers = createCustomersHandler({
		backend,
		basePath: '/api/customers',
		closing,
		async authorize(request) {
			const user = sessions.read(request)?.user;
			return user ? { allow: user.role === 'admin', scope, actor: user.id, me: await users.link.get(user.id) } : null;
		},
		async ensure(request) {
			const user = sessions.read(request)?.user;
			if (!user) return null;
			const { id, name, email } = user;
			await users.keep(user);
			return { user: { id, name, email }, link: users.link };
		},
		onError: (error, { requestId, code, status }) => {
			if (status >= 500) console.error(`${requestId} ${status} ${code}`, error);
		},
	});

	const app = new Hono();
	app.use(headers);
	app.use(knownHost(hosts));
	app.all('/api/customers', (context) => customers(context.req.raw));
	app.all('/api/customers/*', (context) => customers(context.req.raw));

	app.use('/api/*', sameOrigin, bodyLimit({ maxSize: 10_000, onError: () => problem(413, 'payload_too_large') }));
	app.get('/api/session', (context) => context.json(sessions.read(context.req.raw) ?? signedOut));
	app.post('/api/session', () => sessionAnswer(sessions, adminSession));
	app.delete('/api/session', () => sessionAnswer(sessions, signedOut));
	app.post('/api/signup', async (context) => {
		if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) return problem(415, 'unsupported_media_type');
		const form: unknown = await context.req.json().catch(() => undefined);
		if (typeof form !== 'object' || form === null) return problem(400, 'malformed_request');
		const result = await signUp.signUp(form);
		if (result.ok) return context.json({ user: result.user }, 201);
		return 'issues' in result ? problem(422, 'validation_failed', result.issues) : problem(409, 'email_exists');
	});
	app.all('/api/*', () => problem(404, 'not_found'));

	if (webhook) app.post('/webhooks/stripe', (context) => webhook(context.req.raw));
	if (shop) app.route('/vendor', createVendorPage(shop));
	app.use('/assets/*', async (context, next) => {
		await next();
		if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable');
	});
	app.use('/assets/*', serveStatic({ root: pages }));
	app.get('/favicon.svg', serveStatic({ root: pages }));
	app.get('*', async (context) => {
		const known = /^\/(signup|billing|admin(\/.*)?)?$/.test(context.req.path);
		// So that the demo opens on its customers: who comes for the first time is the administrator.
		if (known && !sessions.read(context.req.raw)) context.header('Set-Cookie', sessions.cookie(adminSession));
		context.header('Cache-Control', 'no-store');
		return context.html(await readFile(join(pages, 'index.html'), 'utf8'), known ? 200 : 404);
	});
	app.onError((error) => {
		console.error(error);
		return problem(500, 'internal_error');
	});
	return app;
}

const headers = secureHeaders({
	contentSecurityPolicy: {
		defaultSrc: ["'self'"],
		// The dialog locks the page's scrolling with a style element of its own.
		styleSrc: ["'self'", "'unsafe-inline'"],
		imgSrc: ["'self'", 'data:'],
		objectSrc: ["'none'"],
		baseUri: ["'none'"],
		formAction: ["'self'"],
		frameAncestors: ["'none'"],
	},
	referrerPolicy: 'same-origin',
	xFrameOptions: 'DENY',
	// The demo speaks plain HTTP on one machine.
	strictTransportSecurity: false,
});

/** Refuses other names for this machine: a website could point its own name here and read the answers. */
function knownHost(hosts: readonly string[] | null): MiddlewareHandler {
	return async (context, next) => {
		if (hosts && !hosts.includes(new URL(context.req.url).hostname)) return problem(403, 'forbidden');
		await next();
	};
}

/** The kit's handler has this rule built in; the host's own routes need it too. */
const sameOrigin: MiddlewareHandler = async (context, next) => {
	const { origin, host, 'sec-fetch-site': site } = context.req.header();
	// Without https browsers do not say which site calls.
	const foreign = site ? site !== 'same-origin' && site !== 'none' : origin && !origin.endsWith(`//${host}`);
	if (foreign) return problem(403, 'cross_origin');
	await next();
};

function sessionAnswer(sessions: Sessions, session: typeof signedOut): Response {
	return Response.json(session, { headers: { 'Set-Cookie': sessions.cookie(session), 'Cache-Control': 'no-store' } });
}

function problem(status: number, code: string, issues?: unknown): Response {
	const body = { type: 'about:blank', title: code.replaceAll('_', ' '), status, code, ...(issues ? { issues } : {}) };
	return Response.json(body, { status, headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' } });
}
