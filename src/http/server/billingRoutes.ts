import type { CallOptions, WriteOptions } from '../../contract/backend';
import { type CancelTiming, type CheckoutInput, cancelTimings } from '../../contract/billing';
import { decodeCheckout, decodeEntitlements, decodePortal, decodeSubscription, decodeSubscriptions } from '../protocol/decodeBilling';
import { BodyChecks } from './bodyChecks';
import type { Call, RouteResponse } from './call';
import { callBackend, capabilitiesOf, ok, readBody } from './call';
import { ProblemError, validationFailed } from './problemError';
import { unsupported } from './requireSupported';
import { returnUrl } from './returnUrl';
import { withIdempotency } from './withIdempotency';

/** The backend's method, only where it is there and offered. */
function offered<T>(isOffered: unknown, method: T | undefined, at = ''): T {
	if (!isOffered || method === undefined) throw unsupported([at]);
	return method;
}

function withKey<T extends object>(options: T, idempotencyKey: string | undefined): T & WriteOptions {
	return { ...options, ...(idempotencyKey !== undefined && { idempotencyKey }) };
}

/** `POST /:id/entitlements` */
export async function handleEntitlements(call: Call): Promise<RouteResponse> {
	const { backend, route } = call;
	const check = offered((await capabilitiesOf(call)).entitlements, backend.checkEntitlements).bind(backend);
	const checks = new BodyChecks();
	const body = checks.object(await readBody(call), ['feature_ids']);
	const ids = body && checks.array(body.feature_ids, 1, 50, ['feature_ids'])?.map((id, at) => checks.name(id, ['feature_ids', at]) ?? '');
	if (ids === undefined || checks.errors.length > 0) throw validationFailed(checks.errors);
	const features = [...new Set(ids)];
	const data = await callBackend(
		call,
		(value) => decodeEntitlements(value, features),
		(options) => check(route.id ?? '', features, options),
	);
	return ok({ data });
}

/** The checkout of a body. @throws `validation_failed` at every wrong value */
function checkoutInput(body: unknown, call: Call): CheckoutInput {
	const checks = new BodyChecks();
	const from = checks.object(body, ['line_items', 'success_url', 'cancel_url']) ?? {};
	const items = checks.array(from.line_items, 1, 20, ['line_items'])?.map((entry, index) => {
		const at = ['line_items', index];
		const item = checks.object(entry, ['variant_id', 'quantity'], at) ?? {};
		const variant_id = checks.name(item.variant_id, [...at, 'variant_id']) ?? '';
		if (item.quantity === undefined) return { variant_id };
		return { variant_id, quantity: checks.integer(item.quantity, 1, 10_000, [...at, 'quantity']) ?? 0 };
	});
	const success_url = backTo(from.success_url, 'success_url', checks, call);
	const cancel_url = backTo(from.cancel_url, 'cancel_url', checks, call);
	if (checks.errors.length > 0) throw validationFailed(checks.errors);
	return { line_items: items ?? [], success_url, cancel_url };
}

function backTo(value: unknown, key: string, checks: BodyChecks, { own, settings }: Call): string {
	if (typeof value !== 'string') return checks.add([key], value === undefined ? 'required' : 'invalid_type') ?? '';
	return returnUrl(value, own, settings.returnOrigins) ?? checks.add([key], 'invalid_url') ?? '';
}

/** `POST /:id/checkout` */
export async function handleCheckout(call: Call): Promise<RouteResponse> {
	const { backend, route } = call;
	const create = offered((await capabilitiesOf(call)).checkout, backend.createCheckout).bind(backend);
	const read = (body: unknown) => checkoutInput(body, call);
	return withIdempotency(call, read, async (input, backendKey) => {
		const id = route.id ?? '';
		const result = await callBackend(call, decodeCheckout, (options) => create(id, input, withKey(options, backendKey)));
		call.audit({ action: 'checkout', id, outcome: result.action, fields: [] });
		return ok(result);
	});
}

