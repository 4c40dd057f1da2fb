'use client';
import { Skeleton } from '../ui/Skeleton';
import type { TableColumn } from './columns';
import { tableRoles } from './tableRoles';

/** Uneven, as text is. */
const widths = ['72%', '58%', '80%', '64%', '50%'];

/** As many empty rows as will come, each as high as a real one. */
export function SkeletonRows({ count, columns, selectable }: { count: number; columns: readonly TableColumn[]; selectable: boolean }) {
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
