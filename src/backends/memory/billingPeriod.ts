import type { Subscription, SubscriptionItem } from '../../contract/billing';

type Price = NonNullable<SubscriptionItem['price']>;

const days = { day: 1, week: 7 } as const;

/** The moment that comes a number of a price's periods after another, in UTC: a month after 31 January is the last of February. */
export function periodsAfter(start: string, { interval, interval_count }: Price, periods: number): string {
	const date = new Date(start);
	const count = interval_count * periods;
	if (interval === 'day' || interval === 'week') date.setUTCDate(date.getUTCDate() + count * days[interval]);
	else {
		const day = date.getUTCDate();
		date.setUTCMonth(date.getUTCMonth() + count * (interval === 'year' ? 12 : 1));
		if (date.getUTCDate() !== day) date.setUTCDate(0);
	}
	return date.toISOString();
}

/** Whether a subscription gives what it is paid for. */
export function isRunning({ status }: Subscription): boolean {
	return status === 'active' || status === 'trialing' || status === 'past_due';
}

function isAfter(one: string, other: string): boolean {
	return Date.parse(one) > Date.parse(other);
}

/** What time has made of a subscription: over with its period, or renewed. */
export function atTime(subscription: Subscription, now: string): Subscription {
	const { current_period_end: end, items } = subscription;
	if (!isRunning(subscription) || end === null || isAfter(end, now)) return subscription;
	if (subscription.cancel_at_period_end) return { ...subscription, status: 'canceled' };
	const price = items[0]?.price;
	if (!price || price.interval === null || price.interval_count < 1) return subscription;
	let periods = 1;
	while (!isAfter(periodsAfter(end, price, periods), now)) periods++;
	return { ...subscription, status: 'active', current_period_end: periodsAfter(end, price, periods) };
}
