'use client';
import { type ReactNode, useId } from 'react';
import type { CheckoutInput } from '../contract/billing';
import { useCapabilities } from '../hooks/cache/useCapabilities';
import { useWords } from '../hooks/context/useWords';
import { billingWords } from '../locales/english/billing/billingWords';
import { BillingPortalButton } from './BillingPortalButton';
import { EntitlementList } from './billing/EntitlementList';
import { offersBilling } from './billing/offersBilling';
import { CheckoutButton } from './CheckoutButton';
import { CheckoutNotice } from './CheckoutNotice';
import { SubscriptionList } from './SubscriptionList';
import { Boundary } from './ui/Boundary';
import { slot } from './ui/slot';

/** Parts that take a class: `root`, `header` and `actions`. */
export type CustomerBillingSlot = 'root' | 'header' | 'actions';

/** What `CustomerBilling` takes. */
export interface CustomerBillingProps {
	/** The customer's id, or `'me'` for whoever is signed in. */
	customerId: string;
	/** Features to show, by the vendor's ids. @default none */
	featureIds?: readonly string[];
	/** Names of the features, by id. @default the ids */
	featureNames?: Readonly<Record<string, string>>;
	/** What the checkout button buys. @default no such button */
	lineItems?: CheckoutInput['line_items'];
	/** What the checkout button says. @default "Subscribe" in the reader's language */
	checkoutLabel?: ReactNode;
	/** Level of the heading, so that it fits the page; those below it are one deeper. @default 3 */
	headingLevel?: 2 | 3;
	/** Classes to add, by slot. */
	classNames?: Partial<Record<CustomerBillingSlot, string>>;
}

/**
 * All that there is about a customer's billing, as far as the backend offers it: how a payment stands, subscriptions, features, checkout
 * and the vendor's portal. The same for an admin and, with `customerId="me"`, for whoever is signed in.
 *
 * @example
 * <CustomerBilling customerId="me" featureIds={['reports']} lineItems={[{ variant_id: 'pro_monthly' }]} />;
 */
export function CustomerBilling(props: CustomerBillingProps) {
	return (
		<Boundary of="CustomerBilling">
			<BillingView {...props} />
		</Boundary>
	);
}

function BillingView(props: CustomerBillingProps) {
	const { customerId, featureIds = [], featureNames = {}, lineItems, checkoutLabel, headingLevel = 3, classNames = {} } = props;
	const locale = useWords(billingWords);
	const { data: offered } = useCapabilities();
	const id = useId();
	const Heading = `h${headingLevel}` as const;
	const below = headingLevel === 2 ? 3 : 4;
	// It says that it loads, or why it does not.
	if (!offered) return <SubscriptionList customerId={customerId} headingLevel={headingLevel} />;
	if (!offersBilling(offered)) return null;
	return (
		<section data-pc-root="" {...slot('pc-billing', classNames.root)} aria-labelledby={id} lang={locale.code} dir={locale.dir}>
			<header {...slot('pc-billing-header', classNames.header)}>
				<Heading id={id} {...slot('pc-billing-title')}>
					{locale.billing.title}
				</Heading>
				<div {...slot('pc-billing-actions', classNames.actions)}>
					<BillingPortalButton customerId={customerId} />
					{lineItems && (
						<CheckoutButton customerId={customerId} lineItems={lineItems}>
							{checkoutLabel}
						</CheckoutButton>
					)}
				</div>
			</header>
			<CheckoutNotice customerId={customerId} />
			<SubscriptionList customerId={customerId} headingLevel={below} />
			{offered.entitlements && featureIds.length > 0 && (
				<Boundary of="CustomerBilling">
					<EntitlementList customerId={customerId} featureIds={featureIds} names={featureNames} headingLevel={below} />
				</Boundary>
			)}
		</section>
	);
}
