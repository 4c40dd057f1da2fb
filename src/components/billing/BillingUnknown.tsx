'use client';
import type { CustomerError } from '../../contract/errors';
import { useWords } from '../../hooks/context/useWords';
import { billingWords } from '../../locales/english/billing/billingWords';
import { EmptyState } from '../ui/EmptyState';
import { FailureState } from '../ui/Failure';
import { offlineIcon } from '../ui/icons/offlineIcon';

interface BillingUnknownProps {
	/** `null` where nothing is asked without a network. */
	error: CustomerError | null;
	onRetry(): void;
	retrying: boolean;
}

/** Stands where a customer's billing would be: it could not be loaded. */
export function BillingUnknown({ error, ...retry }: BillingUnknownProps) {
	const { billing, errors } = useWords(billingWords);
	if (error) return <FailureState error={error} title={billing.failed} {...retry} />;
	return (
		<EmptyState icon={offlineIcon} title={billing.failed} role="status">
			{errors.offline}
		</EmptyState>
	);
}
