import { memo, useCallback, useState } from 'react';
import type { Customer } from '../../../src/domain/customer';
import { cells, columnIds } from '../hand/cells';
import type { HandTableProps } from '../hand/HandPages';
import { Sortable } from '../hand/Sortable';

interface PlainRowProps {
	customer: Customer;
	/** `undefined` where rows cannot be selected. */
	selected: boolean | undefined;
	onSelect: (id: string) => void;
}

const PlainRow = memo(function PlainRow({ customer, selected, onSelect }: PlainRowProps) {
	return (
		<tr>
			{selected !== undefined && (
				<td className="hand-check">
					<input type="checkbox" aria-label={`Select ${customer.email}`} checked={selected} onChange={() => onSelect(customer.id)} />
				</td>
			)}
			{columnIds.map((id) => (
				<td key={id}>{cells[id](customer)}</td>
			))}
		</tr>
	);
});

/** What a careful host would write with nothing but React: rows that render when they change, and all of them drawn. */
export function PlainTable({ customers, sort, onSort, busy, selectable }: HandTableProps) {
	const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
	const select = useCallback((id: string) => setSelected((former) => toggled(former, id)), []);
	return (
		<table className="hand-table" aria-label="Customers" aria-busy={busy}>
			<thead>
				<tr>
					{selectable && <th scope="col" className="hand-check" aria-label="Selected" />}
					{columnIds.map((id) => (
						<Sortable key={id} id={id} sort={sort} onSort={onSort} />
					))}
				</tr>
			</thead>
			<tbody>
				{customers.map((customer) => (
					<PlainRow key={customer.id} customer={customer} selected={selectable ? selected.has(customer.id) : undefined} onSelect={select} />
				))}
			</tbody>
		</table>
	);
}

function toggled(former: ReadonlySet<string>, id: string): ReadonlySet<string> {
	const next = new Set(former);
	if (!next.delete(id)) next.add(id);
	return next;
}
