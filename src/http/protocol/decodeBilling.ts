import type { Subscription } from '../../contract/backend';
import { count, fail, flag, instantOrNull, list, object, text, textOrNull, word } from './decode';

/** An address that a browser may be sent to: https, or http to this very machine. */
function secureUrl(value: unknown, at: string): string {
	const url = text(value, at);
	const parsed = URL.canParse(url) ? new URL(url) : fail(at, 'an absolute URL');
	const loopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(parsed.hostname);
	return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && loopback) ? url : fail(at, 'an https URL');
}

/** A copy of what `createCheckout` returns. */
export function decodeCheckout(value: unknown): { url: string | null; action: 'checkout' | 'update' } {
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

/** A copy of one subscription. */
export function decodeSubscription(value: unknown, at = 'subscription'): Subscription {
	const from = object(value, at);
	return {
		id: text(from.id, `${at}.id`),
		status: text(from.status, `${at}.status`),
		current_period_end: instantOrNull(from.current_period_end, `${at}.current_period_end`),
		cancel_at_period_end: flag(from.cancel_at_period_end, `${at}.cancel_at_period_end`),
		items: list(from.items, `${at}.items`, (entry, place) => {
			const item = object(entry, place);
			return {
				variant_id: text(item.variant_id, `${place}.variant_id`),
				name: textOrNull(item.name, `${place}.name`),
				quantity: count(item.quantity, `${place}.quantity`),
			};
		}),
	};
}

/** A copy of a list of subscriptions. */
export function decodeSubscriptions(value: unknown): Subscription[] {
	return list(value, 'subscriptions', decodeSubscription);
}

/** A copy of what was found out about features: access is `true` only where the server said exactly that. */
export function decodeEntitlements(value: unknown): { feature_id: string; has_access: boolean }[] {
	return list(object(value, 'result').data, 'data', (entry, at) => {
		const from = object(entry, at);
		return { feature_id: text(from.feature_id, `${at}.feature_id`), has_access: from.has_access === true };
	});
}
