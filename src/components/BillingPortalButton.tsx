'use client';
import type { ReactNode } from 'react';
import { type UseBillingPortalOptions, useBillingPortal } from '../hooks/billing/useBillingPortal';
import { useCapabilities } from '../hooks/cache/useCapabilities';
import { useWords } from '../hooks/context/useWords';
import { billingWords } from '../locales/english/billing/billingWords';
import { SessionFailure } from './billing/SessionFailure';
import { Boundary } from './ui/Boundary';
import { Button } from './ui/Button';
import { slot } from './ui/slot';

/** What `BillingPortalButton` takes. */
export interface BillingPortalButtonProps extends Omit<UseBillingPortalOptions, 'customerId'> {
	/** The customer's id, or `'me'` for whoever is signed in. */
	customerId: string;
	/** Where the portal leads back. @default this page */
	returnUrl?: string;
	/** What the button says. @default "Manage billing" in the reader's language */
	children?: ReactNode;
	/** How much it asks for attention. @default 'secondary' */
	variant?: 'primary' | 'secondary' | 'ghost';
	/** A class for the element around it. */
	className?: string;
}

/**
 * Opens the vendor's page for invoices and payment methods. Absent where the backend has none.
 *
 * @example
 * <BillingPortalButton customerId="me" />;
 */
export function BillingPortalButton(props: BillingPortalButtonProps) {
	return (
		<Boundary of="BillingPortalButton">
			<ButtonView {...props} />
		</Boundary>
	);
}

function ButtonView(props: BillingPortalButtonProps) {
	const { customerId, returnUrl, children, variant = 'secondary', className, ...options } = props;
	const locale = useWords(billingWords);
	const { data: capabilities } = useCapabilities();
	const portal = useBillingPortal({ ...options, customerId });
	if (!capabilities?.billingPortal) return null;
	const busy = portal.status === 'opening' || portal.status === 'leaving';
	return (
		<div data-pc-root="" {...slot('pc-session', className)} data-state={portal.status} lang={locale.code} dir={locale.dir}>
			<Button
				variant={variant}
				busy={busy}
				onClick={() => portal.mutate({ customerId, ...(returnUrl !== undefined && { return_url: returnUrl }) })}
			>
				<span>{children ?? locale.billing.portal}</span>
			</Button>
			<p role="status" {...slot('pc-session-status')}>
				{busy ? locale.billing.opening : ''}
			</p>
			{portal.error && <SessionFailure error={portal.error} />}
		</div>
	);
}
