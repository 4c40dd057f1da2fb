import type { Query, QueryCacheNotifyEvent } from '@tanstack/react-query';

const began = new WeakMap<Query, number>();
const known = new WeakMap<Query, number>();

/** Notes when answers were asked for: what happened before is in them. */
export function noteFetch(event: QueryCacheNotifyEvent): void {
	if (event.type !== 'updated') return;
	const { query, action } = event;
	if (action.type === 'fetch') began.set(query, Date.now());
	if (action.type === 'success' && !action.manual) known.set(query, began.get(query) ?? 0);
}

/** Whether what an entry holds was asked for after a time, in milliseconds since 1970, or is being asked for since. */
export function isAsOf(query: Query, time: number): boolean {
	const asked = query.state.fetchStatus === 'fetching' ? began.get(query) : known.get(query);
	return (asked ?? 0) > time;
}
