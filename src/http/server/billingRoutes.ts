import type { CallOptions, WriteOptions } from '../../contract/backend';
import { type CancelTiming, type CheckoutInput, cancelTimings } from '../../contract/billing';
import { decodeCheckout, decodeEntitlements, decodePortal, decodeSubscription, decodeSubscriptions } from '../protocol/decodeBilling';
import type { BodyChecks } from './bodyChecks';
import type { Call, RouteResponse } from './call';
import { callBackend, capabilitiesOf, idOf, ok, readBody } from './call';
import { checked } from './checked';
import { listedOrigin } from './origin';
import { ProblemError } from './problemError';
import { unsupported } from './requireSupported';
import { returnUrl } from './returnUrl';
import { type BackendKey, withIdempotency } from './withIdempotency';

/** The backend's method, only where it is there and offered. */
function offered<T>(isOffered: unknown, method: T | undefined): T {
	if (!isOffered || method === undefined) throw unsupported(['']);
	return method;
}

function withKey(options: CallOptions, key: BackendKey | undefined): WriteOptions {
	return { ...options, ...(key && { idempotencyKey: key.idempotencyKey }) };
}

/** The features of a body. */
export function featureIds(body: unknown, checks: BodyChecks): string[] {
	const from = checks.object(body, ['feature_ids']) ?? {};
	return checks.array(from.feature_ids, 1, 50, ['feature_ids'])?.map((id, at) => checks.name(id, ['feature_ids', at]) ?? '') ?? [];
}

/** `POST /:id/entitlements` */
export async function handleEntitlements(call: Call): Promise<RouteResponse> {
	const { backend } = call;
	const check = offered((await capabilitiesOf(call)).entitlements, backend.checkEntitlements).bind(backend);
	const features = [...new Set(checked(await readBody(call), featureIds))];
	const data = await callBackend(
		call,
		(value) => decodeEntitlements(value, features),
		(options) => check(idOf(call), features, options),
	);
	return ok({ data });
}

/** The checkout of a body. */
export function checkoutInput(body: unknown, checks: BodyChecks, allowed: (url: string) => string | null): CheckoutInput {
	const from = checks.object(body, ['line_items', 'success_url', 'cancel_url']) ?? {};
	const items = checks.array(from.line_items, 1, 20, ['line_items'])?.map((entry, index) => {
		const at = ['line_items', index];
		const item = checks.object(entry, ['variant_id', 'quantity'], at) ?? {};
		const variant_id = checks.name(item.variant_id, [...at, 'variant_id']) ?? '';
		if (item.quantity === undefined) return { variant_id };
		return { variant_id, quantity: checks.integer(item.quantity, 1, 10_000, [...at, 'quantity']) ?? 0 };
	});
	const success_url = checks.link(from.success_url, allowed, ['success_url']) ?? '';
	const cancel_url = checks.link(from.cancel_url, allowed, ['cancel_url']) ?? '';
	return { line_items: items ?? [], success_url, cancel_url };
}

/** Where people of this call may be sent back to; a path is one of the page that calls, which may be of another origin. */
function backOf({ own, request, settings }: Call): (url: string) => string | null {
	const page = listedOrigin(request, settings.origins) ?? own;
	return (url) => returnUrl(url, url.startsWith('/') ? page : own, settings.returnOrigins);
}

/** `POST /:id/checkout` */
export async function handleCheckout(call: Call): Promise<RouteResponse> {
	const { backend } = call;
	const first = async () => offered((await capabilitiesOf(call)).checkout, backend.createCheckout).bind(backend);
	const read = (body: unknown) => checked(body, (value, checks) => checkoutInput(value, checks, backOf(call)));
	return withIdempotency(call, { first, read }, async (input, create, key) => {
		const id = idOf(call);
		const result = await callBackend(call, decodeCheckout, (options) => create()(id, input, withKey(options, key)));
		call.audit({ action: 'checkout', id, outcome: result.action, fields: [] });
		return ok(result);
	});
}

/** Where the portal of a body leads back. */
export function portalReturn(body: unknown, checks: BodyChecks, allowed: (url: string) => string | null): string {
	const from = checks.object(body, ['return_url']) ?? {};
	return checks.link(from.return_url, allowed, ['return_url']) ?? '';
}

/** `POST /:id/billing-portal` */
export async function handlePortal(call: Call): Promise<RouteResponse> {
	const { backend } = call;
	const first = async () => offered((await capabilitiesOf(call)).billingPortal, backend.createBillingPortal).bind(backend);
	const read = (body: unknown) => checked(body, (value, checks) => portalReturn(value, checks, backOf(call)));
	return withIdempotency(call, { first, read }, async (return_url, open, key) => {
		const id = idOf(call);
		const result = await callBackend(call, decodePortal, (options) => open()(id, { return_url }, withKey(options, key)));
		call.audit({ action: 'portal', id, outcome: 'opened', fields: [] });
		return ok(result);
	});
}

/** `GET /:id/subscriptions` */
export async function handleSubscriptions(call: Call): Promise<RouteResponse> {
	const { backend } = call;
	const list = offered((await capabilitiesOf(call)).subscriptions, backend.listSubscriptions).bind(backend);
	const reasons: unknown[] = [];
	const data = await callBackend(
		call,
		(value) => decodeSubscriptions(value, (reason) => reasons.push(reason)),
		(options) => list(idOf(call), options),
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
	const { subscriptionId = '' } = call.route;
	const subscription = await callBackend(call, decodeSubscription, (options) => work(idOf(call), subscriptionId, options));
	if (subscription.id === subscriptionId) return subscription;
	throw new ProblemError('bad_upstream_response', { message: 'The backend returned another subscription than the one that was meant.' });
}

/** When a body wants to cancel. */
export function cancelTiming(body: unknown, checks: BodyChecks): CancelTiming {
	const from = checks.object(body, ['timing']) ?? {};
	return checks.oneOf(from.timing, cancelTimings, ['timing']) ?? 'immediate';
}

/** `POST /:id/subscriptions/:sub/cancel` */
export async function handleCancel(call: Call): Promise<RouteResponse> {
	const { backend } = call;
	const first = async () => {
		const { subscriptions } = await capabilitiesOf(call);
		const timings = subscriptions ? subscriptions.cancel : [];
		return { timings, cancel: offered(timings.length > 0, backend.cancelSubscription).bind(backend) };
	};
	const read = (body: unknown) => checked(body, cancelTiming);
	return withIdempotency(call, { first, read }, async (timing, offer, key) => {
		const { timings, cancel } = offer();
		if (!timings.includes(timing)) throw unsupported(['/timing']);
		const subscription = await callForSubscription(call, (id, subscriptionId, options) =>
			cancel(id, subscriptionId, { timing }, withKey(options, key)),
		);
		call.audit({ action: 'cancel', id: idOf(call), outcome: 'cancelled', fields: [] });
		return ok(subscription);
	});
}

/** `POST /:id/subscriptions/:sub/resume`, which has no body. */
export async function handleResume(call: Call): Promise<RouteResponse> {
	const { backend } = call;
	const first = async () => {
		const { subscriptions } = await capabilitiesOf(call);
		return offered(subscriptions ? subscriptions.resume : false, backend.resumeSubscription).bind(backend);
	};
	return withIdempotency(call, { first, read: null }, async (_, resume, key) => {
		const subscription = await callForSubscription(call, (id, subscriptionId, options) =>
			resume()(id, subscriptionId, withKey(options, key)),
		);
		call.audit({ action: 'resume', id: idOf(call), outcome: 'resumed', fields: [] });
		return ok(subscription);
	});
}
