import type { CheckoutResult, Entitlement, Subscription, SubscriptionItem } from '../../contract/billing';
import { readEachSubscription } from '../../contract/readEachSubscription';
import { count, fail, flag, instantOrNull, list, object, text, textOrNull, word } from './decode';
import { isLoopback } from './loopback';

/** An address that a browser may be sent to: https, or http to this very machine. */
function secureUrl(value: unknown, at: string): string {
	const url = text(value, at);
	const parsed = URL.canParse(url) ? new URL(url) : fail(at, 'an absolute URL');
	return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isLoopback(parsed.hostname)) ? url : fail(at, 'an https URL');
}

/** A copy of what `createCheckout` returns. */
export function decodeCheckout(value: unknown): CheckoutResult {
	const from = object(value, 'result');
	return {
		url: from.url === null ? null : secureUrl(from.url, 'url'),
		action: word(from.action, ['checkout', 'update'] as const, 'action'),
	};
}

/** A copy of what `createBillingPortal` returns. */
export function decodePortal(value: unknown): { url: string } {
	return { url: secureUrl(object(value, 'result').url, 'url') };
}

/** A copy of what one item costs. */
function decodePrice(value: unknown, at: string): SubscriptionItem['price'] {
	if (value === null) return null;
	const from = object(value, at);
	const currency = text(from.currency, `${at}.currency`);
	return {
		amount: count(from.amount, `${at}.amount`),
		// What Intl refuses would fail only where it is shown.
		currency: /^[A-Z]{3}$/.test(currency) ? currency : fail(`${at}.currency`, 'an ISO 4217 code'),
		interval: from.interval === null ? null : word(from.interval, ['day', 'week', 'month', 'year'] as const, `${at}.interval`),
		interval_count: count(from.interval_count, `${at}.interval_count`),
	};
}

/** A copy of one subscription. */
export function decodeSubscription(value: unknown, at = 'subscription'): Subscription {
	const from = object(value, at);
	return {
		id: text(from.id, `${at}.id`),
		status: text(from.status, `${at}.status`),
		started: instantOrNull(from.started, `${at}.started`),
		trial_end: instantOrNull(from.trial_end, `${at}.trial_end`),
		current_period_end: instantOrNull(from.current_period_end, `${at}.current_period_end`),
		cancel_at_period_end: flag(from.cancel_at_period_end, `${at}.cancel_at_period_end`),
		items: list(from.items, `${at}.items`, (entry, place) => {
			const item = object(entry, place);
			return {
				variant_id: text(item.variant_id, `${place}.variant_id`),
				name: textOrNull(item.name, `${place}.name`),
				quantity: count(item.quantity, `${place}.quantity`),
				price: decodePrice(item.price, `${place}.price`),
			};
		}),
		...(from.unreadable === true && { unreadable: true }),
	};
}

/** A copy of a list of subscriptions; what cannot be read of it is `unreadable`, as long as anything can. */
export function decodeSubscriptions(value: unknown, onUnreadable?: (error: unknown) => void): Subscription[] {
	const entries = list(value, 'subscriptions', (entry) => entry);
	return readEachSubscription(entries, (entry, index) => decodeSubscription(entry, `subscriptions[${index}]`), onUnreadable);
}

/**
 * A copy of what was found out about these features, each once and in their order. Access is given or refused only where exactly that was
 * said; for all else it could not be found out.
 */
export function decodeEntitlements(value: unknown, featureIds: readonly string[]): Entitlement[] {
	const found = new Map(
		list(value, 'entitlements', (entry, at) => {
			const { feature_id, has_access } = object(entry, at);
			return [feature_id, typeof has_access === 'boolean' ? has_access : null] as const;
		}),
	);
	return [...new Set(featureIds)].map((feature_id) => ({ feature_id, has_access: found.get(feature_id) ?? null }));
}
