import { type CustomerTableState, cursorOf } from './customerTableState';
import { readTableUrl, type TableUrlOptions, writeTableUrl } from './tableUrl';

/** One table's state in an address. */
interface TableAddress {
	/** The state that a query string tells of; where it may hold no search, that is the table's own. */
	read: (search: string, own: CustomerTableState) => CustomerTableState;
	/** Notes what the address says now. */
	see: (search: string) => void;
	/** What the address is to say of the next state, and whether that takes the place of the current entry; `null` where it says so. */
	move: (search: string, from: CustomerTableState, to: CustomerTableState) => { search: string; replace: boolean } | null;
}

export type OpenTableAddress = (options: TableUrlOptions) => TableAddress;

/**
 * Shows what it was asked for at once, also where a router takes its time to say so. Remembers the way to each page, because an address
 * holds one cursor only. Cursors are never reused, so they serve as keys.
 */
export const tableAddress: OpenTableAddress = (options) => {
	const ways = new Map<string, Pick<CustomerTableState, 'trail' | 'start'>>();
	let asked: { from: string; to: string } | null = null;
	const shownAt = (search: string) => (asked?.from === search ? asked.to : search);
	return {
		read(search, { query, email }) {
			const state = readTableUrl(shownAt(search), options);
			return { ...state, ...(state.start && ways.get(cursorKey(state))), ...(!options.withSearch && { query, email }) };
		},
		see(search) {
			if (asked?.from !== search) asked = null;
		},
		move(search, from, to) {
			ways.set(cursorKey(to), { trail: to.trail, start: to.start });
			const shown = shownAt(search);
			const next = writeTableUrl(shown, to, options);
			if (next === shown.replace(/^\?/, '')) return null;
			asked = { from: search, to: next };
			return { search: next, replace: !isStep(from, to) };
		},
	};
};

/** Another page, order or view is a step that Back undoes; typing and filters change the step one is at. */
function isStep(from: CustomerTableState, to: CustomerTableState): boolean {
	if (from.sort !== to.sort || from.view !== to.view) return true;
	const fields = ['query', 'email', 'country', 'created', 'limit'] as const;
	return fields.every((field) => from[field] === to[field]) && cursorKey(from) !== cursorKey(to);
}

function cursorKey(state: CustomerTableState): string {
	return JSON.stringify(cursorOf(state));
}
