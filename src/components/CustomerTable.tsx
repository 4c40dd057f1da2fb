'use client';
import { createContext, type MouseEvent, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Customer } from '../domain/customer';
import { useCustomersContext } from '../hooks/context/customersContext';
import { lazyPart } from '../hooks/context/lazyPart';
import { useWords } from '../hooks/context/useWords';
import type { CustomerTableModel } from '../hooks/table/customerTableModel';
import type { CustomerSelection, CustomerSelectionModel } from '../hooks/table/useCustomerSelection';
import { type UseCustomerTableOptions, useCustomerTable } from '../hooks/table/useCustomerTable';
import { tableWords } from '../locales/english/table/tableWords';
import {
	type CustomerColumn,
	type CustomerColumnId,
	type CustomerTableContents,
	csvColumnsOf,
	defaultColumns,
	type TableColumn,
} from './table/columns';
import { TableBody } from './table/TableBody';
import { TableNotices } from './table/TableNotices';
import { TablePager } from './table/TablePager';
import { statusMessage, TableStatus } from './table/TableStatus';
import { TableToolbar } from './table/TableToolbar';
import { useAroundRows } from './table/useAroundRows';
import { useIdlePrefetch } from './table/useIdlePrefetch';
import { useReachedParts } from './table/useReachedParts';
import { useSlow } from './table/useSlow';
import { useStateParts } from './table/useStateParts';
import { useTableColumns } from './table/useTableColumns';
import { Boundary } from './ui/Boundary';
import { RetryAlert } from './ui/RetryAlert';
import { slot } from './ui/slot';

/** Parts of the table that take a class: `root`, `toolbar`, `frame`, `table`, `headCell`, `row`, `cell` and `pager`. */
export type CustomerTableSlot = 'root' | 'toolbar' | 'frame' | 'table' | 'headCell' | 'row' | 'cell' | 'pager';

/** `mode`, `initialState` and `url…` are for a table that keeps its own state; where `table` is given, what that says counts. */
export interface CustomerTableProps extends Omit<UseCustomerTableOptions, 'state' | 'onStateChange'> {
	/** Columns in their order: ids of built-in ones, and the host's own. @default ['name', 'email', 'created', 'phone', 'country'] */
	columns?: readonly (CustomerColumnId | CustomerColumn)[];
	/** Where a customer's row leads; makes each row a real link. */
	getCustomerHref?: (customer: Customer) => string;
	/** Called before the row's link is followed (`event.preventDefault()` keeps it from that), or when there is no link. */
	onCustomerClick?: (customer: Customer, event: MouseEvent) => void;
	/** Shows a "New customer" button, where the backend can create; where there are no customers yet, in their place. */
	onCreate?: () => void;
	/** Names the table for those who hear it. @default "Customers" in the reader's language */
	caption?: string;
	/** Rows a page to choose from, each 1–100. @default [20, 50, 100] */
	pageSizes?: readonly number[];
	/**
	 * Puts a box before each row to choose customers by; also by Space, and with Shift by click and arrow keys. Instead of `true` it takes
	 * what a `useCustomerSelection(table)` of the host's returned, to keep what is chosen or to add to the page. @default false
	 */
	selectable?: boolean | CustomerSelectionModel;
	/** Called after each change of what is chosen. */
	onSelectionChange?: (selection: CustomerSelection) => void;
	/** What can be done with the customers chosen; shown while there are any. */
	selectionActions?: (selection: CustomerSelectionModel) => ReactNode;
	/**
	 * One page at a time, or all below each other, drawn only where one looks. It scrolls by itself then, `--pc-table-height` high at most
	 * (70vh unless set). @default 'pages'
	 */
	mode?: 'pages' | 'infinite';
	/** What a `useCustomerTable()` of the host's returned, to keep the state or to add to the page. @default one of its own */
	table?: CustomerTableModel;
	/** Columns, density and saved views are remembered under it, by the provider's `preferences`. @default 'customers' */
	tableId?: string;
	/** More buttons in the toolbar, which is there as soon as anybody is; a function is told what the table shows: `actions={(shown) => <CustomerExport {...shown} />}`. @default none */
	actions?: ReactNode | ((shown: CustomerTableContents) => ReactNode);
	/** More buttons beside "New customer" where there are no customers yet: other ways to have some. @default `actions`, unless that is a function */
	emptyActions?: ReactNode;
	/** Classes to add, by slot. */
	classNames?: Partial<Record<CustomerTableSlot, string>>;
}

const useNewsPart = lazyPart(() => import('./table/NewCustomers'));

/**
 * Customers to search, filter, sort and page through, as far as the backend offers it.
 *
 * @example
 * <CustomerTable getCustomerHref={({ id }) => `/customers/${id}`} />;
 */
export function CustomerTable({ table, ...props }: CustomerTableProps) {
	return table ? (
		<TableProps.Provider value={{ ...props, table }}>{view}</TableProps.Provider>
	) : (
		<Boundary of="CustomerTable">
			<OwnTable {...props} />
		</Boundary>
	);
}

function OwnTable(props: CustomerTableProps) {
	return <TableProps.Provider value={{ ...props, table: useCustomerTable(props) }}>{view}</TableProps.Provider>;
}

