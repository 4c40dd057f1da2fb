import {
	createColumnHelper,
	type ReactTable,
	type Row,
	type RowSelectionState,
	rowSelectionFeature,
	rowSortingFeature,
	tableFeatures,
	useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, type Ref, useEffect, useMemo, useRef, useState } from 'react';
import type { CustomerSort } from '../../../src/contract/backend';
import type { Customer } from '../../../src/domain/customer';
import { cells, headers } from '../hand/cells';
import type { HandTableProps } from '../hand/HandPages';
import { Sortable } from '../hand/Sortable';

const features = tableFeatures({ rowSelectionFeature, rowSortingFeature });
type Features = typeof features;

const helper = createColumnHelper<Features, Customer>();
const columns = helper.columns([
	helper.accessor('email', { header: headers.email, cell: ({ row }) => cells.email(row.original) }),
	helper.accessor('name', { header: headers.name, cell: ({ row }) => cells.name(row.original) }),
	helper.accessor('created', { header: headers.created, cell: ({ row }) => cells.created(row.original) }),
	helper.accessor('phone', { header: headers.phone, cell: ({ row }) => cells.phone(row.original) }),
	helper.accessor(({ address }) => address?.country, {
		id: 'country',
		header: headers.country,
		cell: ({ row }) => cells.country(row.original),
	}),
]);

type CustomerTable = ReactTable<Features, Customer>;

/** TanStack Table over one page, or with TanStack Virtual over all rows loaded. The backend sorts, searches and pages. */
export function TanStackTable({ customers, sort, onSort, busy, windowed, selectable, onEnd }: HandTableProps) {
	const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
	const sorting = useMemo(() => [{ id: sort.replace('-', ''), desc: sort.startsWith('-') }], [sort]);
	const table = useTable<Features, Customer>({
		features,
		columns,
		data: customers as Customer[],
		getRowId: ({ id }) => id,
		manualSorting: true,
		state: { sorting, rowSelection },
		onRowSelectionChange: setRowSelection,
		onSortingChange: (updater) => {
			const [first] = typeof updater === 'function' ? updater(sorting) : updater;
			if (first) onSort(`${first.desc ? '-' : ''}${first.id}` as CustomerSort);
		},
	});
	const drawn = { table, sort, onSort, busy, selectable };
	return windowed ? (
		<WindowedTable {...drawn} onEnd={onEnd} />
	) : (
		<Drawn {...drawn}>
			{table.getRowModel().rows.map((row) => (
				<TableRow key={row.id} table={table} row={row} selected={selectable ? row.getIsSelected() : undefined} />
			))}
		</Drawn>
	);
}

interface DrawnProps extends Pick<HandTableProps, 'sort' | 'onSort' | 'busy' | 'selectable'> {
	table: CustomerTable;
	count?: number;
	children?: ReactNode;
}

function Drawn({ table, sort, onSort, busy, selectable, count, children }: DrawnProps) {
	return (
		<table className="hand-table" aria-label="Customers" aria-busy={busy} aria-rowcount={count}>
			<thead>
				{table.getHeaderGroups().map((group) => (
					<tr key={group.id}>
						{selectable && <th scope="col" className="hand-check" aria-label="Selected" />}
						{group.headers.map(({ id }) => (
							<Sortable key={id} id={id as keyof typeof headers} sort={sort} onSort={onSort} />
						))}
					</tr>
				))}
			</thead>
			<tbody>{children}</tbody>
		</table>
	);
}

/** The rows in sight, between two that are as high as the others. */
function WindowedTable({ onEnd, ...drawn }: DrawnProps & { onEnd?: () => void }) {
	const { table } = drawn;
	const { rows } = table.getRowModel();
	const scroller = useRef<HTMLDivElement>(null);
	const virtualizer = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => 40,
		getItemKey: (index) => rows[index]!.id,
		overscan: 5,
	});
	const items = virtualizer.getVirtualItems();
	const [first, last] = [items[0], items.at(-1)];
	const atEnd = last !== undefined && last.index >= rows.length - 1;
	useEffect(() => {
		if (atEnd) onEnd?.();
	}, [atEnd, onEnd]);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard
		<div ref={scroller} className="hand-scroller" tabIndex={0}>
			<Drawn {...drawn} count={rows.length + 1}>
				{first !== undefined && first.start > 0 && <Gap height={first.start} />}
				{items.map(({ index }) => {
					const row = rows[index]!;
					return <TableRow key={row.id} table={table} row={row} index={index} measure={virtualizer.measureElement} selected={undefined} />;
				})}
				{last !== undefined && last.end < virtualizer.getTotalSize() && <Gap height={virtualizer.getTotalSize() - last.end} />}
			</Drawn>
		</div>
	);
}

function Gap({ height }: { height: number }) {
	return (
		// biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus
		<tr aria-hidden="true">
			<td style={{ height }} />
		</tr>
	);
}

interface TableRowProps {
	table: CustomerTable;
	row: Row<Features, Customer>;
	/** `undefined` where rows cannot be selected. */
	selected: boolean | undefined;
	index?: number;
	measure?: Ref<HTMLTableRowElement>;
}

/** TanStack makes new rows of all customers whenever one changes: only the customer says whether to render. */
const TableRow = memo(
	function TableRow({ table, row, selected, index, measure }: TableRowProps) {
		return (
			<tr ref={measure} data-index={index} aria-rowindex={index === undefined ? undefined : index + 2}>
				{selected !== undefined && (
					<td className="hand-check">
						<input
							type="checkbox"
							aria-label={`Select ${row.original.email}`}
							checked={selected}
							onChange={row.getToggleSelectedHandler()}
						/>
					</td>
				)}
				{row.getAllCells().map((cell) => (
					<td key={cell.id}>
						<table.FlexRender cell={cell} />
					</td>
				))}
			</tr>
		);
	},
	(a, b) => a.row.original === b.row.original && a.selected === b.selected && a.index === b.index,
);
