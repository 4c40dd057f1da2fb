'use client';
import { slot } from '../ui/slot';
import type { TableColumn } from './columns';
import { tableRoles } from './tableRoles';

interface LoadingRowsProps {
	/** How many rows will come. */
	count: number;
	columns: readonly TableColumn[];
	selectable: boolean;
}

/** One row as high as those that will come. The stylesheet draws bars in their places, after a moment: what comes at once needs none. */
export function LoadingRows({ count, columns, selectable }: LoadingRowsProps) {
	return (
		// biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus
		<tr aria-hidden="true" {...slot('pc-loading')} style={{ blockSize: `calc(${count} * var(--pc-row-space, 40px))` }}>
			{selectable && <EmptyCheck />}
			{columns.map(({ id }) => (
				<td key={id} data-column={id} />
			))}
		</tr>
	);
}

/** Keeps the place of a row's box. */
export function EmptyCheck() {
	return <td {...tableRoles.cell} {...slot('pc-check-cell')} />;
}
