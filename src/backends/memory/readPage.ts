import type { CheckedListRequest } from '../kit/checkListRequest';
import type { MemoryRows } from './memoryRows';
import { type Position, position, type Row } from './row';

/** A page of a list. */
interface Page {
	rows: readonly Row[];
	/** Where the list goes on; `null` where it does not. */
	next: Position | null;
	previous: Position | null;
	/** How many match; `null` unless asked for. */
	total: number | null;
}

/** Reads the page at a position: from there on, or up to there. */
export function readPage(rows: MemoryRows, request: CheckedListRequest, from: Position | null, matches: (row: Row) => boolean): Page {
	const { sort, limit, direction } = request;
	// One row more than a page tells whether the list goes on.
	const found = rows.walk(sort, from, direction, matches, limit + 1);
	const page = found.slice(0, limit);
	if (direction === 'backward') page.reverse();

	const beyond = (edge: Row | undefined, way: CheckedListRequest['direction']) => {
		if (!edge) return null;
		const at = position(edge, sort);
		const more = way === direction ? found.length > limit : rows.walk(sort, at, way, matches, 1).length > 0;
		return more ? at : null;
	};
	return {
		rows: page,
		next: beyond(page.at(-1), 'forward'),
		previous: beyond(page[0], 'backward'),
		total: request.total === 'none' ? null : rows.count(matches),
	};
}
