'use client';
import { useId, useState } from 'react';
import { useSubscriptions } from '../hooks/billing/useSubscriptions';
import { useCapabilities } from '../hooks/cache/useCapabilities';
import { useFetching } from '../hooks/cache/useFetching';
import { useWords } from '../hooks/context/useWords';
import { billingWords } from '../locales/english/billing/billingWords';
import { SubscriptionPlace } from './billing/SubscriptionPlace';
import { SubscriptionRow } from './billing/SubscriptionRow';
import { Boundary } from './ui/Boundary';
import { Button } from './ui/Button';
import { FailureAlert, FailureState } from './ui/Failure';
import { slot } from './ui/slot';

/** What `SubscriptionList` takes. */
export interface SubscriptionListProps {
	/** The customer's id, or `'me'` for whoever is signed in. */
	customerId: string;
	/** Shows a "Subscribe" button where there is no subscription. @default none */
	onSubscribe?: () => void;
	/** Level of the heading, so that it fits the page. @default 3 */
	headingLevel?: 2 | 3 | 4;
	/** A class for the element around it. */
	className?: string;
}

/**
 * What a customer pays for again and again, with what it costs, how it stands and when it renews or ends; as far as the backend offers it,
 * to cancel and to resume. Absent where the backend lists no subscriptions.
 *
 * @example
 * <SubscriptionList customerId="me" />;
 */
export function SubscriptionList(props: SubscriptionListProps) {
	return (
		<Boundary of="SubscriptionList">
			<ListView {...props} />
		</Boundary>
	);
}

function ListView({ customerId, onSubscribe, headingLevel = 3, className }: SubscriptionListProps) {
	const locale = useWords(billingWords);
	const { billing, common } = locale;
	const offer = useCapabilities();
	const offered = offer.data?.subscriptions;
	const query = useSubscriptions(customerId, { enabled: Boolean(offered) });
	// What is offered comes first, and may fail or wait as well.
	const asked = offered ? query : offer;
	const { isFetching, failure } = useFetching(asked);
	const [said, say] = useState('');
	const id = useId();
	if (offer.data && !offered) return null;
	const Heading = `h${headingLevel}` as const;
	const { data, error } = query;
	const state = data ? (data.length > 0 ? 'ready' : 'empty') : failure ? 'failed' : 'loading';
	const retry = () => void asked.refetch();
	const broken = <li {...slot('pc-subscription')}>{billing.brokenRow}</li>;
	return (
		<section
			data-pc-root=""
			{...slot('pc-subscriptions', className)}
			data-state={state}
			aria-labelledby={id}
			aria-busy={isFetching}
			lang={locale.code}
			dir={locale.dir}
		>
			<Heading id={id} {...slot('pc-billing-heading')}>
				{billing.subscriptions}
			</Heading>
			<p {...slot('pc-unseen')} role="status">
				{said || (state === 'loading' ? common.loading : '')}
			</p>
			{data && error && <FailureAlert role="status" error={error} title={billing.outdated} onRetry={retry} retrying={isFetching} />}
			{state === 'failed' && failure && <FailureState error={failure} title={billing.failed} onRetry={retry} retrying={isFetching} />}
			{state === 'empty' && (
				<div {...slot('pc-billing-none')}>
					<p>{billing.noSubscriptions}</p>
					{onSubscribe && (
						<Button variant="primary" size="small" onClick={onSubscribe}>
							<span>{billing.subscribe}</span>
						</Button>
					)}
				</div>
			)}
			{state === 'loading' && <SubscriptionPlace offered={offered} />}
			{data && offered && data.length > 0 && (
				<ul {...slot('pc-subscription-list')}>
					{data.map((subscription, at) => (
						<Boundary of="SubscriptionList" key={subscription.id || at} subject={subscription} fallback={broken}>
							{subscription.unreadable ? (
								broken
							) : (
								<SubscriptionRow customerId={customerId} subscription={subscription} offered={offered} onChanged={say} />
							)}
						</Boundary>
					))}
				</ul>
			)}
		</section>
	);
}
