import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { CustomerTableModel } from './customerTableModel';
import type { PagePosition } from './pagePosition';
import type { ShownPages } from './useFormerRows';

export type Endless = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetching' | 'isFetchingNextPage' | 'fetchNextPage' | 'error'>;

/**
 * A table's position as it is shown, and the ways from there.
 *
 * @param shown may be those of a former page
 * @param retry asks anew for the list, or for what failed of it
 */
export function tablePaging(
	{ isFirst, next, previous }: PagePosition,
	{ pages, offset }: Pick<ShownPages, 'pages' | 'offset'>,
	rows: number,
	endless: Endless | false,
	setState: CustomerTableModel['setState'],
	retry: () => void,
): CustomerTableModel['paging'] {
	const hasNext = endless ? pages.at(-1)?.next != null : next !== null;
	return {
		range: rows && offset !== undefined ? { from: offset + 1, to: offset + rows } : null,
		hasNext,
		hasPrevious: previous !== null,
		isFirst,
		goFirst: () => setState({ trail: [] }),
		goNext: () => next && setState(next),
		goPrevious: () => previous && setState(previous),
		loadMore: () => {
			if (!endless || !hasNext || endless.isFetching) return;
			if (endless.hasNextPage && !endless.error) void endless.fetchNextPage();
			else retry();
		},
		// biome-ignore lint/complexity/useOptionalChain: the chain would not end in a boolean
		isLoadingMore: endless && endless.isFetchingNextPage,
	};
}
