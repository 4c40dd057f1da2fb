'use client';
import { type TableLayoutModel, tableLayoutModel } from './tableLayoutModel';
import { type UseTableLayoutOptions, useArrangedColumns } from './useArrangedColumns';

/**
 * The columns and the density of a table, remembered per `tableId` in the provider's `preferences`.
 *
 * @returns the columns in the order chosen, and what can be done with them
 * @example
 * const { columns, setVisible } = useTableLayout({ tableId: 'customers', columns: ['email', 'name'] });
 */
export function useTableLayout(options: UseTableLayoutOptions): TableLayoutModel {
	return tableLayoutModel(options.columns, useArrangedColumns(options));
}
