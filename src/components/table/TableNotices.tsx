'use client';
import { memo } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { useSearchTooShort } from '../../hooks/table/useSearchText';
import { tableWords } from '../../locales/english/table/tableWords';
import { formatMessage } from '../../locales/formatMessage';
import { Alert } from '../ui/Alert';
import { Button } from '../ui/Button';
import { FailureAlert } from '../ui/Failure';
import { slot } from '../ui/slot';
import type { AroundRows } from './useAroundRows';

interface TableNoticesProps {
	table: AroundRows;
	/** Rows are shown. */
	ready: boolean;
	/** What failed while rows are shown. */
	failure: string | undefined;
	/** It is tried again. */
	retrying: boolean;
}

/** What one should know about the rows below. Seen only: the table's live region says the same. */
export const TableNotices = memo(function TableNotices({ table, ready, failure, retrying }: TableNoticesProps) {
	const { table: words, common } = useWords(tableWords);
	const { error, search, notice } = table;
	const tooShort = useSearchTooShort(table);
	return (
		<>
			{tooShort && <p {...slot('pc-hint')}>{formatMessage(words.searchTooShort, { min: search.minLength })}</p>}
			{notice === 'cursor_vanished' && (
				<Alert
					tone="info"
					title={words.cursorVanished}
					actions={<Button variant="ghost" size="small" icon="close" aria-label={common.close} onClick={table.dismissNotice} />}
				/>
			)}
			{ready && table.isOffline && <Alert tone="info" title={words.offline} />}
			{failure && error && <FailureAlert error={error} title={failure} onRetry={table.retry} retrying={retrying} />}
		</>
	);
});
