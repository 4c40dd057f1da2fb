import { type CustomerTableState, cursorOf } from './customerTableState';
import { readTableUrl, type TableUrlOptions, writeTableUrl } from './tableUrl';

/** One table's state in an address. */
export interface TableAddress {
	/** The state that a query string tells of; where it may hold no search, that is the table's own. */
	read: (search: string, own: CustomerTableState) => CustomerTableState;
	/** The query string for the next state, and whether it takes the place of the current entry of the history. */
	write: (search: string, from: CustomerTableState, to: CustomerTableState) => readonly [search: string, replace: boolean];
}

/** Remembers the way to each page, because an address holds one cursor only. Cursors are never reused, so they serve as keys. */
export function tableAddress(options: TableUrlOptions): TableAddress {
	const ways = new Map<string, Pick<CustomerTableState, 'trail' | 'start'>>();
	return {
		read(search, { query, email }) {
			const state = readTableUrl(search, options);
			return { ...state, ...(state.start && ways.get(cursorKey(state))), ...(!options.withSearch && { query, email }) };
		},
		write(search, from, to) {
			ways.set(cursorKey(to), { trail: to.trail, start: to.start });
			return [writeTableUrl(search, to, options), !isMove(from, to)];
		},
	};
}

/** Another page, order or view is a step that Back undoes; typing and filters change the step one is at. */
function isMove(from: CustomerTableState, to: CustomerTableState): boolean {
	if (from.sort !== to.sort || from.view !== to.view) return true;
	const fields = ['query', 'email', 'country', 'created', 'limit'] as const;
	return fields.every((field) => from[field] === to[field]) && cursorKey(from) !== cursorKey(to);
}

function cursorKey(state: CustomerTableState): string {
	return JSON.stringify(cursorOf(state));
}
