'use client';
import { useMemo, useState } from 'react';
import type { CustomerView } from './customerViews';
import { arrangeColumns, initialLayout, isLayout, type TableLayout } from './tableLayout';
import { usePreference } from './usePreference';

export interface UseTableLayoutOptions {
	/** What the layout is remembered under; tables with the same id share it. */
	tableId: string;
	/** Ids of all columns, in their own order. */
	columns: readonly string[];
	/** The saved view that is shown: its layout is the one that counts. */
	view?: CustomerView;
}

export interface TableLayoutModel {
	/** All columns in the order chosen. */
	columns: readonly { id: string; visible: boolean }[];
	density: TableLayout['density'];
	/** The same as data, to keep in a view. */
	layout: TableLayout;
	/** Differs from how the table comes. */
	isChanged: boolean;
	/** Shows or hides a column; the last one that is visible stays. */
	setVisible: (id: string, visible: boolean) => void;
	/** Moves a column by so many places, negative towards the start. */
	move: (id: string, by: number) => void;
	setDensity: (density: TableLayout['density']) => void;
	/** Back to how the table comes. */
	reset: () => void;
}

interface Remembered extends TableLayout {
	version: 1;
}

const isRemembered = (value: unknown): value is Remembered => (value as Remembered | null)?.version === 1 && isLayout(value);
const nothing: Remembered = { version: 1, ...initialLayout };

/** The columns and the density of a table, remembered per `tableId` in the provider's `preferences`. */
export function useTableLayout({ tableId, columns: ids, view }: UseTableLayoutOptions): TableLayoutModel {
	const [remembered, remember] = usePreference<Remembered>(`layout:${tableId}`, nothing, isRemembered);
	// What was changed under a view belongs to it until it is saved there, or another one is chosen.
	const [edited, edit] = useState<{ view: CustomerView; layout: TableLayout }>();
	const layout: TableLayout = view ? (edited?.view === view ? edited.layout : view.layout) : remembered;
	const key = ids.join('\n');
	// biome-ignore lint/correctness/useExhaustiveDependencies: a host writes its columns inline; `key` says when they differ
	const columns = useMemo(() => arrangeColumns(ids, layout), [key, layout]);
	const change = (changes: Partial<TableLayout>) => {
		const { order, hidden, density } = { ...layout, ...changes };
		if (view) edit({ view, layout: { order, hidden, density } });
		else remember({ version: 1, order, hidden, density });
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
