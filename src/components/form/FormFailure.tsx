'use client';
import { useEffect, useMemo, useState } from 'react';
import type { CustomerError } from '../../contract/errors';
import { useWords } from '../../hooks/context/useWords';
import { formWords } from '../../locales/english/form/formWords';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import { Alert } from '../ui/Alert';
import { Button } from '../ui/Button';
import { slot } from '../ui/slot';

export interface FormFailureProps {
	error: CustomerError;
	/** Sends the same again. */
	onRetry: () => void;
	/** Whether that is under way. */
	busy: boolean;
}

/** Nothing is wrong with what was sent. */
const passing = /^(offline|unreachable|unauth|rate)/;

/** Says why saving failed, with the request id, and offers to try again; after too many requests once the wait is over. */
export function FormFailure({ error, onRetry, busy }: FormFailureProps) {
	const locale = useWords(formWords);
	const left = useSecondsLeft(error);
	const again = error.retryable || /^(unauth|internal)/.test(error.code);
	return (
		<Alert
			tone={passing.test(error.code) ? 'warning' : 'danger'}
			title={locale.errors[error.code]}
			actions={
				again && (
					<Button size="small" icon="refresh" busy={busy} aria-disabled={!!left || undefined} onClick={() => !left && onRetry()}>
						{left ? formatMessage(locale.form.retryIn, { seconds: formatNumber(locale, left) }) : locale.common.retry}
					</Button>
				)
			}
		>
			{error.requestId && <span {...slot('pc-request-id')}>{formatMessage(locale.common.requestId, { id: error.requestId })}</span>}
		</Alert>
	);
}

function useSecondsLeft(error: CustomerError): number {
	const end = useMemo(() => Date.now() + (error.retryAfterMs ?? 0), [error]);
	const [, tick] = useState(0);
	const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
	useEffect(() => {
		if (!left) return;
		const timer = setTimeout(() => tick(Date.now()), 250);
		return () => clearTimeout(timer);
	});
	return left;
}
