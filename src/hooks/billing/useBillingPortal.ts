'use client';
import { useEffect } from 'react';
import type { CustomerError } from '../../contract/errors';
import { methodOf } from '../cache/methodOf';
import { useCustomersContext } from '../context/customersContext';
import type { OpenSession } from './openSession';
import { refreshAfterVisit } from './refreshBilling';
import { takeNote } from './sessionNotes';
import { type SessionMutation, useSession } from './useSession';

/** Whose portal, and where it leads back. */
export interface BillingPortalRequest {
	/** The customer's id, or `'me'`. */
	customerId: string;
	/** Where the portal leads back. @default this page */
	return_url?: string;
}

/** What `useBillingPortal` takes. */
export interface UseBillingPortalOptions {
	/** Whose return to this page is watched for: what they changed shows here without a reload. @default nobody's */
	customerId?: string;
	/** Where the portal opens. @default 'same-tab' */
	open?: OpenSession;
	/** Called where it failed. */
	onError?: (error: CustomerError, request: BillingPortalRequest) => void;
}

/**
 * Sends a customer to the vendor's page for invoices and payment methods; TanStack's mutation, with a `status` of its own. The session is
 * made by the click, never before; on the return everything about the customer's billing is asked anew, at once and after 2, 5 and 15 s.
 *
 * @returns TanStack's mutation with `status` `idle`, `opening`, `leaving` or `failed`, and errors typed `CustomerError`
 * @example
 * const portal = useBillingPortal({ customerId: 'me' });
 * portal.mutate({ customerId: 'me' });
 */
export function useBillingPortal({
	customerId,
	open = 'same-tab',
	onError,
}: UseBillingPortalOptions = {}): SessionMutation<{ url: string }, BillingPortalRequest> {
	const { scope, queryClient } = useCustomersContext();
	useEffect(() => {
		if (customerId !== undefined && takeNote('portal', scope, customerId)) refreshAfterVisit(queryClient, scope, customerId);
	}, [queryClient, scope, customerId]);
	return useSession<{ url: string }, BillingPortalRequest>({
		kind: 'portal',
		open,
		complete: (request) => {
			const { pathname, search, hash } = window.location;
			return { return_url: pathname + search + hash, ...request };
		},
		ask: async (backend, { customerId, return_url = '' }, options) =>
			methodOf(backend, 'createBillingPortal')(customerId, { return_url }, options),
		onError,
	});
}