/** Where the portal of a body leads back. @throws `validation_failed` at every wrong value */
function portalReturn(body: unknown, call: Call): string {
	const checks = new BodyChecks();
	const from = checks.object(body, ['return_url']) ?? {};
	const return_url = backTo(from.return_url, 'return_url', checks, call);
	if (checks.errors.length > 0) throw validationFailed(checks.errors);
	return return_url;
}

/** `POST /:id/billing-portal` */
export async function handlePortal(call: Call): Promise<RouteResponse> {
	const { backend, route } = call;
	const open = offered((await capabilitiesOf(call)).billingPortal, backend.createBillingPortal).bind(backend);
	const read = (body: unknown) => portalReturn(body, call);
	return withIdempotency(call, read, async (return_url, backendKey) => {
		const id = route.id ?? '';
		const result = await callBackend(call, decodePortal, (options) => open(id, { return_url }, withKey(options, backendKey)));
		call.audit({ action: 'portal', id, outcome: 'opened', fields: [] });
		return ok(result);
	});
}

/** `GET /:id/subscriptions` */
export async function handleSubscriptions(call: Call): Promise<RouteResponse> {
	const { backend, route } = call;
	const list = offered((await capabilitiesOf(call)).subscriptions, backend.listSubscriptions).bind(backend);
	const reasons: unknown[] = [];
	const data = await callBackend(
		call,
		(value) => decodeSubscriptions(value, (reason) => reasons.push(reason)),
		(options) => list(route.id ?? '', options),
	);
	const unreadable = data.filter((subscription) => subscription.unreadable).length;
	if (unreadable > 0) {
		const message = `${unreadable} of ${data.length} subscriptions could not be read. They were sent as such, the others as they are.`;
		call.failed(new ProblemError('bad_upstream_response', { status: 200, cause: reasons[0], message }));
	}
	return ok({ data });
}

/** The subscription of this route, after something was done with it. */
async function callForSubscription(call: Call, work: (id: string, subscriptionId: string, options: CallOptions) => unknown) {
	const { id = '', subscriptionId = '' } = call.route;
	const subscription = await callBackend(call, decodeSubscription, (options) => work(id, subscriptionId, options));
	if (subscription.id === subscriptionId) return subscription;
	throw new ProblemError('bad_upstream_response', { message: 'The backend returned another subscription than the one that was meant.' });
}

/** When a body wants to cancel. @throws `validation_failed` at every wrong value */
function cancelTiming(body: unknown): CancelTiming {
	const checks = new BodyChecks();
	const from = checks.object(body, ['timing']) ?? {};
	const timing = checks.oneOf(from.timing, cancelTimings, ['timing']);
	if (timing === undefined || checks.errors.length > 0) throw validationFailed(checks.errors);
	return timing;
}

/** `POST /:id/subscriptions/:sub/cancel` */
export async function handleCancel(call: Call): Promise<RouteResponse> {
	const { backend, route } = call;
	const { subscriptions } = await capabilitiesOf(call);
	const timings = subscriptions ? subscriptions.cancel : [];
	const cancel = offered(timings.length > 0, backend.cancelSubscription).bind(backend);
	return withIdempotency(call, cancelTiming, async (timing, backendKey) => {
		if (!timings.includes(timing)) throw unsupported(['/timing']);
		const subscription = await callForSubscription(call, (id, subscriptionId, options) =>
			cancel(id, subscriptionId, { timing }, withKey(options, backendKey)),
		);
		call.audit({ action: 'cancel', id: route.id ?? '', outcome: 'cancelled', fields: [] });
		return ok(subscription);
	});
}

/** `POST /:id/subscriptions/:sub/resume`, which has no body. */
export async function handleResume(call: Call): Promise<RouteResponse> {
	const { backend, route } = call;
	const { subscriptions } = await capabilitiesOf(call);
	const resume = offered(subscriptions ? subscriptions.resume : false, backend.resumeSubscription).bind(backend);
	return withIdempotency(call, null, async (_, backendKey) => {
		const subscription = await callForSubscription(call, (id, subscriptionId, options) =>
			resume(id, subscriptionId, withKey(options, backendKey)),
		);
		call.audit({ action: 'resume', id: route.id ?? '', outcome: 'resumed', fields: [] });
		return ok(subscription);
	});
}
