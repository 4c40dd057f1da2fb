'use client';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { stateWords } from '../../locales/english/table/stateWords';
import { Alert } from '../ui/Alert';
import { Button } from '../ui/Button';
import { FailureAlert } from '../ui/Failure';
import { infoIcon } from '../ui/icons/infoIcon';
import { awaitsRows } from './TableStatus';
import type { AroundRows } from './useAroundRows';

type Words = (typeof stateWords)['table'];

export interface TroubleNoticesProps {
	table: AroundRows;
	/** Rows are shown. */
	ready: boolean;
	/** What failed while rows are shown. */
	failure: keyof Words | undefined;
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
					icon={infoIcon}
					title={words.cursorVanished}
					actions={<Button variant="ghost" size="small" icon="close" aria-label={common.close} onClick={table.dismissNotice} />}
				/>
			)}
			{ready && table.isOffline && <Alert tone="info" icon={infoIcon} title={words.offline} />}
			{failure && error && <FailureAlert error={error} title={words[failure]} onRetry={table.retry} retrying={retrying} />}
		</>
	);
}

/** The same for those who hear it. */
export function TroubleText({ what }: { what: keyof Words }) {
	return useWords(stateWords).table[what];
}

/** What failed while rows are shown still, as the words for it are called; `undefined` where nothing did. */
export function failureOverRows({ status, error, isPrevious, list }: CustomerTableModel) {
	if (status !== 'ready' || !error) return undefined;
	if (isPrevious) return 'former';
	return 'isFetchNextPageError' in list && list.isFetchNextPageError ? 'moreFailed' : 'outdated';
}

/**
 * Why there are no rows, or what is wrong with them, as the words for it are called; `undefined` where there is something else to hear, or
 * what takes the rows' place says it by itself.
 */
export function troubleOf(table: CustomerTableModel, slow: boolean): keyof Words | undefined {
	const { status } = table;
	if (table.isOffline && status !== 'failed') return 'offline';
	if (slow) return undefined;
	if (table.notice) return 'cursorVanished';
	if (awaitsRows(table)) return undefined;
	if (status === 'empty') return 'empty';
	return status === 'no-matches' ? 'noMatches' : failureOverRows(table);
}
