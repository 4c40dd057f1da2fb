'use client';
import type { MouseEvent } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { brokenWords } from '../../locales/english/ui/brokenWords';
import { Alert } from './Alert';
import { Button } from './Button';

/** Stands where something is missing. */
export function RetryAlert({ title, onRetry }: { title: string; onRetry: (event: MouseEvent) => void }) {
	const { common } = useWords(brokenWords);
	return (
		<Alert
			tone="danger"
			title={title}
			role="alert"
			actions={
				<Button icon="refresh" size="small" onClick={onRetry}>
					{common.retry}
				</Button>
			}
		/>
	);
}
