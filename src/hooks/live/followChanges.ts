import type { QueryClient } from '@tanstack/react-query';
import type { CustomerChange } from '../../contract/backend';
import { isList } from '../cache/lists';
import { isKeyOfScope } from '../cache/scopes';
import { applyChanges } from './applyChanges';
import { noteFetch } from './asOf';
import { putNewCustomers, watchNewCustomers } from './newCustomers';
import { isOwn, isWriting } from './ownWrites';
import type { LiveContext } from './refetchPages';

/** In milliseconds: what changes within it is applied at once, so that an import costs one request and not one a row. */
const together = 100;

/** In milliseconds: however much is going on elsewhere, a page asks no more often. */
const apart = 1_000;

/** In milliseconds: what a page has loaded when it began to listen is taken as new, so that it is not loaded twice. */
const begins = 10_000;

/** In milliseconds: who renders with a new backend, or goes from page to page, goes on with the same connection. */
const lingers = 2_000;

/** So many changes wait for somebody to look at the page; more are one gap. */
const most = 500;

interface Follower {
	/** How many hooks follow. */
	count: number;
	context: LiveContext;
	stop: () => void;
}

interface HeardChange {
	change: CustomerChange;
	/** In milliseconds since 1970. */
	at: number;
}

const followers = new WeakMap<QueryClient, Map<string, Follower>>();

/**
 * Keeps what the cache has of a scope as it is stored, until the end that it returns. Whoever shares both shares one connection.
 *
 * @param onNew hears of each change of whom lists do not show, and of what there is of it already
 */
export function followChanges(context: LiveContext, onNew?: () => void): () => void {
	const { queryClient, scope } = context;
	const unwatch = onNew && watchNewCustomers(queryClient, onNew);
	const byScope = followers.get(queryClient) ?? new Map<string, Follower>();
	followers.set(queryClient, byScope);
	const follower = byScope.get(scope) ?? { count: 0, context, stop: () => {} };
	follower.context = context;
	follower.count++;
	if (!byScope.has(scope)) {
		byScope.set(scope, follower);
		follower.stop = follow(() => follower.context);
	}
	return () => {
		unwatch?.();
		follower.count--;
		setTimeout(() => {
			if (follower.count > 0 || byScope.get(scope) !== follower) return;
			byScope.delete(scope);
			follower.stop();
		}, lingers);
	};
}

function follow(latest: () => LiveContext): () => void {
	const { backend, queryClient, scope } = latest();
	const page = globalThis.document as Document | undefined;
	const began = Date.now();
	let waiting: HeardChange[] = [];
	let timer: ReturnType<typeof setTimeout> | undefined;
	let notBefore = 0;

	const apply = () => {
		timer = undefined;
		// Whose change it is shows when the write has been answered.
		if (isWriting(latest())) return plan();
		notBefore = Date.now() + apart;
		const heard = waiting.filter(({ change }) => !isOwn(latest(), change));
		waiting = [];
		if (!heard.length) return;
		const idsOf = (type: CustomerChange['type']) =>
			new Set(heard.flatMap(({ change }) => ('id' in change && change.type === type ? change.id : [])));
		const gap = heard.findLast(({ change }) => change.type === 'resync');
		void applyChanges(latest(), {
			created: idsOf('created'),
			updated: idsOf('updated'),
			heardAt: heard.at(-1)!.at,
			resyncBefore: gap ? (gap.at - began < begins ? began - begins : gap.at + 1) : 0,
		});
	};
	const plan = () => {
		// Where nobody looks, nothing is asked.
		if (!waiting.length || page?.hidden) return;
		timer ??= setTimeout(apply, Math.max(together, notBefore - Date.now()));
	};
	page?.addEventListener('visibilitychange', plan);
	const unsubscribe = backend.subscribe?.(
		(change) => {
			const at = Date.now();
			waiting = waiting.length < most ? [...waiting, { change, at }] : [{ change: { type: 'resync' }, at }];
			plan();
		},
		{ scope },
	);
	const unwatch = queryClient.getQueryCache().subscribe((event) => {
		if (!isKeyOfScope(event.query.queryKey, scope)) return;
		// Who a list shows by itself is no longer new.
		if (noteFetch(event) && isList(event.query)) putNewCustomers(queryClient, event.query, new Set());
	});
	return () => {
		clearTimeout(timer);
		page?.removeEventListener('visibilitychange', plan);
		unsubscribe?.();
		unwatch();
	};
}
