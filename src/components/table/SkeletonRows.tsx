'use client';
import { useEffect, useState } from 'react';
import { useHydrated } from '../../hooks/context/useHydrated';
import { Skeleton } from '../ui/Skeleton';
import type { TableColumn } from './columns';
import { Spacer } from './Spacer';
import { tableRoles } from './tableRoles';

/** What comes sooner, in milliseconds, needs no bars before it. */
const delayMs = 100;

/** Uneven, as text is. */
const widths = ['72%', '58%', '80%', '64%', '50%'];

interface SkeletonRowsProps {
	/** How many rows will come. */
	count: number;
	columns: readonly TableColumn[];
	selectable: boolean;
}

/** As high as the rows that will come: nothing at first, then bars in their places. A server draws the bars, as nobody knows how long its page waits. */
export function SkeletonRows({ count, columns, selectable }: SkeletonRowsProps) {
	const [due, setDue] = useState(!useHydrated());
	useEffect(() => {
		const timer = setTimeout(() => setDue(true), delayMs);
		return () => clearTimeout(timer);
	}, []);
	if (!due) return <Spacer height={`calc(${count} * var(--pc-row-space, 40px))`} />;
	return Array.from({ length: count }, (_, row) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: they have nothing else
		<tr key={row} {...tableRoles.row} data-slot="pc-row" data-state="loading">
			{selectable && <EmptyCheck />}
			{columns.map((column, position) => (
				<td key={column.id} {...tableRoles.cell} data-column={column.id}>
					<Skeleton width={widths[(row * 2 + position) % widths.length]!} />
				</td>
			))}
		</tr>
	));
}

/** Keeps the place of a row's box. */
export function EmptyCheck() {
	return <td {...tableRoles.cell} data-slot="pc-check-cell" />;
}
