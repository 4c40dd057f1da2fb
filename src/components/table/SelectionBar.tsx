'use client';
import type { MouseEvent, ReactNode } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import type { CustomerSelectionModel } from '../../hooks/table/useCustomerSelection';
import { selectionWords } from '../../locales/english/table/selectionWords';
import { formatPlural } from '../../locales/formatMessage';
import { Button } from '../ui/Button';
import { slot } from '../ui/slot';

interface SelectionBarProps {
	table: CustomerTableModel;
	selection: CustomerSelectionModel;
	actions: ((selection: CustomerSelectionModel) => ReactNode) | undefined;
}

/**
 * What is chosen, how to choose more, and what can be done with it: over the table's head while there is anything, so that choosing moves
 * no row. Without anything it is a region that nobody sees, for a reader to be told by.
 */
export function SelectionBar({ table: { paging, isNarrowed }, selection, actions }: SelectionBarProps) {
	const locale = useWords(selectionWords);
	const words = locale.selection;
	const { count, shown } = selection;
	// Each button goes once it is pressed: the focus goes to where one chooses, on which a key that is still held does nothing.
	const away =
		(act: () => void) =>
		({ currentTarget }: MouseEvent) => {
			currentTarget.closest('.pc-table-frame')?.querySelector<HTMLElement>('.pc-check')?.focus();
			act();
		};
	const more = paging.hasNext || paging.hasPrevious;
	return (
		<div {...slot('pc-selection')} data-state={count === 0 ? 'none' : count === null ? 'all' : 'some'}>
			<span {...slot('pc-selection-count')} role="status">
				{count === null
					? isNarrowed
						? words.allMatching
						: words.everyone
					: count === 0
						? words.none
						: formatPlural(locale, words.count, count)}
			</span>
			{shown === 'all' && count !== null && more && (
				<Button size="small" variant="ghost" onClick={away(selection.selectAll)}>
					{isNarrowed ? words.selectAllMatching : words.selectEveryone}
				</Button>
			)}
			{count !== 0 && (
				<>
					<Button size="small" variant="ghost" onClick={away(selection.clear)}>
						{words.clear}
					</Button>
					<div {...slot('pc-selection-actions')}>{actions?.(selection)}</div>
				</>
			)}
		</div>
	);
}
