import type { Subscription, SubscriptionItem } from '../../contract/billing';
import { type Answer, badAnswer, isAnswer, toText } from '../kit/answer';
import { toCreated } from './toCustomer';

/** A subscription by allow-list. Throws `bad_upstream_response` unless it has an id and a status. */
export function toSubscription(answer: unknown): Subscription {
	const id = isAnswer(answer) ? toText(answer.id, 'id') : null;
	const status = isAnswer(answer) ? toText(answer.status, 'status') : null;
	if (!isAnswer(answer) || id === null || status === null) throw badAnswer('The answer is no subscription: it has no id or status.');
	const { current_period_end, cancel_at_period_end, cancellation_timing } = answer;
	const items = Array.isArray(answer.items) ? answer.items : [answer];
	return {
		id,
		status,
		started: toCreated(answer.started ?? answer.start_date ?? answer.created),
		trial_end: toCreated(answer.trial_end),
		current_period_end: toCreated(current_period_end),
		cancel_at_period_end: cancel_at_period_end === true || cancellation_timing === 'at_billing_period_end',
		items: items.filter(isAnswer).flatMap(toItem),
	};
}

function toItem({ variant_id, name, quantity, price }: Answer): SubscriptionItem[] {
	if (typeof variant_id !== 'string') return [];
	return [
		{
			variant_id,
			name: toText(name, 'name'),
			quantity: toQuantity(quantity),
			price: toPrice(price),
		},
	];
}

/** One, where nothing is said. Throws `bad_upstream_response` for what is no number of things. */
function toQuantity(quantity: unknown): number {
	if (quantity === undefined || quantity === null) return 1;
	if (isCount(quantity)) return quantity;
	throw badAnswer('The answer’s quantity is none.');
}

/** What is not wholly a price is none: a wrong amount is worse than no amount. */
function toPrice(price: unknown): SubscriptionItem['price'] {
	if (!isAnswer(price) || !isCount(price.amount) || typeof price.currency !== 'string' || !/^[a-z]{3}$/i.test(price.currency)) return null;
	const { amount, currency, interval = null, interval_count } = price;
	if (interval !== null && interval !== 'day' && interval !== 'week' && interval !== 'month' && interval !== 'year') return null;
	return { amount, currency: currency.toUpperCase(), interval, interval_count: isCount(interval_count) ? interval_count : 1 };
}

function isCount(value: unknown): value is number {
	return Number.isSafeInteger(value) && Number(value) >= 0;
}
