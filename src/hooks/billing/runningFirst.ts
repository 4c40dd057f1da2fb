import type { Subscription } from '../../contract/billing';

/** What vendors call a subscription that is over. */
const over = new Set(['canceled', 'cancelled', 'ended', 'expired', 'incomplete_expired', 'inactive']);

/** Whether a subscription is over, as far as its status tells; one that nobody knows is taken to run. */
export function isOver({ status }: Subscription): boolean {
	return over.has(status.toLowerCase());
}

/** Those that run before those that are over, else as they came. */
export function runningFirst(subscriptions: readonly Subscription[]): Subscription[] {
	return [...subscriptions].sort((a, b) => Number(isOver(a)) - Number(isOver(b)));
}
