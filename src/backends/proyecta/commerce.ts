import type { CallOptions, CheckoutInput, CustomerBackend, Subscription, WriteOptions } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import { checkIdempotencyKey } from '../../contract/idempotencyKey';
import { checkId } from '../kit/checkId';
import { snapshot } from '../kit/checkWrite';
import type { RunIdempotently } from '../kit/idempotentWrites';
import type { Calls } from './calls';
import { badAnswer, isAnswer, toCreated } from './toCustomer';

/** Reads a customer's subscriptions, as the SDK or another API of the host's gives them. */
export type ReadSubscriptions = (customerId: string, options: { signal?: AbortSignal }) => PromiseLike<readonly unknown[]>;

type Commerce = Required<
	Pick<CustomerBackend, 'checkEntitlement' | 'createCheckout' | 'createBillingPortal' | 'listSubscriptions' | 'cancelSubscription'>
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

	return {
		async checkEntitlement(id, featureId, call = {}) {
			begin(id, call);
			checkName(featureId, 'feature id');
			const answer = await calls.commerce('check', { customer_id: id, resource_id: featureId }, withoutKey(call));
			if (!isAnswer(answer) || typeof answer.has_access !== 'boolean') throw badAnswer('The check came without has_access.');
			return { has_access: answer.has_access };
		},
		async createCheckout(id, input, call = {}) {
			begin(id, call);
			const { line_items, success_url, cancel_url }: CheckoutInput = snapshot(input);
			const items = line_items.map(({ variant_id, quantity }) => ({ variant_id, ...(quantity !== undefined && { quantity }) }));
			const fields = { customer_id: id, line_items: items, success_url, cancel_url };
			return runIdempotently(`checkout ${id}`, fields, call, async () => {
				const answer = await calls.commerce('checkout', fields, call);
				const url = isAnswer(answer) ? (answer.url ?? null) : undefined;
				if (typeof url === 'string' && url !== '') return { url, action: 'checkout' as const };
				// Without a url the plan was changed at once; then there is something that was changed.
				const changed = isAnswer(answer) && url === null && answer.action !== 'checkout' && typeof answer.id === 'string';
				if (!changed) throw badAnswer('The checkout came without a url and without a changed subscription.');
				return { url: null, action: 'update' as const };
			});
		},
		async createBillingPortal(id, input, call = {}) {
			begin(id, call);
			const fields = { return_url: input.return_url };
			return runIdempotently(`portal ${id}`, fields, call, async () => {
				const answer = await calls.billingPortal(id, fields, call);
				if (!isAnswer(answer) || typeof answer.url !== 'string' || answer.url === '')
					throw badAnswer('The billing portal came without its url.');
				return { url: answer.url };
			});
		},
		async listSubscriptions(id, call = {}) {
			begin(id, call);
			return (await calls.host(async () => readSubscriptions(id, withoutKey(call)), call)).map(toSubscription);
		},
		async cancelSubscription(id, subscriptionId, { timing }, call = {}) {
			begin(id, call);
			checkName(subscriptionId, 'subscription id');
			const fields = { customer_id: id, subscription_id: subscriptionId, cancellation_timing: timing };
			return runIdempotently(`cancel ${id}`, fields, call, async () => {
				const subscription = toSubscription(await calls.commerce('cancel', fields, call));
				if (subscription.id !== subscriptionId) throw badAnswer('The answer is not the subscription that was to be cancelled.');
				return subscription;
			});
		},
	};
}

/** A subscription by allow-list. Throws `bad_upstream_response` unless it has an id and a status. */
function toSubscription(answer: unknown): Subscription {
	if (!isAnswer(answer) || typeof answer.id !== 'string' || typeof answer.status !== 'string') {
		throw badAnswer('The answer is no subscription: it has no id or status.');
	}
	const { id, status, current_period_end, cancel_at_period_end, cancellation_timing } = answer;
	const items = Array.isArray(answer.items) ? answer.items : [answer];
	return {
		id,
		status,
		current_period_end: toCreated(current_period_end),
		cancel_at_period_end: cancel_at_period_end === true || cancellation_timing === 'at_billing_period_end',
		items: items
			.filter(isAnswer)
			.flatMap(({ variant_id, name, quantity }) =>
				typeof variant_id === 'string'
					? [{ variant_id, name: typeof name === 'string' ? name : null, quantity: typeof quantity === 'number' ? quantity : 1 }]
					: [],
			),
	};
}

/** A read carries no idempotency key, whatever its options hold. */
function withoutKey({ signal }: CallOptions): CallOptions {
	return signal ? { signal } : {};
}

function checkName(value: unknown, what: string): void {
	if (typeof value === 'string' && /^[\x21-\x7e]{1,255}$/.test(value)) return;
	throw new CustomerError('not_found', { message: `There is no such ${what}.` });
}
