'use client';
import { memo, type ReactNode } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { useSearchTooShort } from '../../hooks/table/useSearchText';
import { tableWords } from '../../locales/english/table/tableWords';
import { formatMessage, formatNumber, formatPlural } from '../../locales/formatMessage';
import { focusedElement } from '../ui/focusedElement';
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

/** Rows are on their way, and those shown are none of them. */
export function awaitsRows({ status, isPrevious, isRefreshing, error }: CustomerTableModel): boolean {
	return status === 'loading' || (isPrevious && (isRefreshing || !error));
}

/**
 * What there is to hear about a table's rows, besides what is wrong with them.
 *
 * @param sorted whether to say the order, too
 * @param troubled something is wrong, or there are none: what would say so has not come, or has nothing to say
 */
export function statusMessage(
	table: CustomerTableModel,
	slow: boolean,
	sorted: boolean,
	troubled: boolean,
	locale: typeof tableWords,
): string {
	const { table: words, common } = locale;
	if (table.isOffline) return '';
	if (slow) return words.slow;
	// Who asked for the same rows anew hears that they come, and, by what is said next, that they came.
	if (awaitsRows(table) || (table.isRefreshing && (focusedElement() as HTMLElement).title === words.refresh)) return common.loading;
	if (troubled) return '';
	const { range } = table.paging;
	const where = range && formatMessage(words.range, { from: formatNumber(locale, range.from), to: formatNumber(locale, range.to) });
	return [formatPlural(locale, words.rows, table.rows.length), where, sorted && orderMessage(table, locale)]
		.filter(Boolean)
		.join(words.comma);
}

function orderMessage({ state, capabilities }: CustomerTableModel, { table: words, fields }: typeof tableWords): string {
	const { sort } = state;
	if (!capabilities?.sort.includes(sort)) return '';
	const column = fields[sort.replace('-', '') as 'name'];
	return formatMessage(sort.startsWith('-') ? words.sortedDescending : words.sortedAscending, { column });
}
