'use client';
import type { CustomerError } from '../../contract/errors';
import { useWords } from '../../hooks/context/useWords';
import { billingWords } from '../../locales/english/billing/billingWords';
import { formatMessage } from '../../locales/formatMessage';
import { slot } from '../ui/slot';

/** Why the vendor's page could not be opened, under the button that was to open it. */
export function SessionFailure({ error }: { error: CustomerError }) {
	const { billing, errors, common } = useWords(billingWords);
	return (
		<div role="alert" {...slot('pc-session-failure')}>
			<p>{error.code === 'misconfigured' ? billing.misconfigured : errors[error.code]}</p>
			{error.requestId && <p {...slot('pc-request-id')}>{formatMessage(common.requestId, { id: error.requestId })}</p>}
		</div>
	);
}
