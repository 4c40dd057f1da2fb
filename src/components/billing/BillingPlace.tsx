'use client';
import { Skeleton } from '../ui/Skeleton';
import { slot } from '../ui/slot';
import { SubscriptionPlace } from './SubscriptionPlace';

/** Stands where a customer's billing will be, as high as one subscription and the features. */
export function BillingPlace({ features }: { features: number }) {
	return (
		<div {...slot('pc-billing')} aria-hidden="true">
			<div {...slot('pc-billing-header')}>
				<Title />
			</div>
			<div {...slot('pc-subscriptions')}>
				<Heading />
				<SubscriptionPlace />
			</div>
			{features > 0 && (
				<div {...slot('pc-entitlements')}>
					<Heading />
					<div {...slot('pc-entitlement-list')}>
						{Array.from({ length: features }, (_, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: a place has no name
							<div key={at} {...slot('pc-entitlement')}>
								<span>
									<Skeleton />
								</span>
							</div>
						))}
					</div>
				</div>
			)}
		</div>
	);
}

function Title() {
	return (
		<span {...slot('pc-billing-title')}>
			<Skeleton size="short" />
		</span>
	);
}

function Heading() {
	return (
		<span {...slot('pc-billing-heading')}>
			<Skeleton size="short" />
		</span>
	);
}
