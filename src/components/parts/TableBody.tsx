'use client';
import { type MouseEvent, useCallback, useInsertionEffect, useRef } from 'react';
import type { Customer } from '../../domain/customer';
import { useLocale } from '../../hooks/useLocale';
import type { TableViewProps } from '../CustomerTable';
import type { TableColumn } from '../columns';
import { CustomerRow } from './CustomerRow';
import { moveBetweenRows } from './rowKeys';
import { SkeletonRows } from './SkeletonRows';
import { TableHead } from './TableHead';
import { tableRoles } from './tableRoles';

type TableBodyProps = Omit<TableViewProps, 'columns'> & { columns: readonly TableColumn[]; busy: boolean };

/** The table itself: header, and rows or bars in their places. */
export function TableBody(props: TableBodyProps) {
	const { table, columns, busy, getCustomerHref, onCustomerClick, caption, classNames = {} } = props;
	const locale = useLocale();
	const { onOpen, onIntent } = useLatest(props);
	const linkColumn = (columns.find(({ id }) => id === 'email') ?? columns.find(({ id }) => id === 'name') ?? columns[0])?.id ?? '';
	const first = table.paging.range?.from ?? 1;
	return (
		<table
			{...tableRoles.table}
			data-slot="pc-table"
			data-state={table.isPrevious ? 'stale' : 'current'}
			className={classNames.table}
			aria-busy={busy}
		>
			<caption data-slot="pc-unseen">{caption ?? locale.table.caption}</caption>
			<TableHead columns={columns} table={table} className={classNames.headCell} />
			<tbody {...tableRoles.group} onKeyDown={moveBetweenRows}>
				{table.status === 'loading' ? (
					<SkeletonRows count={table.state.limit} columns={columns} />
				) : (
					table.rows.map((customer, position) => (
						<CustomerRow
							key={customer.id}
							customer={customer}
							columns={columns}
							linkColumn={linkColumn}
							locale={locale}
							pending={table.isPending(customer.id)}
							href={getCustomerHref?.(customer)}
							onOpen={onCustomerClick && onOpen}
							onIntent={onIntent}
							index={first + position + 1}
							rowClass={classNames.row}
							cellClass={classNames.cell}
						/>
					))
				)}
			</tbody>
		</table>
	);
}

/** Handlers that never change, for rows that must not render again because a host wrote its own inline. */
function useLatest({ onCustomerClick, table }: TableBodyProps) {
	const latest = useRef({ onCustomerClick, table });
	useInsertionEffect(() => {
		latest.current = { onCustomerClick, table };
	});
	const onOpen = useCallback((customer: Customer, event: MouseEvent) => latest.current.onCustomerClick?.(customer, event), []);
	const onIntent = useCallback((id: string) => latest.current.table.prefetchCustomer(id), []);
	return { onOpen, onIntent };
}
