'use client';
import { useWords } from '../../hooks/context/useWords';
import { stateWords } from '../../locales/english/table/stateWords';
import { Alert } from '../ui/Alert';
import { Button } from '../ui/Button';
import { FailureAlert } from '../ui/Failure';
import type { RowsTrouble } from './TableStatus';
import type { AroundRows } from './useAroundRows';

export interface TroubleNoticesProps {
	table: AroundRows;
	/** Rows are shown. */
	ready: boolean;
	/** What failed while rows are shown. */
	failure: RowsTrouble | undefined;
	/** It is tried again. */
	retrying: boolean;
}

/** What is wrong with the rows below. */
export function TroubleNotices({ table, ready, failure, retrying }: TroubleNoticesProps) {
	const { table: words, common } = useWords(stateWords);
	const { error, notice } = table;
	return (
		<>
			{notice === 'cursor_vanished' && (
				<Alert
					tone="info"
					title={words.cursorVanished}
					actions={<Button variant="ghost" size="small" icon="close" aria-label={common.close} onClick={table.dismissNotice} />}
				/>
			)}
			{ready && table.isOffline && <Alert tone="info" title={words.offline} />}
			{failure && error && <FailureAlert error={error} title={words[failure]} onRetry={table.retry} retrying={retrying} />}
		</>
	);
}

/** The same for those who hear it. */
export function TroubleText({ what }: { what: keyof (typeof stateWords)['table'] }) {
	return useWords(stateWords).table[what];
}
