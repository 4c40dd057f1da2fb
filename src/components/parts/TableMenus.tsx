'use client';
import { useMemo } from 'react';
import type { CustomerViewsModel } from '../../hooks/useCustomerViews';
import type { TableLayoutModel } from '../../hooks/useTableLayout';
import { useWords } from '../../hooks/useWords';
import { menuWords } from '../../locales/en';
import type { TableColumn } from '../columns';
import { Menu } from './Menu';

interface TableMenusProps {
	/** All columns, also those that are hidden. */
	columns: readonly TableColumn[];
	layout: TableLayoutModel;
	views: CustomerViewsModel;
}

/** The menus of saved views and of columns; what is in them is loaded when they are opened. */
export function TableMenus({ columns, layout, views }: TableMenusProps) {
	const words = useWords(menuWords);
	const headers = useMemo(() => new Map(columns.map(({ id, header }) => [id, header])), [columns]);
	const edited = views.isEdited(layout.layout);
	return (
		<>
			<Menu icon="views" label={words.menus.views} load={loadViews} model={{ views, layout }}>
				<span data-slot="pc-menu-title">{views.active?.name ?? words.menus.views}</span>{' '}
				{edited && (
					<span data-slot="pc-menu-edited">
						<span data-slot="pc-unseen">({words.menus.edited})</span>
					</span>
				)}
			</Menu>
			<Menu icon="columns" label={words.menus.columns} load={loadColumns} model={{ layout, headers }} />
		</>
	);
}

const loadViews = () => import('../menus/ViewsPanel').then(({ ViewsPanel }) => ViewsPanel);
const loadColumns = () => import('../menus/ColumnsPanel').then(({ ColumnsPanel }) => ColumnsPanel);
