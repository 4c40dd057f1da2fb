/** Which columns a table shows, in which order, and how tall its rows are. */
export interface TableLayout {
	/** Ids of columns in the order chosen; those that are missing stand where the table has them. */
	order: readonly string[];
	/** Ids of columns that are not shown. */
	hidden: readonly string[];
	/** Tall rows or low ones. */
	density: 'comfortable' | 'compact';
}

export const initialLayout: TableLayout = { order: [], hidden: [], density: 'comfortable' };

/** Whether stored data is a layout. */
export function isLayout(value: unknown): value is TableLayout {
	const { order, hidden, density } = (value ?? {}) as Record<keyof TableLayout, unknown>;
	return isIds(order) && isIds(hidden) && (density === 'comfortable' || density === 'compact');
}

function isIds(value: unknown): value is string[] {
	return Array.isArray(value) && value.length <= 200 && value.every((id) => typeof id === 'string' && id.length <= 200);
}

/** A table's columns as a layout arranges them. One is visible at least, whatever was hidden. */
export function arrangeColumns(ids: readonly string[], { order, hidden }: TableLayout): { id: string; visible: boolean }[] {
	const arranged = [...new Set(order)].filter((id) => ids.includes(id));
	for (const [index, id] of ids.entries()) {
		// New since the layout was stored: behind its neighbour, which stands by now.
		if (!arranged.includes(id)) arranged.splice(index === 0 ? 0 : arranged.indexOf(ids[index - 1]!) + 1, 0, id);
	}
	const lone = arranged.every((id) => hidden.includes(id)) ? arranged[0] : undefined;
	return arranged.map((id) => ({ id, visible: id === lone || !hidden.includes(id) }));
}
