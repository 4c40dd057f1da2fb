'use client';
import { type ComponentType, memo } from 'react';
import { useHydrated } from '../../hooks/context/useHydrated';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import type { CustomerTableState } from '../../hooks/table/customerTableState';
import { tableWords } from '../../locales/english/table/tableWords';
import { formatMessage } from '../../locales/formatMessage';
import { Icon } from '../ui/Icon';
import { slot } from '../ui/slot';
import type { TableColumn } from './columns';
import type { HeadCheckProps } from './HeadCheck';
import { tableRoles } from './tableRoles';

/** What a header needs to know of its table: a search or another page is no matter of it. */
interface Sorting extends Pick<CustomerTableModel, 'capabilities' | 'canSort' | 'toggleSort'> {
	sort: CustomerTableState['sort'];
}

interface TableHeadProps extends Sorting {
	columns: readonly TableColumn[];
	className: string | undefined;
	/** A column of boxes comes first. */
	selectable: boolean;
	/** Both are loaded where the table is selectable. */
	selection: HeadCheckProps['selection'] | undefined;
	HeadCheck: ComponentType<HeadCheckProps> | undefined;
}

/** Column headers; those the backend can sort by are buttons. */
export const TableHead = memo(function TableHead(props: TableHeadProps) {
	const { columns, className, selectable, selection, HeadCheck, ...table } = props;
	const words = useWords(tableWords).table;
	// Strict hosts block `style` attributes that a server wrote.
	const hydrated = useHydrated();
	return (
		<thead {...tableRoles.group}>
			<tr {...tableRoles.row} aria-rowindex={1}>
				{selectable && (
					<td {...tableRoles.cell} {...slot('pc-check-head', className)}>
						{HeadCheck && selection && <HeadCheck selection={selection} />}
					</td>
				)}
				{columns.map((column) => (
					<th
						key={column.id}
						{...tableRoles.header}
						{...slot('pc-head-cell', className)}
						data-column={column.id}
						style={hydrated && column.width ? { inlineSize: column.width } : undefined}
						aria-sort={direction(column, table)}
					>
						{column.sortBy && table.canSort(column.sortBy) ? <SortButton column={column} table={table} words={words} /> : column.header}
					</th>
				))}
			</tr>
		</thead>
	);
});

function SortButton({ column, table, words }: { column: TableColumn; table: Sorting; words: (typeof tableWords)['table'] }) {
	const current = direction(column, table);
	return (
		<button
			type="button"
			{...slot('pc-sort')}
			data-state={current ? 'active' : 'idle'}
			title={formatMessage(current === 'ascending' ? words.sortDescending : words.sortAscending, { column: column.header })}
			onClick={() => column.sortBy && table.toggleSort(column.sortBy)}
		>
			<span>{column.header}</span>
			<Icon name={current === 'ascending' ? 'sort-up' : current === 'descending' ? 'sort-down' : 'sort'} />
		</button>
	);
}

function direction({ sortBy }: TableColumn, { sort, capabilities }: Sorting): 'ascending' | 'descending' | undefined {
	if (!sortBy || !capabilities?.sort.includes(sort)) return undefined;
	return sort === sortBy ? 'ascending' : sort === `-${sortBy}` ? 'descending' : undefined;
}
