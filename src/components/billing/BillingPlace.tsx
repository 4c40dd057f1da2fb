'use client';
import type { Capabilities } from '../../contract/backend';
import { Skeleton } from '../ui/Skeleton';
import { slot } from '../ui/slot';
import { SubscriptionPlace } from './SubscriptionPlace';

/** Stands where a customer's billing will be, as high as one subscription. */
export function BillingPlace({ offered }: { offered: Capabilities | undefined }) {
	return (
		<div {...slot('pc-billing')} aria-hidden="true">
			<div {...slot('pc-billing-header')}>
				<span {...slot('pc-billing-title')}>
					<Skeleton size="short" />
				</span>
			</div>
			<div {...slot('pc-subscriptions')}>
				<span {...slot('pc-billing-heading')}>
					<Skeleton size="short" />
				</span>
				<SubscriptionPlace offered={offered?.subscriptions} />
			</div>
		</div>
	);
}
