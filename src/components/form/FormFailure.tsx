'use client';
import { useEffect, useState } from 'react';
import type { CustomerError, CustomerErrorCode } from '../../contract/errors';
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
const passing: ReadonlySet<CustomerErrorCode> = new Set(['offline', 'unreachable', 'unauthenticated', 'rate_limited']);

/** Says why saving failed, with the request id, and offers to try again; after too many requests once the wait is over. */
export function FormFailure({ error, onRetry, busy }: FormFailureProps) {
	const locale = useWords(formWords);
	const left = useSecondsLeft(error);
	const again = error.retryable || error.code === 'unauthenticated' || error.code === 'internal_error';
	return (
		<Alert
			tone={passing.has(error.code) ? 'warning' : 'danger'}
			title={locale.errors[error.code]}
			actions={
				again && (
					<Button size="small" icon="refresh" busy={busy} aria-disabled={left > 0 || undefined} onClick={() => left === 0 && onRetry()}>
						{left > 0 ? formatMessage(locale.form.retryIn, { seconds: formatNumber(locale, left) }) : locale.common.retry}
					</Button>
				)
			}
		>
			{error.requestId && <span {...slot('pc-request-id')}>{formatMessage(locale.common.requestId, { id: error.requestId })}</span>}
		</Alert>
	);
}

function useSecondsLeft(error: CustomerError): number {
	const total = Math.ceil((error.retryAfterMs ?? 0) / 1000);
	const [state, setState] = useState({ error, left: total });
	if (state.error !== error) setState({ error, left: total });
	const counting = state.left > 0;
	useEffect(() => {
		if (!counting) return;
		const end = Date.now() + total * 1000;
		const timer = setInterval(() => setState({ error, left: Math.max(0, Math.ceil((end - Date.now()) / 1000)) }), 250);
		return () => clearInterval(timer);
	}, [error, total, counting]);
	return state.left;
}
