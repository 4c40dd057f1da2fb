'use client';
import { type TableLayoutModel, tableLayoutModel } from './tableLayoutModel';
import { type UseTableLayoutOptions, useArrangedColumns } from './useArrangedColumns';

/** The columns and the density of a table, remembered per `tableId` in the provider's `preferences`. */
export function useTableLayout(options: UseTableLayoutOptions): TableLayoutModel {
	return tableLayoutModel(options.columns, useArrangedColumns(options));
}
