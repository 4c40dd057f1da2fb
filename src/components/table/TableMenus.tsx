'use client';
import { memo } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { ArrangedColumns } from '../../hooks/table/useArrangedColumns';
import type { StoredViews } from '../../hooks/table/useStoredViews';
import { tableWords } from '../../locales/english/table/tableWords';
import { slot } from '../ui/slot';
import type { TableColumn } from './columns';
import { Menu } from './Menu';
import type { AroundRows } from './useAroundRows';
import { useReachedParts } from './useReachedParts';

export interface TableMenusProps {
	table: AroundRows;
	/** All columns, also those that are hidden. */
	columns: readonly TableColumn[];
	arranged: ArrangedColumns;
	views: StoredViews;
}

/** The menus of saved views and of columns; what is in them is loaded when they are opened. */
export const TableMenus = memo(function TableMenus({ table, columns, arranged, views }: TableMenusProps) {
	const words = useWords(tableWords).menus;
	const { active } = views;
	const part = useReachedParts(active !== undefined);
	return (
		<>
			<Menu
				icon="views"
				label={words.views}
				usePart={useReachedParts}
				panel={({ ViewsPanel }, close) => <ViewsPanel table={table.latest.current} stored={views} layout={arranged.layout} close={close} />}
			>
				<span {...slot('pc-menu-title')}>{active?.name ?? words.views}</span>{' '}
				{active && part && <part.EditedMark view={active} state={table.state} layout={arranged.layout} />}
			</Menu>
			<Menu
				icon="columns"
				label={words.columns}
				usePart={useReachedParts}
				panel={({ ColumnsPanel }) => <ColumnsPanel columns={columns} arranged={arranged} />}
			/>
		</>
	);
});
