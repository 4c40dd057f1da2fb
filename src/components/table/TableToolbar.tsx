'use client';
import { memo, type ReactNode, useMemo } from 'react';
import { useEventCallbacks } from '../../hooks/context/useEventCallbacks';
import { useWords } from '../../hooks/context/useWords';
import { tableWords } from '../../locales/english/table/tableWords';
import { Button } from '../ui/Button';
import { ownElement } from '../ui/ownElement';
import { slot } from '../ui/slot';
import { TableFilters } from './TableFilters';
import type { AroundRows } from './useAroundRows';

interface TableToolbarProps {
	table: AroundRows;
	refreshing: boolean;
	/** The host's buttons. */
	actions: ReactNode;
	onCreate: (() => void) | undefined;
	className: string | undefined;
	/** Menus. */
	children: ReactNode;
}

/** Search, filters and what can be done; only what the backend offers. */
export const TableToolbar = memo(function TableToolbar({ table, refreshing, onCreate, actions, className, children }: TableToolbarProps) {
	const { table: words } = useWords(tableWords);
	const { capabilities, retry } = table;
	const { onClick } = useEventCallbacks({ onClick: () => onCreate?.() });
	const canCreate = onCreate !== undefined && capabilities?.write.create !== false;
	// Not rendered again with each change of the rows.
	const refresh = useMemo(
		() => <Button variant="ghost" icon="refresh" busy={refreshing} aria-label={words.refresh} title={words.refresh} onClick={retry} />,
		[words, refreshing, retry],
	);
	const create = useMemo(
		() =>
			canCreate && (
				<Button variant="primary" icon="plus" onClick={onClick}>
					{words.newCustomer}
				</Button>
			),
		[words, canCreate, onClick],
	);
	return (
		<div {...slot('pc-toolbar', className)}>
			<TableFilters table={table} />
			<div {...slot('pc-toolbar-actions')}>
				{ownElement(children)}
				{refresh}
				{ownElement(actions)}
				{create}
			</div>
		</div>
	);
});
