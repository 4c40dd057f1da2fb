import type { CallOptions, CustomerBackend, WriteOptions } from '../../contract/backend';
import type { CheckoutInput, Entitlement, Subscription } from '../../contract/billing';
import { CustomerError, isCustomerError } from '../../contract/errors';
import { checkIdempotencyKey } from '../../contract/idempotencyKey';
import { readEachSubscription } from '../../contract/readEachSubscription';
import { badAnswer, isAnswer, toUrl } from '../kit/answer';
import { checkId } from '../kit/checkId';
import { snapshot } from '../kit/checkWrite';
import type { RunIdempotently } from '../kit/idempotentWrites';
import type { Calls } from './calls';
import { toSubscription } from './toSubscription';

/** Reads a customer's subscriptions, as the SDK or another API of the host's gives them. */
export type ReadSubscriptions = (customerId: string, options: { signal?: AbortSignal }) => PromiseLike<readonly unknown[]>;

type Commerce = Required<
	Pick<CustomerBackend, 'checkEntitlements' | 'createCheckout' | 'createBillingPortal' | 'listSubscriptions' | 'cancelSubscription'>
>;

/** The paid side of a customer. What is not clearly a yes is refused: nothing is granted, and nobody sent anywhere, on a guess. */
export function createCommerce(
	calls: Calls,
	runIdempotently: RunIdempotently,
	claim: (call: CallOptions) => void,
	readSubscriptions: ReadSubscriptions = async () => [],
): Commerce {
	function begin(id: string, call: WriteOptions): void {
		claim(call);
		checkId(id);
		checkIdempotencyKey(call.idempotencyKey);
	}

	async function read(id: string, call: CallOptions): Promise<Subscription[]> {
		return readEachSubscription(await calls.host(async () => readSubscriptions(id, withoutKey(call)), call), toSubscription);
	}

	return {
		async checkEntitlements(id, featureIds, call = {}) {
			begin(id, call);
			const features = [...new Set(snapshot(featureIds))];
			for (const feature of features) checkName(feature, 'feature id');
			return checkEach(calls, id, features, withoutKey(call));
		},
		async createCheckout(id, input, call = {}) {
			begin(id, call);
			const { line_items, success_url, cancel_url }: CheckoutInput = snapshot(input);
			const items = line_items.map(({ variant_id, quantity }) => ({ variant_id, ...(quantity !== undefined && { quantity }) }));
			const fields = { customer_id: id, line_items: items, success_url, cancel_url };
			return runIdempotently(`checkout ${id}`, fields, call, async () => {
				const answer = await calls.commerce('checkout', fields, call);
				const url = isAnswer(answer) ? toUrl(answer.url) : null;
				if (url !== null) return { url, action: 'checkout' as const };
				// Without a url the plan was changed at once; then there is something that was changed.
				const changed = isAnswer(answer) && answer.url !== '' && answer.action !== 'checkout' && typeof answer.id === 'string';
				if (!changed) throw badAnswer('The checkout came without a url and without a changed subscription.');
				return { url: null, action: 'update' as const };
			});
		},
		async createBillingPortal(id, input, call = {}) {
			begin(id, call);
			const fields = { return_url: input.return_url };
			return runIdempotently(`portal ${id}`, fields, call, async () => {
				const answer = await calls.billingPortal(id, fields, call);
				const url = isAnswer(answer) ? toUrl(answer.url) : null;
				if (url === null) throw badAnswer('The billing portal came without its url.');
				return { url };
			});
		},
		async listSubscriptions(id, call = {}) {
			begin(id, call);
			return read(id, call);
		},
		async cancelSubscription(id, subscriptionId, { timing }, call = {}) {
			begin(id, call);
			checkName(subscriptionId, 'subscription id');
			const fields = { customer_id: id, subscription_id: subscriptionId, cancellation_timing: timing };
			return runIdempotently(`cancel ${id}`, fields, call, async () => {
				const cancelled = toSubscription(await calls.commerce('cancel', fields, call));
				if (cancelled.id !== subscriptionId) throw badAnswer('The answer is not the subscription that was to be cancelled.');
				// The call answers with no more than the status. That the rest cannot be read does not undo it.
				const whole = (await read(id, call).catch(() => [])).find((one) => one.id === subscriptionId && !one.unreadable) ?? cancelled;
				return { ...whole, status: cancelled.status, cancel_at_period_end: cancelled.cancel_at_period_end };
			});
		},
	};
}

/** Checks under way at once: each is a request, and fifty at a time would be taken for an attack. */
const concurrency = 6;

/** One failing check costs only itself; where nothing at all could be found out, the first failure says why. */
async function checkEach(calls: Calls, id: string, features: readonly string[], call: CallOptions): Promise<Entitlement[]> {
	const access = new Map<string, boolean>();
	const failures: unknown[] = [];
	const waiting = [...features];
	async function work(): Promise<void> {
		for (let feature = waiting.shift(); feature !== undefined; feature = waiting.shift()) {
			// A signal of its own for each of up to fifty checks: Node warns of a leak when more than ten listen to one.
			const own = call.signal ? { signal: AbortSignal.any([call.signal]) } : {};
			try {
				const answer = await calls.commerce('check', { customer_id: id, resource_id: feature }, own);
				if (!isAnswer(answer) || typeof answer.has_access !== 'boolean') throw badAnswer('The check came without has_access.');
				access.set(feature, answer.has_access);
			} catch (error) {
				if (call.signal?.aborted) throw error;
				failures.push(error);
			}
		}
	}
	await Promise.all(Array.from({ length: Math.min(concurrency, features.length) }, work));
	if (failures.length > 0 && access.size === 0) {
		const isNotFound = (error: unknown) => isCustomerError(error) && error.code === 'not_found';
		const other = failures.find((error) => !isNotFound(error));
		if (other !== undefined) throw other;
		// An unknown customer looks like unknown features, and only one of the two is an error.
		await calls.get(id, call);
	}
	return features.map((feature_id) => ({ feature_id, has_access: access.get(feature_id) ?? null }));
}

/** A read carries no idempotency key, whatever its options hold. */
function withoutKey({ signal }: CallOptions): CallOptions {
	return signal ? { signal } : {};
}

function checkName(value: unknown, what: string): void {
	if (typeof value === 'string' && /^[\x21-\x7e]{1,255}$/.test(value)) return;
	throw new CustomerError('not_found', { message: `There is no such ${what}.` });
}
