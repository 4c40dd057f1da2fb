'use client';
import { memo, type ReactNode } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { useSearchTooShort } from '../../hooks/table/useSearchText';
import { tableWords } from '../../locales/english/table/tableWords';
import { formatMessage, formatNumber, formatPlural } from '../../locales/formatMessage';
import { slot } from '../ui/slot';
import type { AroundRows } from './useAroundRows';

interface TableStatusProps {
	table: AroundRows;
	/** Said unless what is typed is too short. */
	message: ReactNode;
}

/** The table's one live region: tells those who hear it what others see happen. */
export const TableStatus = memo(function TableStatus({ table, message }: TableStatusProps) {
	const { table: words } = useWords(tableWords);
	const tooShort = useSearchTooShort(table);
	return (
		<p {...slot('pc-unseen')} role="status">
			{tooShort ? formatMessage(words.searchTooShort, { min: table.search.minLength }) : message}
		</p>
	);
});

/** What can have failed while rows are shown, as the words for it are called. */
export type RowsTrouble = 'former' | 'moreFailed' | 'outdated';

/** What failed while rows are shown still; `undefined` where nothing did. */
export function failureOverRows({ status, error, isPrevious, list }: CustomerTableModel): RowsTrouble | undefined {
	if (status !== 'ready' || !error) return undefined;
	if (isPrevious) return 'former';
	return 'isFetchNextPageError' in list && list.isFetchNextPageError ? 'moreFailed' : 'outdated';
}

/**
 * What there is to hear about a table.
 *
 * @param sorted whether to say the order, too
 * @param say what is said later than rows are
 */
export function statusMessage(
	table: CustomerTableModel,
	slow: boolean,
	sorted: boolean,
	locale: typeof tableWords,
	say: (what: RowsTrouble | 'offline' | 'cursorVanished' | 'empty' | 'noMatches') => ReactNode,
): ReactNode {
	const { table: words, common } = locale;
	const { status, rows, notice, isRefreshing } = table;
	if (table.isOffline && status !== 'failed') return say('offline');
	if (slow) return words.slow;
	if (notice) return say('cursorVanished');
	if (status === 'loading' || (table.isPrevious && (isRefreshing || !table.error))) return common.loading;
	if (status === 'empty') return say('empty');
	if (status === 'no-matches') return say('noMatches');
	if (status !== 'ready') return '';
	const failure = failureOverRows(table);
	if (failure) return say(failure);
	const { range } = table.paging;
	const where = range && formatMessage(words.range, { from: formatNumber(locale, range.from), to: formatNumber(locale, range.to) });
	return [formatPlural(locale, words.rows, rows.length), where, sorted && orderMessage(table, locale)].filter(Boolean).join(', ');
}

function orderMessage({ state, capabilities }: CustomerTableModel, { table: words, fields }: typeof tableWords): string {
	const { sort } = state;
	if (!capabilities?.sort.includes(sort)) return '';
	const column = fields[sort.replace('-', '') as 'name'];
	return formatMessage(sort.startsWith('-') ? words.sortedDescending : words.sortedAscending, { column });
}
