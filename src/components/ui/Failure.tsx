'use client';
import type { CustomerError } from '../../contract/errors';
import { useWords } from '../../hooks/context/useWords';
import { readWords } from '../../locales/english/ui/readWords';
import { formatMessage } from '../../locales/formatMessage';
import type { Locale } from '../../locales/locale';
import { Alert } from './Alert';
import { Button } from './Button';
import { EmptyState } from './EmptyState';
import { offlineIcon } from './icons/offlineIcon';
import { slot } from './slot';

export interface FailureProps {
	error: CustomerError;
	/** What failed, in a few words. */
	title: string;
	/** Offered where trying again can help. */
	onRetry?: () => void;
	/** A retry is under way. */
	retrying?: boolean;
	/** @default none, for where a live region speaks already */
	role?: 'alert' | 'status';
}

/** Fills a view that could not be loaded. */
export function FailureState(props: Omit<FailureProps, 'role'>) {
	return (
		<EmptyState icon={props.error.code === 'offline' ? offlineIcon : 'alert'} title={props.title} role="alert" {...useReason(props)} />
	);
}

/** Stands above rows or fields that were loaded before and could not be refreshed. */
export function FailureAlert(props: FailureProps) {
	return <Alert tone="warning" role={props.role} title={props.title} {...useReason(props, 'small')} />;
}

/** Of what somebody has to change something first: the same call fails again. */
const lasting = /^(cross|forb|malf|method|misc|not_)/;

/** Why it failed, and a button to try again where that can help. */
function useReason({ error, onRetry, retrying }: FailureProps, size?: 'small') {
	const { errors, common } = useWords<typeof readWords & { errors: Partial<Locale['errors']> }>(readWords);
	return {
		children: (
			<>
				<span>{errors[error.code] ?? errors.internal_error}</span>
				{error.requestId && <span {...slot('pc-request-id')}>{` ${formatMessage(common.requestId, { id: error.requestId })}`}</span>}
			</>
		),
		actions: onRetry && !lasting.test(error.code) && (
			<Button icon="refresh" size={size} busy={retrying} onClick={onRetry}>
				{common.retry}
			</Button>
		),
	};
}
