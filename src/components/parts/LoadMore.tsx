'use client';
import { useWords } from '../../hooks/useWords';
import { tableWords } from '../../locales/en';
import type { TableViewProps } from '../CustomerTable';
import { Button } from './Button';
import { PagerRange } from './PagerRange';

/** How much of an endless list is there, and a button for more: scrolling to the end does the same. */
export function LoadMore({ table, classNames = {} }: TableViewProps) {
	const { table: words } = useWords(tableWords);
	const { hasNext, isLoadingMore, loadMore } = table.paging;
	return (
		<div data-slot="pc-pager" className={classNames.pager}>
			<PagerRange table={table} />
			<div data-slot="pc-pager-buttons">
				<Button busy={isLoadingMore} aria-disabled={!hasNext} onClick={loadMore}>
					{hasNext ? words.loadMore : words.allLoaded}
				</Button>
			</div>
		</div>
	);
}
