'use client';
import { memo, useId } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { tableWords } from '../../locales/english/table/tableWords';
import { formatNumber } from '../../locales/formatMessage';
import { Button } from '../ui/Button';
import { slot } from '../ui/slot';
import { PagerRange } from './PagerRange';
import type { AroundRows, RowsPlace } from './useAroundRows';

interface TablePagerProps {
	table: AroundRows;
	place: RowsPlace;
	/** Rows a page to choose from. */
	pageSizes: readonly number[] | undefined;
	className: string | undefined;
}

const defaultSizes = [20, 50, 100];

/** Where one is, how many there are (on demand), and the way to the other pages, or to more of an endless list: scrolling to its end does the same. */
export const TablePager = memo(function TablePager({ table, place, pageSizes = defaultSizes, className }: TablePagerProps) {
	const locale = useWords(tableWords);
	const words = locale.table;
	const { state } = table;
	const { hasNext } = place;
	const sizeId = useId();
	const sizes = [...new Set([...pageSizes, state.limit])].sort((a, b) => a - b);
	return (
		<div {...slot('pc-pager', className)}>
			<PagerRange table={table} place={place} />
			{table.mode === 'infinite' ? (
				<div {...slot('pc-pager-buttons')}>
					<Button busy={place.isLoadingMore} aria-disabled={!hasNext} onClick={place.loadMore}>
						{hasNext ? words.loadMore : words.allLoaded}
					</Button>
				</div>
			) : (
				<>
					<div {...slot('pc-pager-size')}>
						<label htmlFor={sizeId}>{words.pageSize}</label>
						<select
							id={sizeId}
							{...slot('pc-select')}
							value={state.limit}
							onChange={(event) => table.setPageSize(Number(event.target.value))}
						>
							{sizes.map((size) => (
								<option key={size} value={size}>
									{formatNumber(locale, size)}
								</option>
							))}
						</select>
					</div>
					<div {...slot('pc-pager-buttons')}>
						<Step label={words.first} icon="first" enabled={!place.isFirst} onClick={place.goFirst} />
						<Step label={words.previous} icon="back" enabled={place.hasPrevious} onClick={place.goPrevious} />
						<Step label={words.next} icon="forward" enabled={hasNext} onClick={place.goNext} onIntent={table.prefetchNext} />
					</div>
				</>
			)}
		</div>
	);
});

interface StepProps {
	label: string;
	icon: 'first' | 'back' | 'forward';
	enabled: boolean;
	onClick: () => void;
	onIntent?: () => void;
}

/** Stays focusable where there is nothing to go to, so that the focus is not lost on the last page. */
function Step({ label, icon, enabled, onClick, onIntent }: StepProps) {
	return (
		<Button
			icon={icon}
			aria-label={label}
			title={label}
			aria-disabled={!enabled}
			onClick={onClick}
			onFocus={onIntent}
			onPointerEnter={onIntent}
		/>
	);
}
