'use client';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { useSearchTooShort } from '../../hooks/table/useSearchText';
import { tableWords } from '../../locales/english/table/tableWords';
import { formatMessage, formatNumber, formatPlural } from '../../locales/formatMessage';

interface TableStatusProps {
	table: CustomerTableModel;
	slow: boolean;
}

/** The table's one live region: tells those who hear it what others see happen. */
export function TableStatus({ table, slow }: TableStatusProps) {
	const locale = useWords(tableWords);
	const tooShort = useSearchTooShort(table);
	return (
		<p data-slot="pc-unseen" role="status">
			{tooShort ? formatMessage(locale.table.searchTooShort, { min: table.search.minLength }) : message(table, slow, locale)}
		</p>
	);
}

function message(table: CustomerTableModel, slow: boolean, locale: typeof tableWords): string {
	const { table: words, common } = locale;
	const { status, rows, notice } = table;
	if (table.isOffline && status !== 'failed') return words.offline;
	if (slow) return words.slow;
	if (notice === 'cursor_vanished') return words.cursorVanished;
	if (status === 'loading' || table.isPrevious) return common.loading;
	if (status === 'empty') return words.empty;
	if (status === 'no-matches') return words.noMatches;
	if (status !== 'ready') return '';
	if (table.error) return words.outdated;
	const { range } = table.paging;
	const where = range && formatMessage(words.range, { from: formatNumber(locale, range.from), to: formatNumber(locale, range.to) });
	return [formatPlural(locale, words.rows, rows.length), where].filter(Boolean).join(', ');
}
