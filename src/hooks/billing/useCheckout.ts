'use client';
import type { CheckoutInput, CheckoutResult } from '../../contract/billing';
import type { CustomerError } from '../../contract/errors';
import { methodOf } from '../cache/methodOf';
import type { OpenSession } from './openSession';
import { returnAddress } from './returnAddress';
import { type SessionMutation, useSession } from './useSession';

/** Who buys what. */
export interface CheckoutRequest {
	/** The customer's id, or `'me'`. */
	customerId: string;
	/** 1–20 items. */
	line_items: CheckoutInput['line_items'];
	/** Where the vendor sends people who paid. @default this page, with `pc_checkout=done` in its query */
	success_url?: string;
	/** Where the vendor sends people who turned back. @default this page, with `pc_checkout=left` in its query */
	cancel_url?: string;
}

/** What `useCheckout` takes. */
export interface UseCheckoutOptions {
	/**
	 * Where the vendor's page opens. A new tab opens within the click; where the browser blocks it, this page goes there. @default 'same-tab'
	 */
	open?: OpenSession;
	/** Called where there was nothing to pay and the subscription was changed at once. */
	onUpdated?: (result: CheckoutResult, request: CheckoutRequest) => void;
	/** Called where it failed. */
	onError?: (error: CustomerError, request: CheckoutRequest) => void;
}

/**
 * Sends a customer to pay; TanStack's mutation, with a `status` of its own. Call it in a click. However often it is clicked, it is one
 * session until an answer came, and who has gone elsewhere by then stays there. Who has unsaved typing on the page is asked first, and
 * nothing begins, nor does `mutateAsync` settle, until they agree. `useCheckoutReturn` tells what came of it.
 *
 * @returns TanStack's mutation with `status` `idle`, `opening`, `leaving`, `updated` or `failed`, and errors typed `CustomerError`
 * @example
 * const checkout = useCheckout();
 * checkout.mutate({ customerId: 'me', line_items: [{ variant_id: 'pro_monthly' }] });
 */
export function useCheckout({
	open = 'same-tab',
	onUpdated,
	onError,
}: UseCheckoutOptions = {}): SessionMutation<CheckoutResult, CheckoutRequest> {
	return useSession<CheckoutResult, CheckoutRequest>({
		kind: 'checkout',
		open,
		complete: (request) => ({ success_url: returnAddress('done'), cancel_url: returnAddress('left'), ...request }),
		ask: async (backend, { customerId, line_items, success_url = '', cancel_url = '' }, options) =>
			methodOf(backend, 'createCheckout')(customerId, { line_items, success_url, cancel_url }, options),
		onUpdated,
		onError,
	});
}
