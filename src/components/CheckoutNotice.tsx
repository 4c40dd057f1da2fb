'use client';
import { type FocusEvent, useRef } from 'react';
import { type UseCheckoutReturnOptions, useCheckoutReturn } from '../hooks/billing/useCheckoutReturn';
import { useWords } from '../hooks/context/useWords';
import { billingWords } from '../locales/english/billing/billingWords';
import { Boundary } from './ui/Boundary';
import { Button } from './ui/Button';
import { Icon } from './ui/Icon';
import { infoIcon } from './ui/icons/infoIcon';
import { slot } from './ui/slot';

/** What `CheckoutNotice` takes. */
export interface CheckoutNoticeProps extends UseCheckoutReturnOptions {
	/** A class for the element around it. */
	className?: string;
}

/**
 * Tells those who come back from paying how it stands: never that it failed, and never that it is paid before what they have has changed.
 * Goes on the page that the checkout leads back to.
 *
 * @example
 * <CheckoutNotice customerId="me" />;
 */
export function CheckoutNotice(props: CheckoutNoticeProps) {
	return (
		<Boundary of="CheckoutNotice">
			<NoticeView {...props} />
		</Boundary>
	);
}

function NoticeView({ className, ...options }: CheckoutNoticeProps) {
	const locale = useWords(billingWords);
	const { billing, common } = locale;
	const { status, dismiss } = useCheckoutReturn(options);
	const place = useRef<HTMLDivElement>(null);
	const cameFrom = useRef<HTMLElement>(null);
	const enter = ({ relatedTarget }: FocusEvent) => {
		cameFrom.current = relatedTarget as HTMLElement | null;
	};
	const close = () => {
		dismiss();
		// Where nothing had the focus before, Tab and screen readers go on from its place.
		(cameFrom.current?.isConnected ? cameFrom.current : place.current)?.focus();
	};
	const texts = {
		none: '',
		left: billing.returnLeft,
		waiting: billing.returnWaiting,
		settled: billing.returnSettled,
		late: billing.returnLate,
	};
	const tone = status === 'settled' ? 'success' : 'info';
	return (
		<div
			ref={place}
			tabIndex={-1}
			data-pc-root=""
			{...slot('pc-checkout-notice', className)}
			data-state={status}
			lang={locale.code}
			dir={locale.dir}
		>
			<div {...slot('pc-alert')} data-tone={tone} hidden={status === 'none'}>
				<Icon name={status === 'settled' ? 'check' : status === 'waiting' ? 'refresh' : infoIcon} spinning={status === 'waiting'} />
				<div {...slot('pc-alert-body')}>
					<div {...slot('pc-alert-text')}>
						<p role="status" {...slot('pc-alert-title')}>
							{texts[status]}
						</p>
					</div>
				</div>
				<Button variant="ghost" size="small" icon="close" aria-label={common.close} onFocus={enter} onClick={close} />
			</div>
		</div>
	);
}
