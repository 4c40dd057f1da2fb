'use client';
import { useMemo, useState } from 'react';
import { usePreference } from '../context/usePreference';
import type { CustomerView } from './customerView';
import { arrangeColumns, initialLayout, isLayout, type TableLayout } from './tableLayout';

/** The columns there are, and where their arrangement is kept. */
export interface UseTableLayoutOptions {
	/** What the layout is remembered under; tables with the same id share it. */
	tableId: string;
	/** Ids of all columns, in their own order. */
	columns: readonly string[];
	/** The saved view that is shown: its layout is the one that counts. @default none */
	view?: CustomerView;
}

export interface ArrangedColumns {
	/** All columns in the order chosen. */
	columns: readonly { id: string; visible: boolean }[];
	layout: TableLayout;
	/** Shows another layout, and remembers it. */
	keep: (layout: TableLayout) => void;
}

/** What a table draws of its layout; what can be done to it is {@link tableLayoutModel}. */
export function useArrangedColumns({ tableId, columns: ids, view }: UseTableLayoutOptions): ArrangedColumns {
	const [remembered, remember] = usePreference(`layout:${tableId}`, initialLayout, isLayout);
	// What was changed under a view belongs to it until it is saved there, or another one is chosen.
	const [edited, edit] = useState<{ saved: TableLayout; layout: TableLayout }>();
	if (edited && edited.saved !== view?.layout) edit(undefined);
	const layout: TableLayout = view ? (edited?.saved === view.layout ? edited.layout : view.layout) : remembered;
	const key = ids.join('\n');
	// biome-ignore lint/correctness/useExhaustiveDependencies: a host writes its columns inline; `key` says when they differ
	const columns = useMemo(() => arrangeColumns(ids, layout), [key, layout]);
	return useMemo(
		() => ({ columns, layout, keep: (next) => (view ? edit({ saved: view.layout, layout: next }) : remember(next)) }),
		[columns, layout, view, remember],
	);
}
