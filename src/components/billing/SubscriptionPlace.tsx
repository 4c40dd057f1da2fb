'use client';
import type { Capabilities } from '../../contract/backend';
import { Skeleton } from '../ui/Skeleton';
import { slot } from '../ui/slot';

interface SubscriptionPlaceProps {
	/** What can be done with it, as far as that is known. */
	offered: Capabilities['subscriptions'] | undefined;
}

/** Stands where a list of one subscription will be, as high. */
export function SubscriptionPlace({ offered }: SubscriptionPlaceProps) {
	return (
		<div {...slot('pc-subscription-list')} aria-hidden="true">
			<div {...slot('pc-subscription')}>
				<div {...slot('pc-subscription-text')}>
					<p {...slot('pc-subscription-name')}>
						<span>
							<Skeleton />
						</span>
					</p>
					<p {...slot('pc-subscription-price')}>
						<Skeleton />
					</p>
					<p {...slot('pc-hint')}>
						<Skeleton size="long" />
					</p>
				</div>
				{(!offered || offered.cancel.length > 0) && (
					<div {...slot('pc-subscription-actions')}>
						<span {...slot('pc-button')} data-size="small">
							<Skeleton />
						</span>
					</div>
				)}
			</div>
		</div>
	);
}
