import type { Capabilities, CheckoutInput, WriteOptions } from '../../contract/backend';
import { decodeCheckout, decodePortal, decodeSubscription, decodeSubscriptions } from '../protocol/decodeBilling';
import { BodyChecks } from './bodyChecks';
import type { Call, RouteResponse } from './call';
import { callBackend, capabilitiesOf, ok, readBody } from './call';
import { ProblemError, toProblemError, validationFailed } from './problemError';
import { unsupported } from './requireSupported';
import { returnUrl } from './returnUrl';
import { withIdempotency } from './withIdempotency';

type Offer = 'entitlements' | 'checkout' | 'billingPortal' | 'subscriptions';

/** The backend's method, only where it is there and its capability is true. */
async function offered<T>(call: Call, offer: Offer, method: T | undefined): Promise<T> {
	const capabilities: Capabilities = await capabilitiesOf(call);
	if (!capabilities[offer] || method === undefined) throw unsupported(['']);
	return method;
}

function withKey<T extends object>(options: T, idempotencyKey: string | undefined): T & WriteOptions {
	return { ...options, ...(idempotencyKey !== undefined && { idempotencyKey }) };
}

/** `POST /:id/entitlements`. A check that fails grants nothing. */
export async function handleEntitlements(call: Call): Promise<RouteResponse> {
	const { backend, route } = call;
	const check = (await offered(call, 'entitlements', backend.checkEntitlement)).bind(backend);
	const checks = new BodyChecks();
	const body = checks.object(await readBody(call), ['feature_ids']);
	const ids = body && checks.array(body.feature_ids, 1, 50, ['feature_ids'])?.map((id, at) => checks.name(id, ['feature_ids', at]) ?? '');
	if (ids === undefined || checks.errors.length > 0) throw validationFailed(checks.errors);
	const failures: unknown[] = [];
	const hasAccess = async (featureId: string) => {
		try {
			return await callBackend(
				call,
				(result) => (result as { has_access: unknown }).has_access === true,
				// A signal of its own for each of up to fifty checks: Node warns of a leak when more than ten listen to one.
				(options) => check(route.id ?? '', featureId, { ...options, signal: AbortSignal.any([call.deadline.signal]) }),
			);
		} catch (error) {
			if (call.deadline.signal.aborted || toProblemError(error).code === 'not_found') throw error;
			failures.push(error);
			return false;
		}
	};
	const data = await Promise.all([...new Set(ids)].map(async (feature_id) => ({ feature_id, has_access: await hasAccess(feature_id) })));
	// Once a request, whatever failed besides.
	if (failures.length > 0) call.failed(failures[0]);
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
	const create = (await offered(call, 'checkout', backend.createCheckout)).bind(backend);
	return withIdempotency(call, async (body, backendKey) => {
		const input = checkoutInput(body, call);
		const id = route.id ?? '';
		const result = await callBackend(call, decodeCheckout, (options) => create(id, input, withKey(options, backendKey)));
		call.audit({ action: 'checkout', id, outcome: result.action, fields: [] });
		return ok(result);
	});
}

/** `POST /:id/billing-portal` */
export async function handlePortal(call: Call): Promise<RouteResponse> {
	const { backend, route } = call;
	const open = (await offered(call, 'billingPortal', backend.createBillingPortal)).bind(backend);
	return withIdempotency(call, async (body, backendKey) => {
		const checks = new BodyChecks();
		const from = checks.object(body, ['return_url']) ?? {};
		const return_url = backTo(from.return_url, 'return_url', checks, call);
		if (checks.errors.length > 0) throw validationFailed(checks.errors);
		const id = route.id ?? '';
		const result = await callBackend(call, decodePortal, (options) => open(id, { return_url }, withKey(options, backendKey)));
		call.audit({ action: 'portal', id, outcome: 'opened', fields: [] });
		return ok(result);
	});
}

/** `GET /:id/subscriptions` */
export async function handleSubscriptions(call: Call): Promise<RouteResponse> {
	const { backend, route } = call;
	const list = (await offered(call, 'subscriptions', backend.listSubscriptions)).bind(backend);
	return ok({ data: await callBackend(call, decodeSubscriptions, (options) => list(route.id ?? '', options)) });
}

/** `POST /:id/subscriptions/:sub/cancel` */
export async function handleCancel(call: Call): Promise<RouteResponse> {
	const { backend, route } = call;
	const cancel = (await offered(call, 'subscriptions', backend.cancelSubscription)).bind(backend);
	return withIdempotency(call, async (body, backendKey) => {
		const checks = new BodyChecks();
		const from = checks.object(body, ['timing']) ?? {};
		const timing = checks.oneOf(from.timing, ['immediate', 'at_billing_period_end'], ['timing']);
		if (timing === undefined || checks.errors.length > 0) throw validationFailed(checks.errors);
		const { id = '', subscriptionId = '' } = route;
		const result = await callBackend(call, decodeSubscription, (options) =>
			cancel(id, subscriptionId, { timing }, withKey(options, backendKey)),
		);
		if (result.id !== subscriptionId) {
			throw new ProblemError('bad_upstream_response', { message: 'The backend returned another subscription than the one to cancel.' });
		}
		call.audit({ action: 'cancel', id, outcome: 'cancelled', fields: [] });
		return ok(result);
	});
}
