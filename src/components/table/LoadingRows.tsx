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

/**
 * One row as high as those that will come: an empty line for each, because strict hosts block `style` attributes that a server wrote. The stylesheet draws bars in their places, after a moment: what comes at once
 * needs none.
 */
export function LoadingRows({ count, columns, selectable }: LoadingRowsProps) {
	return (
		// biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus
		<tr aria-hidden="true" {...slot('pc-loading')}>
			{selectable && <EmptyCheck />}
			{columns.map(({ id }, at) => (
				<td key={id} data-column={id}>
					{at === 0 && '\n'.repeat(count)}
				</td>
			))}
		</tr>
	);
}

/** Keeps the place of a row's box. */
export function EmptyCheck() {
	return <td {...tableRoles.cell} {...slot('pc-check-cell')} />;
}
