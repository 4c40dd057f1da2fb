import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { CustomerTableModel } from './customerTableModel';
import type { PagePosition } from './pagePosition';

type Endless = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetching' | 'isFetchingNextPage' | 'fetchNextPage'>;

/** A table's position as it is shown, and the ways from there. */
export function tablePaging(
	{ offset, isFirst, next, previous }: PagePosition,
	rows: number,
	endless: Endless | undefined,
	setState: CustomerTableModel['setState'],
): CustomerTableModel['paging'] {
	return {
		range: rows > 0 && offset !== undefined ? { from: offset + 1, to: offset + rows } : null,
		hasNext: endless ? endless.hasNextPage : next !== null,
		hasPrevious: previous !== null,
		isFirst,
		goFirst: () => setState({ trail: [] }),
		goNext: () => next && setState(next),
		goPrevious: () => previous && setState(previous),
		loadMore: () => {
			if (endless?.hasNextPage && !endless.isFetching) void endless.fetchNextPage();
		},
		isLoadingMore: endless?.isFetchingNextPage ?? false,
	};
}
