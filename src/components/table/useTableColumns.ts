'use client';
import { useMemo } from 'react';
import { isKept } from '../../contract/clearableFields';
import { useHydrated } from '../../hooks/context/useHydrated';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { useArrangedColumns } from '../../hooks/table/useArrangedColumns';
import { useStoredViews } from '../../hooks/table/useStoredViews';
import { tableWords } from '../../locales/english/table/tableWords';
import { type CustomerColumn, type CustomerColumnId, resolveColumns } from './columns';
import { useStableColumns } from './useStableColumns';

/** A table's columns: all there are and the backend can fill, those shown in their order, and the layout and saved views that say which. */
export function useTableColumns(
	columns: readonly (CustomerColumnId | CustomerColumn)[],
	{ state, capabilities }: Pick<CustomerTableModel, 'state' | 'capabilities'>,
	tableId: string,
) {
	const locale = useWords(tableWords);
	const hydrated = useHydrated();
	const stable = useStableColumns(columns);
	const keeps = capabilities?.keeps;
	const all = useMemo(
		() => resolveColumns(stable, locale, hydrated).filter(({ csv }) => !csv || isKept(csv, keeps)),
		[stable, locale, hydrated, keeps],
	);
	const views = useStoredViews(state, tableId);
	const arranged = useArrangedColumns({ tableId, columns: all.map(({ id }) => id), view: views.active });
	const shown = useMemo(() => {
		const byId = new Map(all.map((column) => [column.id, column]));
		return arranged.columns.flatMap(({ id, visible }) => (visible && byId.get(id)) || []);
	}, [all, arranged.columns]);
	return { all, shown, arranged, views };
}
