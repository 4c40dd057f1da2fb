import type { Query, QueryCacheNotifyEvent } from '@tanstack/react-query';
import { isLoadingMore } from '../cache/lists';

const began = new WeakMap<Query, number>();
const known = new WeakMap<Query, number>();

/** Notes when answers were asked for: what happened before is in them. Returns whether what was held is gone, or was asked for from its beginning. */
export function noteFetch(event: QueryCacheNotifyEvent): boolean {
	if (event.type !== 'updated') return event.type === 'removed';
	const { query, action } = event;
	// With a next page those before it are as old as they were.
	if (action.type === 'fetch') began.set(query, isLoadingMore(query) ? (known.get(query) ?? 0) : Date.now());
	if (action.type !== 'success') return false;
	// What is put there by hand may be older than what it takes the place of, as the answer to a write.
	known.set(query, (!action.manual && began.get(query)) || 0);
	return !action.manual && !isLoadingMore(query);
}

/** Whether what an entry holds was asked for after a time, in milliseconds since 1970, or is being asked for since. */
export function isAsOf(query: Query, time: number): boolean {
	const asked = query.state.fetchStatus === 'fetching' ? began : known;
	return (asked.get(query) ?? 0) > time;
}

/** When what an entry holds was asked for, in milliseconds since 1970, 0 for what was put there by hand; where nobody has noted that, when it came. */
export function askedAt(query: Query): number {
	return known.get(query) ?? query.state.dataUpdatedAt;
}
