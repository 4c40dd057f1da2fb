import type { QueryClient } from '@tanstack/react-query';
import type { CustomerChange } from '../../contract/backend';
import { isListOf } from './liveCache';
import type { LiveContext } from './lookAgain';
import { mendChanges } from './mendChanges';
import { putNewCustomers } from './newCustomers';
import { isOwn, isWriting } from './ownWrites';

/** In milliseconds: what changes within it is mended at once, so that an import costs one request and not one a row. */
const together = 100;

/** In milliseconds: what a page has loaded when it began to listen is taken as new, so that it is not loaded twice. */
const begins = 10_000;

/** In milliseconds: who renders with a new backend, or goes from page to page, goes on with the same connection. */
const lingers = 2_000;

interface Follower {
	/** How many hooks follow. */
	count: number;
	context: LiveContext;
	stop: () => void;
}

const followers = new WeakMap<QueryClient, Map<string, Follower>>();

/** Keeps what the cache has of a scope as it is stored, until the signal fires. Whoever shares both shares one connection. */
export function followChanges(context: LiveContext, signal: AbortSignal): void {
	if (signal.aborted) return;
	const { queryClient, scope } = context;
	const byScope = followers.get(queryClient) ?? new Map<string, Follower>();
	followers.set(queryClient, byScope);
	const follower = byScope.get(scope) ?? { count: 0, context, stop: () => {} };
	if (!byScope.has(scope)) {
		byScope.set(scope, follower);
		follower.stop = follow(() => follower.context);
	}
	follower.context = context;
	follower.count++;
	signal.addEventListener('abort', () => {
		follower.count--;
		setTimeout(() => {
			if (follower.count > 0 || byScope.get(scope) !== follower) return;
			byScope.delete(scope);
			follower.stop();
		}, lingers);
	});
}

function follow(latest: () => LiveContext): () => void {
	const { backend, queryClient, scope, root } = latest();
	const began = Date.now();
	let waiting: CustomerChange[] = [];
	let timer: ReturnType<typeof setTimeout> | undefined;

	const mend = () => {
		timer = undefined;
		// Whose change it is shows when the write has been answered.
		if (isWriting(latest())) return plan();
		const changes = waiting;
		waiting = [];
		const ids = { created: new Set<string>(), updated: new Set<string>() };
		let resync = false;
		for (const change of changes) {
			if (change.type === 'resync') resync = true;
			else if (!isOwn(latest(), change)) ids[change.type].add(change.id);
		}
		const now = Date.now();
		const resyncBefore = resync ? (now - began < begins ? now - begins : now) : null;
		if (resync || ids.created.size + ids.updated.size > 0) void mendChanges(latest(), { ...ids, resyncBefore });
	};
	const plan = () => {
		timer ??= setTimeout(mend, together);
	};
	const unsubscribe = backend.subscribe!(
		(change) => {
			waiting.push(change);
			plan();
		},
		{ scope },
	);
	// Who a list shows by itself is no longer new.
	const unwatch = queryClient.getQueryCache().subscribe((event) => {
		const answered = event.type === 'updated' && event.action.type === 'success' && !event.action.manual;
		if ((answered || event.type === 'removed') && isListOf(root, event.query)) putNewCustomers(queryClient, event.query, undefined);
	});
	return () => {
		clearTimeout(timer);
		unsubscribe();
		unwatch();
	};
}
