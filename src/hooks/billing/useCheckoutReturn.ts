'use client';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useCustomersContext } from '../context/customersContext';
import { useNavigation } from '../navigation/navigation';
import { checkoutReturns } from './checkoutReturns';
import type { CheckoutReturnStatus, KnownBilling } from './checkoutWatch';
import { readReturn } from './returnAddress';
import { keepNote, takeNote } from './sessionNotes';

/** What `useCheckoutReturn` takes. */
export interface UseCheckoutReturnOptions {
	/** Who may have come back: the customer's id, or `'me'`. */
	customerId: string;
	/** Says when it is settled. @default once subscriptions or entitlements differ from what they were on leaving */
	until?: (billing: KnownBilling) => boolean;
	/** After these milliseconds it is `late`; it goes on quietly for ten minutes. @default 60_000 */
	giveWayMs?: number;
}

/** How a return stands. */
export interface CheckoutReturn {
	/**
	 * `none`: nobody came back. `left`: they turned back. `waiting`: they paid, as far as the vendor says, and nothing has changed yet.
	 * `settled`: it has. `late`: it takes long; that it failed is never said, since nobody knows.
	 */
	status: CheckoutReturnStatus;
	/** Subscriptions or entitlements differ from what they were on leaving. */
	changed: boolean;
	/** Back to `none`, once it has been read. */
	dismiss: () => void;
}

/**
 * What came of a checkout, on the page that it leads back to. The redirect alone proves nothing: what the customer has is asked for at
 * growing intervals while the page is seen, at once on focus and online, until it has changed; gates open by themselves meanwhile. The
 * parameter in the address is removed at once, and only once.
 *
 * @returns its status, `none` at first, also on a server
 * @example
 * const { status, dismiss } = useCheckoutReturn({ customerId: 'me' });
 */
export function useCheckoutReturn({ customerId, until, giveWayMs = 60_000 }: UseCheckoutReturnOptions): CheckoutReturn {
	const { backend, scope, queryClient } = useCustomersContext();
	const { navigate } = useNavigation();
	const latest = useRef({ backend, until, navigate, giveWayMs });
	useEffect(() => {
		latest.current = { backend, until, navigate, giveWayMs };
	});
	const store = useMemo(() => checkoutReturns(queryClient, scope, customerId), [queryClient, scope, customerId]);
	const status = useSyncExternalStore(store.subscribe, store.status, nobody);
	useEffect(() => {
		const back = readReturn();
		const note = takeNote('checkout', scope, customerId);
		// Loaded anew, the page goes on waiting.
		if (!back && (!note?.since || store.status() !== 'none')) return;
		const { backend, navigate, giveWayMs } = latest.current;
		if (back) navigate(back.href, { replace: true });
		const keep = (since?: number) => note && keepNote('checkout', scope, customerId, { before: note.before, ...(since && { since }) });
		const onEnd = () => keep();
		if (back?.outcome === 'left') {
			onEnd();
			return store.left();
		}
		const since = (!back && note?.since) || Date.now();
		const until = latest.current.until && ((billing: KnownBilling) => latest.current.until?.(billing) === true);
		keep(since);
		store.watch({ client: queryClient, backend, scope, customerId, before: note?.before, until, giveWayMs, since, onEnd });
	}, [store, queryClient, scope, customerId]);
	return { status, changed: store.changed(), dismiss: store.dismiss };
}

const nobody = () => 'none' as const;
