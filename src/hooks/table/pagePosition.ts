import type { Capabilities, CustomerPage } from '../../contract/backend';
import { type CustomerTableState, cursorOf, isFirstPage, pageNumber } from './customerTableState';

/** Where a page stands in its list, and what leads to the ones beside it. */
export interface PagePosition {
	/** How many customers come before it; `undefined` where nobody knows. */
	offset: number | undefined;
	isFirst: boolean;
	/** The changes of the state that show the pages beside it; `null` where there are none. */
	next: Partial<CustomerTableState> | null;
	previous: Partial<CustomerTableState> | null;
}

/** Where all pages stand together. */
export const endlessPosition: PagePosition = { offset: 0, isFirst: true, next: null, previous: null };

/** @param page the one of this very state; `undefined` until it has come */
export function pagePosition(
	state: CustomerTableState,
	limit: number,
	page: CustomerPage | undefined,
	capabilities: Capabilities | undefined,
): PagePosition {
	const { trail, start } = state;
	// Walked back to the beginning, whatever number the address began with.
	const reachedFirst = cursorOf(state).before !== undefined && page?.previous === null;
	const number = reachedFirst ? 1 : pageNumber(state);
	const before = start && capabilities?.paging.backward ? page?.previous : null;
	const beforeStart = before ? { start: { before, ...(number && number > 1 && { page: number - 1 }) } } : null;
	return {
		offset: number && (number - 1) * limit,
		isFirst: reachedFirst || isFirstPage(state),
		next: page?.next ? { trail: [...trail, page.next], start } : null,
		previous: trail.length > 0 ? { trail: trail.slice(0, -1), start } : beforeStart,
	};
}
