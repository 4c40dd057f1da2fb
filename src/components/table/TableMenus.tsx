'use client';
import { useWords } from '../../hooks/context/useWords';
import type { ArrangedColumns } from '../../hooks/table/useArrangedColumns';
import type { CustomerTableModel } from '../../hooks/table/useCustomerTable';
import type { StoredViews } from '../../hooks/table/useStoredViews';
import { menuWords } from '../../locales/english/table/tableWords';
import { lazyPart } from '../ui/lazyPart';
import { Menu } from '../ui/Menu';
import type { TableColumn } from './columns';

/** What the menus show and change. */
export interface TableMenusModel {
	table: CustomerTableModel;
	/** All columns, also those that are hidden. */
	columns: readonly TableColumn[];
	arranged: ArrangedColumns;
	views: StoredViews;
}

/** The menus of saved views and of columns; what is in them is loaded when they are opened. */
export function TableMenus(model: TableMenusModel) {
	const words = useWords(menuWords).menus;
	const { active } = model.views;
	const part = useViews(active !== undefined);
	return (
		<>
			<Menu
				icon="views"
				label={words.views}
				usePart={useViews}
				panel={({ ViewsPanel }, close) => <ViewsPanel model={model} close={close} />}
			>
				<span data-slot="pc-menu-title">{active?.name ?? words.views}</span>{' '}
				{active && part?.isEditedView(active, model.table.state, model.arranged.layout) && (
					<span data-slot="pc-menu-edited">
						<span data-slot="pc-unseen">({words.edited})</span>
					</span>
				)}
			</Menu>
			<Menu icon="columns" label={words.columns} usePart={useColumns} panel={({ ColumnsPanel }) => <ColumnsPanel model={model} />} />
		</>
	);
}

const useViews = lazyPart(() => import('./ViewsPanel'));
const useColumns = lazyPart(() => import('./ColumnsPanel'));
