import type { QueryClient } from '@tanstack/react-query';
import type { CustomerBackend } from '../../contract/backend';
import type { Entitlement, Subscription } from '../../contract/billing';
import type { CustomerError } from '../../contract/errors';
import { isKeyOfScope } from '../cache/scopes';
import { listsSubscriptions, subscriptionsQuery } from './billingQueries';
import { type BillingSnapshot, differs, knownBilling, takeSnapshot } from './billingSnapshot';
import { refreshBilling } from './refreshBilling';

/**
 * What is known of a return. `none`: nobody came back. `left`: they turned back. `waiting`: nothing has changed yet; `late` where that takes
 * long. `settled`: something has. Never that it failed: nobody knows.
 */
export type CheckoutReturnStatus = 'none' | 'left' | 'waiting' | 'settled' | 'late';

/** What a customer has, as far as it is known. */
export interface KnownBilling {
	/** All subscriptions; `undefined` where they are not known. */
	subscriptions: readonly Subscription[] | undefined;
	/** Those that were asked for. */
	entitlements: readonly Entitlement[];
}

/** A return that is being watched. */
export interface CheckoutWatch {
	/** What is known by now. */
	status(): CheckoutReturnStatus;
	/** Something has changed since the customer left. */
	changed(): boolean;
	/** Hears of every change of these two. Returns how to unsubscribe; the last one to do so ends the watch. */
	subscribe(listener: () => void): () => void;
}

interface WatchSettings {
	client: QueryClient;
	backend: CustomerBackend;
	scope: string;
	customerId: string;
	/** What the customer had on leaving, where that was remembered. */
	before: BillingSnapshot | undefined;
	until: ((billing: KnownBilling) => boolean) | undefined;
	/** After these milliseconds it is late. */
	giveWayMs: number;
	/** When they came back, in milliseconds since 1970. */
	since: number;
	/** It need not be watched any more. */
	onEnd: () => void;
}

/** In milliseconds between the first questions, and from then on. */
const early = [0, 1_000, 2_000, 4_000, 8_000];
const earlyEvery = 15_000;
const lateEvery = 30_000;
/** What the window hears, and it is asked at once. */
const reasons = ['visibilitychange', 'focus', 'online'];
/** It is asked no more after this time, in milliseconds. */
const giveUpAfter = 600_000;

/** When to ask again, in milliseconds, after `asked` questions; `null`: no more. */
export function nextQuestion(asked: number, sinceMs: number, giveWayMs: number): number | null {
	if (sinceMs >= giveWayMs + giveUpAfter) return null;
	if (sinceMs >= giveWayMs) return lateEvery;
	return Math.min(early[asked] ?? earlyEvery, giveWayMs - sinceMs);
}

/** Asks what the customer has until it has changed, while the page is seen, and at once on focus and online. All hooks see the same answers. */
export function watchCheckout(settings: WatchSettings): CheckoutWatch {
	const { client, backend, scope, customerId, until, giveWayMs, since, onEnd } = settings;
	const listeners = new Set<() => void>();
	let { before } = settings;
	let lists = listsSubscriptions({ backend, scope, queryClient: client });
	let status: CheckoutReturnStatus = 'waiting';
	let changed = false;
	let asked = 0;
	let asking = false;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const tell = (next: CheckoutReturnStatus, nextChanged: boolean) => {
		if (next === status && nextChanged === changed) return;
		status = next;
		changed = nextChanged;
		for (const listener of [...listeners]) listener();
	};
	const ask = async () => {
		if (asking || status === 'settled' || document.hidden) return;
		asking = true;
		clearTimeout(timer);
		asked++;
		const query = { ...subscriptionsQuery({ backend, scope }, customerId), staleTime: 0 };
		const subscriptions = lists && client.fetchQuery(query).catch((error: CustomerError) => (lists = error.code !== 'not_supported'));
		await subscriptions;
		// Asked for at the same moment they could be older than a subscription that settles this, and gates stay shut.
		await refreshBilling(client, scope, customerId, false);
		asking = false;
		// Where nothing was remembered, any change from here on will do.
		before ??= takeSnapshot(client, scope, customerId);
		// Paid between the two answers: gates are open, and the subscriptions were asked for too early.
		if (!judge()) plan();
		else if (lists && before.subscriptions === takeSnapshot(client, scope, customerId).subscriptions) void client.prefetchQuery(query);
	};
	/** Whether it is settled by what is known, whoever asked. */
	const judge = (): boolean => {
		if (!before || status === 'settled') return status === 'settled';
		const differ = differs(before, takeSnapshot(client, scope, customerId));
		if (until ? until(knownBilling(client, scope, customerId)) : differ) {
			tell('settled', true);
			onEnd();
			return true;
		}
		tell(Date.now() - since >= giveWayMs ? 'late' : 'waiting', differ);
		return false;
	};
	const plan = () => {
		const after = nextQuestion(asked, Date.now() - since, giveWayMs);
		if (listeners.size > 0 && after !== null) timer = setTimeout(ask, after);
	};
	let unwatch: (() => void) | undefined;
	const start = () => {
		unwatch = client.getQueryCache().subscribe(({ type, query: { queryKey } }) => {
			if (type === 'updated' && isKeyOfScope(queryKey, scope) && queryKey[3] === customerId) judge();
		});
		for (const type of reasons) window.addEventListener(type, ask);
		void ask();
	};
	const stop = () => {
		unwatch?.();
		clearTimeout(timer);
		for (const type of reasons) window.removeEventListener(type, ask);
	};
	return {
		status: () => status,
		changed: () => changed,
		subscribe(listener) {
			listeners.add(listener);
			if (listeners.size === 1) start();
			return () => {
				listeners.delete(listener);
				if (listeners.size === 0) stop();
			};
		},
	};
}
