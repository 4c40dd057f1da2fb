'use client';
import type { ReactNode } from 'react';
import type { CustomerError } from '../contract/errors';
import { useEntitlement } from '../hooks/billing/useEntitlement';
import { slot } from './ui/slot';

/** What `EntitlementGate` takes. */
export interface EntitlementGateProps {
	/** The customer's id, or `'me'` for whoever is signed in. */
	customerId: string | null | undefined;
	/** The vendor's id of the feature. */
	featureId: string;
	/** Shown to those who may use the feature. Rendered for nobody else. */
	children?: ReactNode;
	/** Shown to those who may not. @default nothing */
	fallback?: ReactNode;
	/** Shown until it is known. @default nothing */
	pending?: ReactNode;
	/** Shown where it could not be found out. @default `fallback` */
	failed?: (failure: { error: CustomerError; retry: () => void }) => ReactNode;
	/** A yes that could not be confirmed again is no yes any more. @default false: it holds until a "no" comes */
	strict?: boolean;
	/** What to do where the backend checks no entitlements. @default 'denied' */
	whenUnsupported?: 'denied' | 'granted';
	/** A class for the element around it. */
	className?: string;
}

/**
 * Shows what only those may see who have a feature. Gates that mount together ask together, and open and close by themselves as what the
 * customer has changes. What a server must protect it has to check itself.
 *
 * @example
 * <EntitlementGate customerId="me" featureId="reports" fallback={<CheckoutButton customerId="me" lineItems={[{ variant_id: 'pro' }]} />}>
 * 	<h2>Reports</h2>
 * </EntitlementGate>;
 */
export function EntitlementGate(props: EntitlementGateProps) {
	const { customerId, featureId, children, fallback, pending, failed, strict = false, whenUnsupported = 'denied', className } = props;
	const { data, error, refetch } = useEntitlement(customerId, featureId);
	const state = gateState(data?.has_access, error, strict, whenUnsupported);
	const retry = () => void refetch();
	const shown = { granted: children, denied: fallback, pending, failed: failed && error ? failed({ error, retry }) : fallback }[state];
	return (
		// Another element for another state: a text of the host's is never taken out of a page that the browser translates.
		<div key={state} {...slot('pc-gate', className)} data-state={state}>
			{shown}
		</div>
	);
}

function gateState(
	hasAccess: boolean | null | undefined,
	error: CustomerError | null,
	strict: boolean,
	whenUnsupported: 'denied' | 'granted',
): 'pending' | 'granted' | 'denied' | 'failed' {
	if (error?.code === 'not_supported') return whenUnsupported;
	if (error && (strict || hasAccess == null)) return 'failed';
	if (hasAccess == null) return 'pending';
	return hasAccess ? 'granted' : 'denied';
}
