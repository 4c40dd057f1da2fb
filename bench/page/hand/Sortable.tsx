import { memo } from 'react';
import type { CustomerSort } from '../../../src/contract/backend';
import { headers, sortable } from './cells';

interface SortableProps {
	id: keyof typeof headers;
	sort: CustomerSort;
	onSort: (sort: CustomerSort) => void;
}

/** A column's header: a button where the backend sorts by it. */
export const Sortable = memo(function Sortable({ id, sort, onSort }: SortableProps) {
	const direction = sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : undefined;
	return (
		<th scope="col" aria-sort={direction}>
			{sortable[id] ? (
				<button type="button" onClick={() => onSort((direction === 'ascending' ? `-${id}` : id) as CustomerSort)}>
					{headers[id]} <span aria-hidden="true">{direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : '↕'}</span>
				</button>
			) : (
				headers[id]
			)}
		</th>
	);
});
