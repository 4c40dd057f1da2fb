'use client';
import { type ComponentType, type MouseEvent, memo, type ReactNode, type Ref } from 'react';
import type { Customer } from '../../domain/customer';
import { useNavigation } from '../../hooks/navigation/navigation';
import type { tableWords } from '../../locales/english/table/tableWords';
import { Boundary } from '../ui/Boundary';
import { slot } from '../ui/slot';
import type { TableColumn } from './columns';
import type { RowCheckProps } from './RowCheck';
import { tableRoles } from './tableRoles';

export interface CustomerRowProps {
	customer: Customer;
	columns: readonly TableColumn[];
	/** The column whose cell opens the customer. */
	linkColumn: string;
	locale: RowWords;
	/** Must keep its identity, as all functions here, or every row renders again. */
	onOpen: ((customer: Customer, event: MouseEvent) => void) | undefined;
	/** The cell with a box to choose the row by. */
	RowCheck: ComponentType<RowCheckProps> | undefined;
	onSelect: (id: string, extend: boolean) => void;
	rowClass: string | undefined;
	cellClass: string | undefined;
	/** Where the row leads; without it the row may still be clicked. */
	href: string | undefined;
	selected: boolean;
	/** An edit waits for its answer. */
	pending: boolean;
	/** Position among the rows shown, from 0. */
	position: number;
	/** Position in the whole table, the header being 1; `undefined` if unknown. */
	index: number | undefined;
	rowRef: Ref<HTMLTableRowElement> | undefined;
}

type RowWords = Pick<typeof tableWords, 'common' | 'table'>;

/** One customer. Renders again only when this customer, the columns or the words change. */
export const CustomerRow = memo(function CustomerRow(props: CustomerRowProps) {
	const { customer, columns, linkColumn, locale, href, onOpen, RowCheck, onSelect, selected, rowClass, cellClass } = props;
	const { Link } = useNavigation();
	const clickable = (href ?? onOpen) !== undefined;
	const name = customer.name ?? customer.email ?? customer.id;
	// It has the place of both, and is told once.
	const namedByEmail = clickable && !customer.name && customer.email && columns.some(isBeforeEmail);
	return (
		<tr
			{...tableRoles.row}
			ref={props.rowRef}
			{...slot('pc-row', rowClass)}
			data-state={props.pending ? 'pending' : 'idle'}
			data-clickable={clickable ? '' : undefined}
			data-selected={selected ? '' : undefined}
			data-index={props.position}
			aria-rowindex={props.index}
		>
			{RowCheck && <RowCheck name={name} checked={selected} onSelect={(extend) => onSelect(customer.id, extend)} />}
			{columns.map((column) => {
				const linked = clickable && column.id === linkColumn;
				if (namedByEmail && column.id === 'email') return null;
				const content = cellContent(column, customer, locale, linked ? name : undefined);
				const initials = column.mark?.(customer);
				return (
					<td
						key={column.id}
						{...tableRoles.cell}
						{...slot('pc-cell', cellClass)}
						data-column={column.id}
						colSpan={namedByEmail && linked ? 2 : undefined}
						data-initials={linked && href === undefined ? undefined : initials}
						translate={column.translate}
						data-custom={column.csv ? undefined : ''}
						data-label={column.csv ? undefined : column.header}
					>
						{!linked ? (
							content
						) : href === undefined ? (
							<button type="button" data-pc-row-link="" data-initials={initials} onClick={(event) => onOpen?.(customer, event)}>
								{content}
							</button>
						) : (
							<Link href={href} data-pc-row-link="" onClick={onOpen && ((event) => onOpen(customer, event))}>
								{content}
							</Link>
						)}
					</td>
				);
			})}
		</tr>
	);
});

/** Whether a name and its email stand side by side. */
function isBeforeEmail({ id }: TableColumn, at: number, columns: readonly TableColumn[]): boolean {
	return id === 'name' && columns[at + 1]?.id === 'email';
}

/** A function and not a component: a table of a hundred rows has hundreds of cells, and each component costs. */
function cellContent(column: TableColumn, customer: Customer, locale: RowWords, linkName: string | undefined): ReactNode {
	if (column.csv) return column.cell(customer) || none(locale.common.none, linkName);
	return (
		<Boundary of="CustomerTable" subject={customer} fallback={none(locale.table.brokenCell, linkName)}>
			<CustomCell column={column} customer={customer} />
		</Boundary>
	);
}

/** Inside the boundary, so that a `cell` that throws throws there. */
function CustomCell({ column, customer }: { column: TableColumn; customer: Customer }) {
	return column.cell(customer);
}

/** A dash; a link needs a name all the same. */
function none(label: string, linkName: string | undefined): ReactNode {
	if (linkName !== undefined) return <bdi translate="no">{linkName}</bdi>;
	return (
		<span {...slot('pc-none')}>
			<span aria-hidden="true">–</span>
			<span {...slot('pc-unseen')}>{label}</span>
		</span>
	);
}
