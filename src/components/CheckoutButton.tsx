'use client';
import type { ReactNode } from 'react';
import type { CheckoutInput } from '../contract/billing';
import { type UseCheckoutOptions, useCheckout } from '../hooks/billing/useCheckout';
import { useCapabilities } from '../hooks/cache/useCapabilities';
import { useWords } from '../hooks/context/useWords';
import { billingWords } from '../locales/english/billing/billingWords';
import { SessionFailure } from './billing/SessionFailure';
import { Boundary } from './ui/Boundary';
import { Button } from './ui/Button';
import { slot } from './ui/slot';

/** What `CheckoutButton` takes. */
export interface CheckoutButtonProps extends UseCheckoutOptions {
	/** The customer's id, or `'me'` for whoever is signed in. */
	customerId: string;
	/** What is bought: 1–20 items. */
	lineItems: CheckoutInput['line_items'];
	/** Where the vendor sends people who paid. @default this page */
	successUrl?: string;
	/** Where the vendor sends people who turned back. @default this page */
	cancelUrl?: string;
	/** What the button says. @default "Subscribe" in the reader's language */
	children?: ReactNode;
	/** How much it asks for attention. @default 'primary' */
	variant?: 'primary' | 'secondary' | 'ghost';
	/** A class for the element around it. */
	className?: string;
}

/**
 * Sends a customer to pay, and says why where that is not possible. Absent where the backend sells nothing.
 *
 * @example
 * <CheckoutButton customerId="me" lineItems={[{ variant_id: 'pro_monthly' }]}>
 * 	Go Pro
 * </CheckoutButton>;
 */
export function CheckoutButton(props: CheckoutButtonProps) {
	return (
		<Boundary of="CheckoutButton">
			<ButtonView {...props} />
		</Boundary>
	);
}

function ButtonView(props: CheckoutButtonProps) {
	const { customerId, lineItems, successUrl, cancelUrl, children, variant = 'primary', className, ...options } = props;
	const locale = useWords(billingWords);
	const { billing } = locale;
	const { data: capabilities } = useCapabilities();
	const checkout = useCheckout(options);
	if (!capabilities?.checkout) return null;
	const start = () =>
		checkout.mutate({
			customerId,
			line_items: lineItems,
			...(successUrl !== undefined && { success_url: successUrl }),
			...(cancelUrl !== undefined && { cancel_url: cancelUrl }),
		});
	const busy = checkout.status === 'opening' || checkout.status === 'leaving';
	return (
		<div data-pc-root="" {...slot('pc-session', className)} data-state={checkout.status} lang={locale.code} dir={locale.dir}>
			<Button variant={variant} busy={busy} onClick={start}>
				<span>{children ?? billing.subscribe}</span>
			</Button>
			<p role="status" {...slot('pc-session-status')}>
				{busy ? billing.opening : checkout.status === 'updated' ? billing.updated : ''}
			</p>
			{checkout.error && <SessionFailure error={checkout.error} />}
		</div>
	);
}
