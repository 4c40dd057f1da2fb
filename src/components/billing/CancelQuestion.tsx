'use client';
import { useEffect, useId, useRef, useState } from 'react';
import type { CancelTiming, Subscription } from '../../contract/billing';
import type { CustomerError } from '../../contract/errors';
import { useWords } from '../../hooks/context/useWords';
import { billingWords } from '../../locales/english/billing/billingWords';
import { formatDate, formatMessage } from '../../locales/formatMessage';
import { Button } from '../ui/Button';
import { FailureAlert } from '../ui/Failure';
import { slot } from '../ui/slot';
import { useEscape } from '../ui/useEscape';
import { subscriptionName } from './subscriptionText';

interface CancelQuestionProps {
	subscription: Subscription;
	/** Those that are offered, at least one. */
	timings: readonly CancelTiming[];
	busy: boolean;
	error: CustomerError | null;
	onConfirm: (timing: CancelTiming) => void;
	onKeep: () => void;
}

/** Asks in place, naming what ends and when; the safe answer has the focus. */
export function CancelQuestion({ subscription, timings, busy, error, onConfirm, onKeep }: CancelQuestionProps) {
	const locale = useWords(billingWords);
	const { billing } = locale;
	const id = useId();
	const keep = useRef<HTMLButtonElement>(null);
	const [timing, setTiming] = useState<CancelTiming>(timings.includes('at_billing_period_end') ? 'at_billing_period_end' : 'immediate');
	useEffect(() => keep.current?.focus(), []);
	useEscape(true, () => {
		if (!busy) onKeep();
	});
	const { current_period_end: end } = subscription;
	const atPeriodEnd = end
		? formatMessage(billing.cancelAtEnd, { date: formatDate(locale, end, { dateStyle: 'long' }) })
		: billing.cancelAtEndUnknown;
	return (
		<div role="alertdialog" aria-labelledby={`${id}title`} aria-describedby={`${id}hint`} {...slot('pc-cancel')}>
			<p id={`${id}title`} {...slot('pc-cancel-title')}>
				<bdi>{formatMessage(billing.cancelQuestion, { name: subscriptionName(subscription, locale) })}</bdi>
			</p>
			{timings.length > 1 && (
				<fieldset {...slot('pc-cancel-timings')} aria-labelledby={`${id}title`} disabled={busy}>
					{timings.map((one) => (
						<label key={one} {...slot('pc-cancel-timing')}>
							<input type="radio" name={id} checked={one === timing} onChange={() => setTiming(one)} />
							<span>{one === 'immediate' ? billing.timingImmediate : billing.timingAtEnd}</span>
						</label>
					))}
				</fieldset>
			)}
			<p id={`${id}hint`} {...slot('pc-hint')}>
				{timing === 'immediate' ? billing.cancelNow : atPeriodEnd}
			</p>
			{error && <FailureAlert role="alert" error={error} title={billing.cancelFailed} />}
			<div {...slot('pc-cancel-actions')}>
				<Button ref={keep} aria-disabled={busy} onClick={onKeep}>
					<span>{billing.keep}</span>
				</Button>
				<Button variant="danger" busy={busy} onClick={() => onConfirm(timing)}>
					<span>{billing.confirmCancel}</span>
				</Button>
			</div>
		</div>
	);
}
