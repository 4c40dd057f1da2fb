import type { CustomerBackend } from '../../contract/backend';
import { defaultIdPattern } from '../../domain/customer';
import { randomHex } from '../../domain/randomHex';
import type { Problem } from '../protocol/problem';
import { askStore } from './askStore';
import { handleCancel, handleCheckout, handleEntitlements, handlePortal, handleResume, handleSubscriptions } from './billingRoutes';
import type { Call, RouteResponse } from './call';
import { handleChanges } from './changesRoute';
import { handleCapabilities, handleCreate, handleGet, handleList, handleUpdate } from './customerRoutes';
import type { Deadline } from './deadline';
import { startDeadline } from './deadline';
import { handleEnsure } from './ensureRoute';
import { handleExport } from './exportRoute';
import type { Access, Grant } from './grant';
import { checkGrant, requireAction } from './grant';
import { requireNoQuery } from './listRequest';
import { logProblem } from './logProblem';
import { handleOpenApi, openApiRoute } from './openApiRoute';
import { corsHeaders, listedOrigin, ownOrigin, preflightHeaders, requireSameOrigin } from './origin';
import { ProblemError, retryAfterOf, titleOf, toProblemError } from './problemError';
import type { RequestContext } from './requestContext';
import type { Action } from './route';
import { isBelow, matchRoute } from './route';
import type { CustomersHandlerOptions, Settings } from './settings';
import { settingsOf } from './settings';

const routes = {
	list: handleList,
	get: handleGet,
	create: handleCreate,
	update: handleUpdate,
	export: handleExport,
	entitlements: handleEntitlements,
	checkout: handleCheckout,
	portal: handlePortal,
	subscriptions: handleSubscriptions,
	cancel: handleCancel,
	resume: handleResume,
	ensure: handleEnsure,
	capabilities: handleCapabilities,
	changes: handleChanges,
} as const satisfies Record<Action, (call: Call) => Promise<RouteResponse>>;

/** What is known of a request so far; errors are reported with it. */
type Known = Omit<RequestContext, 'status' | 'code'>;

/**
 * The server's side of the protocol, as a plain function from Request to Response: mount it for every method below
 * `basePath`. It never throws, and no text of a backend, a stack or a secret leaves it.
 *
 * @returns the handler, which always resolves
 * @throws `TypeError` when an option is missing or makes no sense; in particular there is no default for `authorize`
 * @example
 * const handler = createCustomersHandler({
 * 	backend: postgresBackend({ query: pool.query.bind(pool) }),
 * 	authorize: async (request) => {
 * 		const user = await currentUser(request);
 * 		return user && { allow: user.isAdmin, scope: user.organisationId, actor: user.id };
 * 	},
 * });
 */
export function createCustomersHandler(options: CustomersHandlerOptions): (request: Request) => Promise<Response> {
	const settings = settingsOf(options);
	return async (request) => {
		const known: Known = {
			requestId: randomHex(16),
			method: '',
			action: undefined,
			id: undefined,
			scope: undefined,
			actor: undefined,
		};
		const headers: Record<string, string> = {
			'Cache-Control': 'no-store',
			'X-Content-Type-Options': 'nosniff',
			Vary: 'Origin, Sec-Fetch-Site, Cookie',
			'X-Request-Id': known.requestId,
		};
		const failed = (error: unknown) => report(settings, known, error, toProblemError(error));
		try {
			requireRequest(request);
			known.method = request.method;
			Object.assign(headers, corsHeaders(listedOrigin(request, settings.origins)));
			return successResponse(request, headers, await handle(request, settings, known, failed));
		} catch (error) {
			const problem = toProblemError(error);
			report(settings, known, error, problem);
			return problemResponse(known, headers, problem);
		}
	};
}

/** @throws `misconfigured` for what other servers call a request */
function requireRequest(request: Request): void {
	if (URL.canParse(request?.url) && typeof request.headers?.get === 'function') return;
	throw new ProblemError('misconfigured', {
		message:
			'The handler was called with something else than a Request. Where the server has its own, as Express and plain Node do, let getRequestListener(handler) of @hono/node-server make one.',
	});
}

