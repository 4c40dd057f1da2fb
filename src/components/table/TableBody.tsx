'use client';
import { type MouseEvent, type ReactNode, type Ref, useLayoutEffect, useRef } from 'react';
import type { Customer } from '../../domain/customer';
import { lazyPart } from '../../hooks/context/lazyPart';
import { useEventCallbacks } from '../../hooks/context/useEventCallbacks';
import { useHydrated } from '../../hooks/context/useHydrated';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import type { CustomerSelectionModel } from '../../hooks/table/useCustomerSelection';
import { tableWords } from '../../locales/english/table/tableWords';
import { slot } from '../ui/slot';
import { CustomerRow } from './CustomerRow';
import type { TableColumn } from './columns';
import { EmptyCheck, LoadingRows } from './LoadingRows';
import type { RowInputRows } from './rowInput';
import { Spacer, usualHeight } from './Spacer';
import { TableHead } from './TableHead';
import { tableRoles } from './tableRoles';
import { useRowInput } from './useRowInput';

interface TableBodyProps {
	table: CustomerTableModel;
	/** Those shown, in their order. */
	columns: readonly TableColumn[];
	busy: boolean;
	/** The rows are of before, and no others have come in a moment. */
	stale: boolean;
	selectable: boolean;
	/** Both are loaded where the table is selectable. */
	selection: CustomerSelectionModel | undefined;
	part: Pick<typeof import('./reachedParts'), 'HeadCheck' | 'RowCheck'> | undefined;
	getCustomerHref?: (customer: Customer) => string;
	onCustomerClick?: (customer: Customer, event: MouseEvent) => void;
	caption?: string;
	classNames?: Partial<Record<'table' | 'headCell' | 'row' | 'cell', string>>;
}

/** Where it cannot be loaded, long lists are slow, and no worse. */
const useWindow = lazyPart(() => import('./WindowedBody'));

/** So many rows fill the sight of a list: they are drawn before what draws the others has come. */
const aScreen = 24;

/** The column whose cell opens the customer. */
const linkColumnOf = (columns: readonly TableColumn[]) =>
	['name', 'email', columns[0]?.id].find((wanted) => columns.some(({ id }) => id === wanted)) ?? '';

/** The table itself: header, and rows or bars in their places. */
export function TableBody(props: TableBodyProps) {
	const { table, columns, busy, stale, selectable, selection, part, getCustomerHref, onCustomerClick, caption, classNames = {} } = props;
	const RowCheck = selectable ? (part?.RowCheck ?? EmptyCheck) : undefined;
	const { rows, state, paging } = table;
	const locale = useWords(tableWords);
	const body = useRef<HTMLTableSectionElement>(null);
	const reveal = useRef<RowInputRows['reveal']>(null);
	// For rows that must not render again because a host wrote its functions inline.
	const { onOpen, onSelect, getRows } = useEventCallbacks({
		onOpen: (customer: Customer, event: MouseEvent) => onCustomerClick?.(customer, event),
		onSelect: (id: string, extend: boolean) => (extend ? selection?.extendTo(id) : selection?.toggle(id)),
		getRows: (): RowInputRows => ({ body: body.current, rows, locale, selection, reveal: reveal.current, onIntent }),
	});
	const onIntent = (position: number) => rows[position] && table.prefetchCustomer(rows[position].id);
	const input = useRowInput(getRows, selectable, selection);
	const linkColumn = linkColumnOf(columns);
	const renderRow = (customer: Customer, position: number, ref?: Ref<HTMLTableRowElement>) => (
		<CustomerRow
			key={customer.id}
			{...{ customer, position, columns, linkColumn, locale, RowCheck, onSelect }}
			onOpen={onCustomerClick && onOpen}
			rowClass={classNames.row}
			cellClass={classNames.cell}
			pending={table.isPending(customer.id)}
			href={getCustomerHref?.(customer)}
			selected={selection?.isSelected(customer.id) === true}
			index={paging.range ? paging.range.from + position + 1 : undefined}
			rowRef={ref}
		/>
	);
	const infinite = table.mode === 'infinite';
	const loading = rows.length === 0;
	const subject = useSubject(table);
	const loaded = useWindow(infinite);
	const windowed = input.waits ? undefined : loaded;
	useLayoutEffect(() => {
		if (!windowed) input.settle?.();
	});
	const drawnAhead = infinite && windowed === undefined ? aScreen : rows.length;
	// Strict hosts block `style` attributes that a server wrote.
	const hydrated = useHydrated();
	const drawn = (
		<table
			{...tableRoles.table}
			{...slot('pc-table', classNames.table)}
			data-state={stale ? 'stale' : 'current'}
			data-selectable={selectable ? '' : undefined}
			aria-busy={busy}
			aria-rowcount={paging.range ? (paging.hasNext ? -1 : paging.range.to + 1) : undefined}
		>
			<caption {...slot('pc-unseen')}>{caption ?? locale.table.caption}</caption>
			<TableHead
				sort={state.sort}
				capabilities={table.capabilities}
				canSort={table.canSort}
				toggleSort={table.toggleSort}
				{...{ columns, selectable, selection }}
				className={classNames.headCell}
				HeadCheck={loading ? undefined : part?.HeadCheck}
			/>
			<tbody key={infinite ? '' : subject} {...tableRoles.group} {...input.handlers} ref={body}>
				{loading ? (
					<LoadingRows count={state.limit} columns={columns} selectable={selectable} />
				) : !windowed ? (
					<>
						{rows.slice(0, drawnAhead).map((customer, position) => renderRow(customer, position))}
						{hydrated && drawnAhead < rows.length && <Spacer height={(rows.length - drawnAhead) * usualHeight} />}
					</>
				) : (
					<windowed.WindowedBody
						{...{ rows, renderRow, input, reveal }}
						subject={table.isPrevious ? undefined : JSON.stringify({ ...state, trail: [] })}
						offset={table.scrollOffset}
						onEnd={() => {
							if (!table.error) paging.loadMore();
						}}
					/>
				)}
			</tbody>
		</table>
	);
	return infinite ? <Scroller label={caption ?? locale.table.caption}>{drawn}</Scroller> : drawn;
}

/** Rows of another search or page are others, also of the same customers, and have not moved. In another order they are the same. */
function useSubject({ isPrevious, request }: CustomerTableModel): string {
	const subject = useRef('');
	if (!isPrevious) subject.current = JSON.stringify({ ...request, sort: '' });
	return subject.current;
}

/** Scrolls by itself, also without the stylesheet: drawing only what is in sight needs an end of the sight. */
function Scroller({ label, children }: { label: string; children: ReactNode }) {
	return (
		<section
			{...slot('pc-scroller')}
			aria-label={label}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard, also where no row can be opened
			tabIndex={0}
			style={useHydrated() ? { overflow: 'auto', maxBlockSize: 'var(--pc-table-height, 70vh)' } : undefined}
		>
			{children}
		</section>
	);
}
