'use client';
import { type MouseEvent, memo, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Customer } from '../../domain/customer';
import { useNavigation } from '../../hooks/navigation';
import type { Locale } from '../../locales/locale';
import type { TableColumn } from '../columns';
import { CellBoundary } from './CellBoundary';
import { tableRoles } from './tableRoles';

export interface CustomerRowProps {
	customer: Customer;
	columns: readonly TableColumn[];
	/** The column whose cell opens the customer. */
	linkColumn: string;
	locale: Locale;
	/** Where the row leads; without it the row may still be clicked. */
	href: string | undefined;
	/** Must keep its identity, or every row renders again. */
	onOpen: ((customer: Customer, event: MouseEvent) => void) | undefined;
	/** Someone seems about to open it. Must keep its identity too. */
	onIntent: (id: string) => void;
	/** An edit waits for its answer. */
	pending: boolean;
	/** Position in the whole table, the header being 1. */
	index: number;
	rowClass: string | undefined;
	cellClass: string | undefined;
}

/** One customer. Renders again only when this customer, the columns or the words change. */
export const CustomerRow = memo(function CustomerRow(props: CustomerRowProps) {
	const { customer, columns, linkColumn, href, onOpen, index, rowClass, cellClass } = props;
	const intent = useIntent(() => props.onIntent(customer.id));
	const clickable = href !== undefined || onOpen !== undefined;
	return (
		<tr
			{...tableRoles.row}
			data-slot="pc-row"
			data-state={props.pending ? 'pending' : 'idle'}
			data-clickable={clickable ? '' : undefined}
			className={rowClass}
			aria-rowindex={index}
			onClick={clickable ? followRow : undefined}
			onAuxClick={href === undefined ? undefined : followRow}
			{...(clickable && intent)}
		>
			{columns.map((column) => (
				<td
					key={column.id}
					{...tableRoles.cell}
					data-slot="pc-cell"
					data-column={column.id}
					data-custom={column.custom ? '' : undefined}
					data-label={column.custom ? column.header : undefined}
					className={cellClass}
					title={column.title?.(customer)}
				>
					{clickable && column.id === linkColumn ? (
						<RowLink customer={customer} href={href} onOpen={onOpen}>
							<Cell {...props} column={column} />
						</RowLink>
					) : (
						<Cell {...props} column={column} />
					)}
				</td>
			))}
		</tr>
	);
});

function Cell({ customer, column, linkColumn, href, onOpen, locale }: CustomerRowProps & { column: TableColumn }) {
	const linked = column.id === linkColumn && (href !== undefined || onOpen !== undefined);
	const none = linked ? <bdi>{customer.email ?? customer.name ?? customer.id}</bdi> : <None label={locale.common.none} />;
	if (!column.custom) return column.cell(customer) || none;
	return (
		<CellBoundary subject={customer} fallback={linked ? none : <None label={locale.table.brokenCell} />}>
			<CustomCell column={column} customer={customer} />
		</CellBoundary>
	);
}

/** Inside the boundary, so that a `cell` that throws throws there. */
function CustomCell({ column, customer }: { column: TableColumn; customer: Customer }) {
	return column.cell(customer);
}

function None({ label }: { label: string }) {
	return (
		<span data-slot="pc-none">
			<span aria-hidden="true">–</span>
			<span data-slot="pc-unseen">{label}</span>
		</span>
	);
}

function RowLink({ customer, href, onOpen, children }: Pick<CustomerRowProps, 'customer' | 'href' | 'onOpen'> & { children: ReactNode }) {
	const { Link } = useNavigation();
	const open = onOpen && ((event: MouseEvent) => onOpen(customer, event));
	if (href === undefined) {
		return (
			<button type="button" data-slot="pc-row-link" onClick={open}>
				{children}
			</button>
		);
	}
	return (
		<Link href={href} data-slot="pc-row-link" onClick={open}>
			{children}
		</Link>
	);
}

/** Resting on a row for this long, in milliseconds, means to open it. */
const intentMs = 80;

function useIntent(onIntent: () => void) {
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);
	return {
		onFocus: onIntent,
		onPointerEnter: ({ pointerType }: PointerEvent) => {
			if (pointerType === 'mouse') timer.current = setTimeout(onIntent, intentMs);
		},
		onPointerLeave: () => clearTimeout(timer.current),
	};
}

/** A click anywhere in the row is a click on its link, unless it was meant for something else in the row. */
function followRow(event: MouseEvent<HTMLTableRowElement>): void {
	const target = event.target as Element;
	if (event.defaultPrevented || target.closest('a, button, input, select, textarea, label, summary, [role="button"], [contenteditable]'))
		return;
	if (window.getSelection()?.type === 'Range') return;
	const link = event.currentTarget.querySelector<HTMLElement>('[data-slot="pc-row-link"]');
	const newTab = event.button === 1 || (event.button === 0 && (event.metaKey || event.ctrlKey || event.shiftKey));
	if (link instanceof HTMLAnchorElement && newTab) window.open(link.href, '_blank', 'noopener');
	else if (event.button === 0) link?.click();
}
