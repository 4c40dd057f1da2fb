import type { Subscription, SubscriptionItem } from '../../contract/billing';
import { isOver } from '../../hooks/billing/runningFirst';
import { formatDate, formatMessage, formatNumber, formatPlural } from '../../locales/formatMessage';
import { formatMoney } from '../../locales/formatMoney';
import type { LocalePart } from '../../locales/locale';

type Words = LocalePart<'billing'>;

/** What a subscription is called: what is paid for, each with how many where it is more than one. */
export function subscriptionName({ items }: Subscription, locale: Words): string {
	const { billing } = locale;
	const names = items.map(({ name, quantity }) => {
		const called = name ?? billing.unnamed;
		return quantity === 1 ? called : formatMessage(billing.times, { name: called, quantity: formatNumber(locale, quantity) });
	});
	return new Intl.ListFormat(locale.code).format(names) || billing.unnamed;
}

/** What an item costs and how often, in all where there are several of it; nothing where that is not known. */
export function priceText({ price, quantity }: SubscriptionItem, locale: Words): string | null {
	if (!price) return null;
	const { billing } = locale;
	const text = formatMoney(locale, price.amount * quantity, price.currency);
	if (!price.interval) return formatMessage(billing.once, { price: text });
	const interval = billing.interval[price.interval];
	const one = price.interval_count === 1 && interval.one;
	return formatMessage(billing.perInterval, {
		price: text,
		interval: one ? formatMessage(one, { count: formatNumber(locale, 1) }) : formatPlural(locale, interval, price.interval_count),
	});
}

/** The status in the reader's words; one that nobody knows as it came. */
export function statusText({ status }: Subscription, { billing }: Words): string {
	return billing.status[status.toLowerCase()] ?? status;
}

/** How a status looks. */
export function statusTone({ status }: Subscription): 'good' | 'bad' | 'quiet' {
	if (/^(active|trialing)$/i.test(status)) return 'good';
	return /past_due|unpaid|incomplete$/i.test(status) ? 'bad' : 'quiet';
}

/** What happens next, and when: the trial's end, the next payment, or the end of it all. */
export function nextText(subscription: Subscription, locale: Words, now: number = Date.now()): string | null {
	const { billing } = locale;
	const { trial_end, current_period_end, cancel_at_period_end } = subscription;
	const on = (text: string, iso: string | null) => iso && formatMessage(text, { date: formatDate(locale, iso, { dateStyle: 'long' }) });
	if (isOver(subscription))
		return current_period_end && Date.parse(current_period_end) <= now ? on(billing.endedOn, current_period_end) : null;
	if (cancel_at_period_end) return on(billing.endsOn, current_period_end) || billing.ends;
	if (trial_end && Date.parse(trial_end) > now) return on(billing.trialUntil, trial_end);
	// Neither one that was halted nor one that never began is paid for again by itself.
	return /paused|incomplete/i.test(subscription.status) ? null : on(billing.renewsOn, current_period_end);
}
