import type { Subscription, SubscriptionItem } from '../../contract/billing';
import { badAnswer, isAnswer, toText } from '../kit/answer';
import { toCreated } from './toCustomer';

/** Far more than anybody sells at once. */
const maxItems = 1000;

/** A subscription by allow-list. Throws `bad_upstream_response` unless it has an id and a status, and for what has another form than it may. */
export function toSubscription(answer: unknown): Subscription {
	const id = isAnswer(answer) ? toText(answer.id, 'id') : null;
	const status = isAnswer(answer) ? toText(answer.status, 'status') : null;
	if (!isAnswer(answer) || id === null || status === null) throw badAnswer('The answer is no subscription: it has no id or status.');
	const { current_period_end, cancel_at_period_end, cancellation_timing } = answer;
	const { items = null } = answer;
	if (items !== null && !(Array.isArray(items) && items.length <= maxItems)) throw badAnswer('The answer’s items are no list of some.');
	return {
		id,
		status,
		started: toCreated(answer.started ?? answer.start_date ?? answer.created),
		trial_end: toCreated(answer.trial_end),
		current_period_end: toCreated(current_period_end),
		cancel_at_period_end: toFlag(cancel_at_period_end) || cancellation_timing === 'at_billing_period_end',
		items: (items ?? [answer]).flatMap(toItem),
	};
}

/** No, where nothing is said. Throws `bad_upstream_response` for what is neither yes nor no. */
function toFlag(value: unknown): boolean {
	if (value === undefined || value === null || typeof value === 'boolean') return value === true;
	throw badAnswer('The answer’s cancel_at_period_end is neither true nor false.');
}

function toItem(item: unknown): SubscriptionItem[] {
	if (!isAnswer(item)) throw badAnswer('An item of the answer is none.');
	const { variant_id, name, quantity, price } = item;
	const variant = toText(variant_id, 'variant_id');
	if (variant === null) return [];
	return [
		{
			variant_id: variant,
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
