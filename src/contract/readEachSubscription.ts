import type { Subscription } from './billing';

const unreadable = { status: '', started: null, trial_end: null, current_period_end: null, cancel_at_period_end: false };

/**
 * Reads subscriptions one by one: one that cannot be read takes none of the others away, and is not left out either.
 *
 * @param onUnreadable called with why one could not be read
 * @throws whatever `read` threw first, where there is none that it could read
 */
export function readEachSubscription(
	entries: readonly unknown[],
	read: (entry: unknown, index: number) => Subscription,
	onUnreadable: (error: unknown) => void = () => {},
): Subscription[] {
	const errors: unknown[] = [];
	// Not its own map(): an array of another class would make one more of its kind.
	const subscriptions = Array.from(entries, (entry, index): Subscription => {
		try {
			return read(entry, index);
		} catch (error) {
			errors.push(error);
			return { id: idOf(entry), ...unreadable, items: [], unreadable: true };
		}
	});
	if (errors.length > 0 && errors.length === subscriptions.length) throw errors[0];
	for (const error of errors) onUnreadable(error);
	return subscriptions;
}

/** What is read may throw when it is looked at. */
function idOf(entry: unknown): string {
	try {
		const { id } = entry as { id?: unknown };
		return typeof id === 'string' ? id : '';
	} catch {
		return '';
	}
}
