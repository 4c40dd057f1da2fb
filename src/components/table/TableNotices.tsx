'use client';
import { memo } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { useSearchTooShort } from '../../hooks/table/useSearchText';
import { tableWords } from '../../locales/english/table/tableWords';
import { formatMessage } from '../../locales/formatMessage';
import { Alert } from '../ui/Alert';
import { slot } from '../ui/slot';
import type { TroubleNoticesProps } from './TroubleNotices';
import type { StateParts } from './useStateParts';

interface TableNoticesProps extends TroubleNoticesProps {
	/** Says what is wrong, where something is. */
	part: StateParts;
}

/** What one should know about the rows below. Seen only: the table's live region says the same. */
export const TableNotices = memo(function TableNotices(props: TableNoticesProps) {
	const { table, ready, part } = props;
	const { table: words, menus } = useWords(tableWords);
	const tooShort = useSearchTooShort(table);
	return (
		<>
			{tooShort && <p {...slot('pc-hint')}>{formatMessage(words.searchTooShort, { min: table.search.minLength })}</p>}
			{part ? <part.TroubleNotices {...props} /> : ready && part === null && <Alert tone="warning" title={menus.failed} />}
		</>
	);
});
