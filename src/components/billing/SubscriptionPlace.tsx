'use client';
import { Skeleton } from '../ui/Skeleton';
import { slot } from '../ui/slot';

/** Stands where a list of one subscription will be, as high. */
export function SubscriptionPlace() {
	return (
		<div {...slot('pc-subscription-list')} aria-hidden="true">
			<div {...slot('pc-subscription')}>
				<div {...slot('pc-subscription-text')}>
					<p {...slot('pc-subscription-name')}>
						<Skeleton />
					</p>
					<p {...slot('pc-subscription-price')}>
						<Skeleton />
					</p>
					<p {...slot('pc-hint')}>
						<Skeleton size="long" />
					</p>
				</div>
			</div>
		</div>
	);
}
