import type { QueryClient } from '@tanstack/react-query';
import { type CheckoutReturnStatus, type CheckoutWatch, watchCheckout } from './checkoutWatch';

type WatchSettings = Parameters<typeof watchCheckout>[0];

/** How the return of one customer to this page stands, shared by whoever shows it. */
export interface CheckoutReturns {
	/** `none` until somebody came back. */
	status(): CheckoutReturnStatus;
	/** Something has changed since the customer left. */
	changed(): boolean;
	/** They paid, as far as the vendor says. */
	watch(settings: WatchSettings): void;
	/** They turned back. */
	left(): void;
	/** It has been read. */
	dismiss(): void;
	/** Hears of every change. */
	subscribe(listener: () => void): () => void;
}

const returns = new WeakMap<QueryClient, Map<string, CheckoutReturns>>();

/** The one of this customer, made when it is first asked for. */
export function checkoutReturns(client: QueryClient, scope: string, customerId: string): CheckoutReturns {
	const all = returns.get(client) ?? new Map<string, CheckoutReturns>();
	returns.set(client, all);
	const key = JSON.stringify([scope, customerId]);
	const known = all.get(key) ?? createReturns();
	all.set(key, known);
	return known;
}

function createReturns(): CheckoutReturns {
	const listeners = new Set<() => void>();
	let watch: CheckoutWatch | undefined;
	let hasLeft = false;
	let stopWatching: (() => void) | undefined;
	let end: (() => void) | undefined;
	const tell = () => {
		for (const listener of [...listeners]) listener();
	};
	const drop = () => {
		stopWatching?.();
		stopWatching = undefined;
		watch = undefined;
		hasLeft = false;
	};
	const follow = () => {
		if (listeners.size > 0) stopWatching ??= watch?.subscribe(tell);
	};
	return {
		status: () => watch?.status() ?? (hasLeft ? 'left' : 'none'),
		changed: () => watch?.changed() ?? false,
		watch(settings) {
			drop();
			watch = watchCheckout(settings);
			end = settings.onEnd;
			follow();
			tell();
		},
		left() {
			drop();
			hasLeft = true;
			tell();
		},
		dismiss() {
			end?.();
			drop();
			tell();
		},
		subscribe(listener) {
			listeners.add(listener);
			follow();
			return () => {
				listeners.delete(listener);
				if (listeners.size > 0) return;
				stopWatching?.();
				stopWatching = undefined;
			};
		},
	};
}
