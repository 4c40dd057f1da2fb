'use client';
import { memo, type ReactNode } from 'react';
import { useEventCallbacks } from '../../hooks/context/useEventCallbacks';
import { useWords } from '../../hooks/context/useWords';
import { tableWords } from '../../locales/english/table/tableWords';
import { Button } from '../ui/Button';
import { ownElement } from '../ui/ownElement';
import { slot } from '../ui/slot';
import { TableFilters } from './TableFilters';
import { TableMenus, type TableMenusProps } from './TableMenus';

interface TableToolbarProps extends TableMenusProps {
	refreshing: boolean;
	/** The host's buttons. */
	actions: ReactNode;
	onCreate: (() => void) | undefined;
	className: string | undefined;
}

/** Search, filters and what can be done; only what the backend offers. */
export const TableToolbar = memo(function TableToolbar({ refreshing, onCreate, actions, className, ...menus }: TableToolbarProps) {
	const { table: words } = useWords(tableWords);
	const { table } = menus;
	const { onClick } = useEventCallbacks({ onClick: () => onCreate?.() });
	return (
		<div {...slot('pc-toolbar', className)}>
			<TableFilters table={table} />
			<div {...slot('pc-toolbar-actions')}>
				<TableMenus {...menus} />
				<Button icon="refresh" busy={refreshing} aria-label={words.refresh} title={words.refresh} onClick={table.retry} />
				{ownElement(actions)}
				{onCreate && table.capabilities?.write.create !== false && (
					<Button variant="primary" icon="plus" onClick={onClick}>
						{words.newCustomer}
					</Button>
				)}
			</div>
		</div>
	);
});
