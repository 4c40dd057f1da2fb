'use client';
import { type ReactNode, useEffect, useRef } from 'react';
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

/** What is chosen, how to choose more, and what can be done with it. Always there, so that choosing moves no row. */
export function SelectionBar({ table: { mode, paging, isNarrowed }, selection, actions }: SelectionBarProps) {
	const locale = useWords(selectionWords);
	const words = locale.selection;
	const { count, shown } = selection;
	const box = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (box.current) box.current.indeterminate = shown === 'some';
	}, [shown]);
	const more = paging.hasNext || paging.hasPrevious;
	return (
		<div {...slot('pc-selection')} data-state={count === 0 ? 'none' : count === null ? 'all' : 'some'}>
			<label {...slot('pc-selection-page')}>
				<input ref={box} type="checkbox" {...slot('pc-check')} checked={shown === 'all'} onChange={selection.toggleShown} />
				<span {...slot('pc-unseen')}>{mode === 'infinite' ? words.loaded : words.page}</span>
			</label>
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
				<Button size="small" variant="ghost" onClick={selection.selectAll}>
					{isNarrowed ? words.selectAllMatching : words.selectEveryone}
				</Button>
			)}
			{count !== 0 && (
				<>
					<Button size="small" variant="ghost" onClick={selection.clear}>
						{words.clear}
					</Button>
					<div {...slot('pc-selection-actions')}>{actions?.(selection)}</div>
				</>
			)}
		</div>
	);
}