/** From the origin to the backend: every gate in its order. */
async function handle(request: Request, settings: Settings, known: Known, failed: (error: unknown) => void): Promise<RouteResponse> {
	const url = new URL(request.url);
	const own = ownOrigin(request, settings.trustProxy);
	const listed = listedOrigin(request, settings.origins);
	requireSameOrigin(request, own, listed);
	const isOpenApi = settings.openapi && url.pathname === `${settings.basePath}${openApiRoute.pattern}`;
	const route = isOpenApi ? openApiRoute : matchRoute(url.pathname, settings.basePath);
	if (route === null) throw new ProblemError('not_found', { message: nowhere(url.pathname, settings.basePath) });
	const methods = Object.keys(route.methods);
	if (request.method === 'OPTIONS' && listed !== null) return { status: 204, headers: preflightHeaders(methods), body: null };
	const action = Object.hasOwn(route.methods, request.method) ? route.methods[request.method] : undefined;
	if (action === undefined) throw new ProblemError('method_not_allowed', { headers: { Allow: methods.join(', ') } });
	if (action === 'ensure') route.id = undefined;
	Object.assign(known, { action, id: route.id });

	const deadline = startDeadline(settings.deadlineMs, request.signal);
	let streaming = false;
	try {
		const grant = await deadline.run(() => authorize(request, settings, action, route.id));
		const access = checkGrant(grant);
		Object.assign(known, { scope: access.scope, actor: access.actor });
		requireAction(action, access);
		if (route.id !== undefined) known.id = route.id = access.reached(route.id);
		await requireRate(settings, access, deadline);
		if (route.pattern !== '/' || action !== 'list') requireNoQuery(url);
		const backend = await deadline.run(() => backendOf(settings, grant as Grant));
		if (route.id !== undefined) requireId(route.id, backend);
		const audit: Call['audit'] = (event) =>
			quietly(() =>
				settings.onAudit({ requestId: known.requestId, at: new Date().toISOString(), scope: access.scope, actor: access.actor, ...event }),
			);
		const response = await (isOpenApi ? handleOpenApi : routes[action])({
			request,
			url,
			route,
			grant: grant as Grant,
			access,
			backend,
			deadline,
			settings,
			own,
			audit,
			failed,
			authorizeAnew: async () => checkGrant(await authorize(request, settings, action, route.id)),
		});
		streaming = response.body instanceof ReadableStream;
		return response;
	} finally {
		if (!streaming) deadline.stop();
	}
}

/** Why nothing lives at a path, without the path: it may say whom it is about. */
function nowhere(pathname: string, basePath: string): string {
	if (isBelow(pathname, basePath)) return `No route of the handler matches the path below ${basePath || '/'}.`;
	return `The path is not at or below ${basePath}, the handler's basePath. Hand the whole path on: a router that is mounted at a path, as by Express's app.use(path, ...), may have cut it off.`;
}

async function authorize(request: Request, settings: Settings, action: Action, id: string | undefined): Promise<Grant | null | undefined> {
	try {
		return await settings.authorize(request, { action, ...(id !== undefined && { id }) });
	} catch (cause) {
		// Whatever it is, also a CustomerError: only what authorize returns speaks, never its failure.
		throw new ProblemError('internal_error', { cause, message: 'authorize() threw.' });
	}
}

/** @throws `rate_limited`, `misconfigured` */
async function requireRate({ rateLimit }: Settings, { scope, actor }: Access, deadline: Deadline): Promise<void> {
	const wait = await deadline.run(() => askStore('rateLimit.take()', () => rateLimit.take(JSON.stringify([scope, actor ?? null]))));
	if (wait === null) return;
	if (typeof wait === 'number' && wait >= 0)
		throw new ProblemError('rate_limited', { retryAfterMs: wait, message: 'The rate limiter let no more requests pass.' });
	throw new ProblemError('misconfigured', { message: 'rateLimit.take() returned neither null nor how many milliseconds to wait.' });
}

/** @throws `misconfigured` */
async function backendOf({ backend }: Settings, grant: Grant): Promise<CustomerBackend> {
	const chosen = typeof backend === 'function' ? await backend(grant) : backend;
	if (typeof chosen === 'object' && chosen !== null) return chosen;
	throw new ProblemError('misconfigured', { message: 'The function in `backend` returned no backend for this grant.' });
}

function requireId(id: string, backend: CustomerBackend): void {
	// search(), unlike test(), does not remember where a /g pattern stopped.
	if (id.search(backend.idPattern ?? defaultIdPattern) !== 0) {
		throw new ProblemError('not_found', { message: 'The id does not match the backend’s idPattern, so that no customer can have it.' });
	}
}

function successResponse(request: Request, standard: Record<string, string>, { status, headers, body }: RouteResponse): Response {
	if (body === null) return new Response(null, { status, headers: { ...standard, ...headers } });
	const content = body instanceof ReadableStream ? body : JSON.stringify(body);
	return new Response(request.method === 'HEAD' ? null : content, {
		status,
		headers: { ...standard, 'Content-Type': 'application/json', ...headers },
	});
}

function problemResponse({ method, requestId }: Known, standard: Record<string, string>, error: ProblemError): Response {
	const { code, errors } = error;
	const status = error.status ?? 500;
	const problem: Problem = {
		type: `urn:proyecta-customers:${code}`,
		title: titleOf(code),
		status,
		code,
		requestId,
		...(errors.length > 0 && { errors: [...errors] }),
	};
	const retryAfter = retryAfterOf(error);
	return new Response(method === 'HEAD' ? null : JSON.stringify(problem), {
		status,
		headers: {
			...standard,
			...error.headers,
			'Content-Type': 'application/problem+json',
			...(retryAfter !== null && { 'Retry-After': retryAfter }),
		},
	});
}

/** Tells the host of a failed request: the error that it or its backend threw, where there is one behind ours. */
function report({ onError }: Settings, known: Known, error: unknown, problem: ProblemError): void {
	const { code, status = 500 } = problem;
	const context = { ...known, status, code };
	const thrown = code === 'internal_error' && problem.cause !== undefined ? problem.cause : error;
	quietly(() => (onError ? onError(thrown, context) : logProblem(problem, context)));
}

/** A host's own callback must not change a response, not even by failing later. */
function quietly(callback: () => unknown): void {
	void new Promise((resolve) => resolve(callback())).catch(() => {});
}
