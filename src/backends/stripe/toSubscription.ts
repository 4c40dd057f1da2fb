import type { Subscription, SubscriptionItem } from '../../contract/billing';
import { badAnswer, filledText, isAnswer, property } from '../kit/answer';
import { toInstant } from './toCustomer';

/** A subscription by allow-list. Throws `bad_upstream_response` unless it has an id and a status. */
export function toSubscription(answer: unknown, names: ReadonlyMap<string, string> = new Map()): Subscription {
	if (!isAnswer(answer) || typeof answer.id !== 'string' || typeof answer.status !== 'string')
		throw badAnswer('The answer is no subscription: it has no id or status.');
	const { id, status, start_date, trial_end, cancel_at } = answer;
	const items = itemsOf(answer);
	// Each item has a period of its own; before 2025 the subscription had one.
	const ends = [...items.map((item) => item.current_period_end), answer.current_period_end].filter((end) => typeof end === 'number');
	const cancelled = answer.cancel_at_period_end === true;
	const endsAt = typeof cancel_at === 'number' ? cancel_at : null;
	const nextEnd = ends.length === 0 ? null : cancelled ? Math.max(...ends) : Math.min(...ends);
	return {
		id,
		status,
		started: toInstant(start_date),
		trial_end: toInstant(trial_end),
		current_period_end: toInstant(hasEnded(answer) ? nextEnd : (endsAt ?? nextEnd)),
		// What ends on a day of its own ends, too.
		cancel_at_period_end: !hasEnded(answer) && (cancelled || endsAt !== null),
		items: items.flatMap((item) => toItem(item, names)),
	};
}

/** Whether it ends on a day of its own, and not with its period. */
export function endsByDate(answer: unknown): boolean {
	return property(answer, 'cancel_at_period_end') !== true && typeof property(answer, 'cancel_at') === 'number';
}

export function hasEnded(answer: unknown): boolean {
	return ['canceled', 'incomplete_expired', 'ended'].includes(String(property(answer, 'status')));
}

/** The customer whose it is: an id, or the whole customer where that was asked for. */
export function ownerOf(answer: unknown): string | null {
	const customer = property(answer, 'customer');
	return filledText(customer) ?? filledText(property(customer, 'id'));
}

/** The ids of the products that a subscription is for. */
export function productsOf(answer: unknown): string[] {
	return itemsOf(answer).flatMap((item) => productOf(item.price) ?? []);
}

function itemsOf(answer: unknown): Readonly<Record<string, unknown>>[] {
	const items = property(property(answer, 'items'), 'data');
	return Array.isArray(items) ? items.filter(isAnswer) : [];
}

function productOf(price: unknown): string | null {
	const product = property(price, 'product');
	return filledText(product) ?? filledText(property(product, 'id'));
}

function toItem({ price, quantity }: Readonly<Record<string, unknown>>, names: ReadonlyMap<string, string>): SubscriptionItem[] {
	const variant_id = filledText(property(price, 'id'));
	if (variant_id === null) return [];
	const name = names.get(productOf(price) ?? '') ?? filledText(property(price, 'nickname'));
	return [{ variant_id, name, quantity: toQuantity(quantity), price: toPrice(price) }];
}

/** One, where nothing is said. Throws `bad_upstream_response` for what is no number of things. */
function toQuantity(quantity: unknown): number {
	if (quantity === undefined || quantity === null) return 1;
	if (isCount(quantity)) return quantity;
	throw badAnswer('The answer’s quantity is none.');
}

/**
 * Stripe counts these in other units than ISO 4217 does: krónur and shillings in hundredths that nobody has, ariary as wholes.
 * https://docs.stripe.com/currencies#special-cases
 */
const toIso: Record<string, (amount: number) => number> = {
	ISK: (amount) => amount / 100,
	UGX: (amount) => amount / 100,
	MGA: (amount) => amount * 100,
};

/** What is not wholly a price is none: a wrong amount is worse than no amount. In tiers there is no one amount. */
function toPrice(price: unknown): SubscriptionItem['price'] {
	if (!isAnswer(price) || typeof price.currency !== 'string' || !/^[a-z]{3}$/i.test(price.currency)) return null;
	const currency = price.currency.toUpperCase();
	if (!isCount(price.unit_amount)) return null;
	const amount = (toIso[currency] ?? ((same: number) => same))(price.unit_amount);
	if (!isCount(amount)) return null;
	const { interval = null, interval_count = 1 } = isAnswer(price.recurring) ? price.recurring : {};
	if (interval !== null && interval !== 'day' && interval !== 'week' && interval !== 'month' && interval !== 'year') return null;
	return { amount, currency, interval, interval_count: isCount(interval_count) && interval_count > 0 ? interval_count : 1 };
}

function isCount(value: unknown): value is number {
	return Number.isSafeInteger(value) && Number(value) >= 0;
}