const TableProps = createContext<CustomerTableProps & { table: CustomerTableModel }>(undefined as never);

/** Below the state: what was searched and filtered outlives what throws. Always the same, so that a change of the rows renders no boundary. */
const view = (
	<Boundary of="CustomerTable">
		<TableView />
	</Boundary>
);

function TableView() {
	const props = useContext(TableProps);
	const { table, tableId = 'customers', classNames = {} } = props;
	const { status, isRefreshing, isOffline, error, notice } = table;
	const ready = status === 'ready';
	const locale = useWords(tableWords);
	const { all, shown, arranged, views } = useTableColumns(props.columns ?? defaultColumns, table, tableId);
	const { selectable: chooses } = props;
	const part = useReachedParts(!!chooses);
	const selectable = part !== null && !!chooses;
	const kept = typeof chooses === 'object' ? chooses : undefined;
	const [own, setOwn] = useState<CustomerSelectionModel>();
	const selection = part ? (kept ?? own) : undefined;
	const actions = useActions(props.actions, table.request, shown, (kept ?? own)?.value);
	const busy = status === 'loading' || isRefreshing;
	const late = useSlow(busy, 200);
	const slow = useSlow(busy, 5000);
	const refreshing = late && isRefreshing;
	const stale = table.isPrevious && (late || !busy);
	const { around, place } = useAroundRows(table);
	const sorted = useSorted(table.state.sort);
	useIdlePrefetch(table);
	const hasRows = ready || status === 'loading';
	const troubled = !hasRows || isOffline || !!(error ?? notice);
	const statePart = useStateParts(troubled && 1 + table.list.errorUpdateCount);
	const trouble = statePart?.troubleOf(table, slow);
	// Until it can be said why there are none, the rows keep their places.
	const shows = hasRows || statePart === undefined;
	// Nobody to search for, to choose or to export.
	const bare = /empty|offline|forbidden/.test(status);
	return (
		<div
			data-pc-root=""
			{...slot('pc-table-root', classNames.root)}
			data-state={status}
			data-offer={table.capabilities ? 'known' : 'unknown'}
			data-density={arranged.layout.density}
			lang={locale.code}
			dir={locale.dir}
		>
			{!bare && (
				<TableToolbar
					{...{ table: around, refreshing, columns: all, arranged, views, actions }}
					onCreate={props.onCreate}
					className={classNames.toolbar}
				/>
			)}
			<TableNotices
				table={around}
				ready={ready}
				failure={statePart?.failureOverRows(table)}
				retrying={!!error && isRefreshing}
				part={statePart}
			/>
			{table.capabilities?.live && news}
			{/* Where nothing stands above it, it is another one, and not the former moved. */}
			<div key={+bare} {...slot('pc-table-frame', classNames.frame)} data-state={stale && busy ? 'waiting' : 'idle'}>
				<div {...slot('pc-progress')} data-state={refreshing && !isOffline ? 'active' : 'idle'} />
				{slow && !isOffline && (
					<p {...slot('pc-slow')} aria-hidden="true">
						{locale.table.slow}
					</p>
				)}
				{part && <part.TableSelection {...props} kept={kept} onChange={setOwn} />}
				{shows ? (
					<TableBody {...props} {...{ columns: shown, busy, stale, selectable, selection }} part={part ?? undefined} />
				) : statePart ? (
					<statePart.TableState {...props} />
				) : (
					<RetryAlert title={locale.menus.failed} onRetry={table.retry} />
				)}
			</div>
			{(shows || (status !== 'forbidden' && !table.paging.isFirst)) && (
				<TablePager table={around} place={place} pageSizes={props.pageSizes} className={classNames.pager} />
			)}
			<TableStatus
				table={around}
				message={trouble && statePart ? <statePart.TroubleText what={trouble} /> : statusMessage(table, slow, sorted, troubled, locale)}
			/>
		</div>
	);
}

/** What is told of customers whom others have created. Not drawn by anything until somebody is. */
function News() {
	const context = useCustomersContext();
	const [heard, hear] = useState(0);
	useEffect(() => context.follow?.(context, () => hear((count) => count + 1)), [context]);
	const part = useNewsPart(heard);
	return part && <TableProps.Consumer>{({ table }) => <part.NewCustomers table={table} />}</TableProps.Consumer>;
}

/** Always the same, so that a change of the rows does not render it. */
const news = <News />;

/** Whether the order was changed here: who did hears which one it is. */
function useSorted(sort: string): boolean {
	const first = useRef<string | null>(sort);
	if (first.current !== sort) first.current = null;
	return first.current === null;
}

/** The host's buttons, asked for again only where the table shows something else. */
function useActions(
	actions: CustomerTableProps['actions'],
	request: CustomerTableModel['request'],
	columns: readonly TableColumn[],
	chosen: CustomerSelection | undefined,
): ReactNode {
	return useMemo(() => {
		if (typeof actions !== 'function') return actions;
		return actions({ request, selection: chosen?.kind === 'some' ? chosen.ids : [], columns: csvColumnsOf(columns) });
	}, [actions, request, columns, chosen]);
}
