import { initialLayout, type TableLayout } from './tableLayout';
import type { ArrangedColumns } from './useArrangedColumns';

/** Which columns a table shows, and how tall its rows are. */
export interface TableLayoutModel {
	/** All columns in the order chosen. */
	columns: readonly {
		/** The column's id. */
		id: string;
		/** Whether it is shown. */
		visible: boolean;
	}[];
	/** Tall rows or low ones. */
	density: TableLayout['density'];
	/** The same as data, to keep in a view. */
	layout: TableLayout;
	/** Differs from how the table comes. */
	isChanged: boolean;
	/** Shows or hides a column; the last one that is visible stays. */
	setVisible: (id: string, visible: boolean) => void;
	/** Moves a column by so many places, negative towards the start. */
	move: (id: string, by: number) => void;
	/** Chooses between the two. */
	setDensity: (density: TableLayout['density']) => void;
	/** Back to how the table comes. */
	reset: () => void;
}

/**
 * A layout and what can be done to it.
 *
 * @param ids of all columns, in their own order
 */
export function tableLayoutModel(ids: readonly string[], { columns, layout, keep }: ArrangedColumns): TableLayoutModel {
	const change = (changes: Partial<TableLayout>) => {
		// Without what a stored layout holds besides.
		const { order, hidden, density } = { ...layout, ...changes };
		keep({ order, hidden, density });
	};
	return {
		columns,
		density: layout.density,
		layout,
		isChanged: layout.density !== initialLayout.density || columns.some(({ id, visible }, index) => !visible || id !== ids[index]),
		setVisible: (id, visible) => {
			const next = columns.map((column) => (column.id === id ? { id, visible } : column));
			const hidden = next.filter((column) => !column.visible).map((column) => column.id);
			if (hidden.length < next.length) change({ hidden });
		},
		move: (id, by) => {
			const order = columns.map((column) => column.id);
			const from = order.indexOf(id);
			const to = Math.min(Math.max(from + by, 0), order.length - 1);
			order.splice(to, 0, ...order.splice(from, 1));
			if (from >= 0) change({ order });
		},
		setDensity: (density) => change({ density }),
		reset: () => change(initialLayout),
	};
}
