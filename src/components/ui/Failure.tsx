'use client';
import type { MouseEvent, ReactNode } from 'react';
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
	onRetry?: () => void;
	/** A retry is under way. */
	retrying?: boolean;
	/** @default none, for where a live region speaks already */
	role?: 'alert' | 'status';
}

/** Fills a view that could not be loaded. */
export function FailureState({ error, title, onRetry, retrying }: Omit<FailureProps, 'role'>) {
	return (
		<EmptyState
			icon={error.code === 'offline' ? offlineIcon : 'alert'}
			title={title}
			role="alert"
			actions={onRetry && <Retry onRetry={onRetry} retrying={retrying} />}
		>
			<Reason error={error} />
		</EmptyState>
	);
}

/** Stands above rows or fields that were loaded before and could not be refreshed. */
export function FailureAlert({ error, title, onRetry, retrying, role }: FailureProps) {
	return (
		<Alert tone="warning" role={role} title={title} actions={onRetry && <Retry onRetry={onRetry} retrying={retrying} small />}>
			<Reason error={error} />
		</Alert>
	);
}

interface RetryProps {
	onRetry: (event: MouseEvent) => void;
	retrying?: boolean;
	small?: boolean;
}

/** Tries again what failed. */
function Retry({ onRetry, retrying, small }: RetryProps) {
	const { common } = useWords(readWords);
	return (
		<Button icon="refresh" size={small ? 'small' : 'medium'} busy={retrying} onClick={onRetry}>
			{common.retry}
		</Button>
	);
}

function Reason({ error }: { error: CustomerError }): ReactNode {
	const { errors, common } = useWords<typeof readWords & { errors: Partial<Locale['errors']> }>(readWords);
	return (
		<>
			<span>{errors[error.code] ?? errors.internal_error}</span>
			{error.requestId && <span {...slot('pc-request-id')}>{` ${formatMessage(common.requestId, { id: error.requestId })}`}</span>}
		</>
	);
}
