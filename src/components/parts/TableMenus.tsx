'use client';
import { isEditedView } from '../../hooks/customerView';
import type { ArrangedColumns } from '../../hooks/useArrangedColumns';
import type { CustomerTableModel } from '../../hooks/useCustomerTable';
import type { StoredViews } from '../../hooks/useStoredViews';
import { useWords } from '../../hooks/useWords';
import { menuWords } from '../../locales/en';
import type { TableColumn } from '../columns';
import { Menu } from './Menu';

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
	return (
		<>
			<Menu icon="views" label={words.views} load={loadViews} model={model}>
				<span data-slot="pc-menu-title">{active?.name ?? words.views}</span>{' '}
				{active && isEditedView(active, model.table.state, model.arranged.layout) && (
					<span data-slot="pc-menu-edited">
						<span data-slot="pc-unseen">({words.edited})</span>
					</span>
				)}
			</Menu>
			<Menu icon="columns" label={words.columns} load={loadColumns} model={model} />
		</>
	);
}

const loadViews = () => import('../menus/ViewsPanel').then(({ ViewsPanel }) => ViewsPanel);
const loadColumns = () => import('../menus/ColumnsPanel').then(({ ColumnsPanel }) => ColumnsPanel);
