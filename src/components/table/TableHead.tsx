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
				{columns.map(({ id, width, sortBy, header }) => {
					const current = direction(sortBy, table);
					return (
						<th
							key={id}
							{...tableRoles.header}
							{...slot('pc-head-cell', className)}
							data-column={id}
							style={hydrated && width ? { inlineSize: width } : undefined}
							aria-sort={current}
						>
							{sortBy && table.canSort(sortBy) ? (
								<button
									type="button"
									{...slot('pc-sort')}
									data-state={current ? 'active' : 'idle'}
									title={formatMessage(current === 'ascending' ? words.sortDescending : words.sortAscending, { column: header })}
									onClick={() => table.toggleSort(sortBy)}
								>
									<span>{header}</span>
									<Icon name={current ?? 'sort'} />
								</button>
							) : (
								header
							)}
						</th>
					);
				})}
			</tr>
		</thead>
	);
});

function direction(sortBy: string | undefined, { sort, capabilities }: Sorting): 'ascending' | 'descending' | undefined {
	if (!capabilities?.sort.includes(sort)) return undefined;
	return sort === sortBy ? 'ascending' : sort === `-${sortBy}` ? 'descending' : undefined;
}
