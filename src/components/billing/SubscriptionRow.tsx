'use client';
import { useRef, useState } from 'react';
import type { Capabilities } from '../../contract/backend';
import type { Subscription } from '../../contract/billing';
import { isOver } from '../../hooks/billing/runningFirst';
import { useCancelSubscription } from '../../hooks/billing/useCancelSubscription';
import { useResumeSubscription } from '../../hooks/billing/useResumeSubscription';
import { useHydrated } from '../../hooks/context/useHydrated';
import { useWords } from '../../hooks/context/useWords';
import { billingWords } from '../../locales/english/billing/billingWords';
import { formatMessage } from '../../locales/formatMessage';
import { Button } from '../ui/Button';
import { FailureAlert } from '../ui/Failure';
import { slot } from '../ui/slot';
import { CancelQuestion } from './CancelQuestion';
import { nextText, priceText, statusText, statusTone, subscriptionName } from './subscriptionText';

interface SubscriptionRowProps {
	customerId: string;
	subscription: Subscription;
	/** What may be done with it. */
	offered: Exclude<Capabilities['subscriptions'], false>;
	/** Said to those who cannot see the change. */
	onChanged: (sentence: string) => void;
}

const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

/** One subscription: what it is, what it costs, how it stands, what comes next, and what can be done. */
export function SubscriptionRow({ customerId, subscription, offered, onChanged }: SubscriptionRowProps) {
	const locale = useWords(billingWords);
	const { billing } = locale;
	const hydrated = useHydrated();
	const [question, setQuestion] = useState<'asked' | 'kept' | null>(null);
	const row = useRef<HTMLLIElement>(null);
	const name = subscriptionName(subscription, locale);
	const changed = (text: string) => {
		setQuestion(null);
		row.current?.focus();
		onChanged(formatMessage(text, { name }));
	};
	const cancel = useCancelSubscription({ onSuccess: () => changed(billing.cancelled) });
	const resume = useResumeSubscription({ onSuccess: () => changed(billing.resumed) });
	const subject = { customerId, subscriptionId: subscription.id };
	const ends = subscription.cancel_at_period_end;
	const timings = ends ? offered.cancel.filter((timing) => timing === 'immediate') : offered.cancel;
	const prices = subscription.items.flatMap((item) => priceText(item, locale) ?? []);
	const next = nextText(subscription, locale);
	return (
		<li ref={row} tabIndex={-1} {...slot('pc-subscription')} data-status={subscription.status}>
			<div {...slot('pc-subscription-text')}>
				<p {...slot('pc-subscription-name')}>
					<bdi>{name}</bdi>
					<span {...slot('pc-badge')} data-tone={statusTone(subscription)}>
						{statusText(subscription, locale)}
					</span>
				</p>
				{prices.length > 0 && <p {...slot('pc-subscription-price')}>{prices.join(' + ')}</p>}
				{next && (
					<p key={String(hydrated)} {...slot('pc-hint')} suppressHydrationWarning>
						{next}
					</p>
				)}
			</div>
			<div {...slot('pc-subscription-actions')}>
				{ends && offered.resume && !isOver(subscription) && (
					<Button
						size="small"
						busy={resume.isPending}
						aria-label={formatMessage(billing.resumeNamed, { name })}
						onClick={() => resume.mutate(subject)}
					>
						<span>{billing.resume}</span>
					</Button>
				)}
				{timings.length > 0 && !isOver(subscription) && question !== 'asked' && (
					<Button
						ref={question === 'kept' ? takeFocus : undefined}
						size="small"
						variant="ghost"
						aria-label={formatMessage(billing.cancelNamed, { name })}
						onClick={() => {
							cancel.reset();
							setQuestion('asked');
						}}
					>
						<span>{billing.cancel}</span>
					</Button>
				)}
			</div>
			{resume.error && <FailureAlert role="alert" error={resume.error} title={billing.resumeFailed} />}
			{question === 'asked' && (
				<CancelQuestion
					subscription={subscription}
					timings={timings}
					busy={cancel.isPending}
					error={cancel.error}
					onConfirm={(timing) => cancel.mutate({ ...subject, timing })}
					onKeep={() => setQuestion('kept')}
				/>
			)}
		</li>
	);
}
