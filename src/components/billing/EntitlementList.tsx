'use client';
import { useId } from 'react';
import { useEntitlements } from '../../hooks/billing/useEntitlements';
import { useWords } from '../../hooks/context/useWords';
import { billingWords } from '../../locales/english/billing/billingWords';
import { Skeleton } from '../ui/Skeleton';
import { slot } from '../ui/slot';

interface EntitlementListProps {
	customerId: string;
	featureIds: readonly string[];
	/** Names of the features. */
	names: Readonly<Record<string, string>>;
	headingLevel: 2 | 3 | 4;
}

/** Features, and whether the customer has them. */
export function EntitlementList({ customerId, featureIds, names, headingLevel }: EntitlementListProps) {
	const { billing } = useWords(billingWords);
	const queries = useEntitlements(customerId, featureIds);
	const id = useId();
	const Heading = `h${headingLevel}` as const;
	return (
		<section {...slot('pc-entitlements')} aria-labelledby={id}>
			<Heading id={id} {...slot('pc-billing-heading')}>
				{billing.entitlements}
			</Heading>
			<dl {...slot('pc-entitlement-list')}>
				{featureIds.map((featureId, at) => {
					const { data, error } = queries[at]!;
					const state = data ? (data.has_access ? 'granted' : 'denied') : error ? 'failed' : 'pending';
					const words = { granted: billing.granted, denied: billing.denied, failed: billing.unknownAccess };
					return (
						<div key={featureId} {...slot('pc-entitlement')} data-state={state}>
							<dt>
								<bdi>{names[featureId] ?? featureId}</bdi>
							</dt>
							<dd>{state === 'pending' ? <Skeleton /> : <span>{words[state]}</span>}</dd>
						</div>
					);
				})}
			</dl>
		</section>
	);
}
