'use client';
import type { CustomerTableModel } from './customerTableModel';
import { type CustomerViewsModel, customerViewsModel } from './customerViewsModel';
import { useStoredViews } from './useStoredViews';

/**
 * Saved views of a table, remembered per `tableId` in the provider's `preferences`. The chosen one is part of the table's state.
 *
 * @returns the views, and what can be done with them
 * @example
 * const table = useCustomerTable();
 * const { views, apply } = useCustomerViews(table, 'customers');
 */
export function useCustomerViews(table: CustomerTableModel, tableId: string): CustomerViewsModel {
	return customerViewsModel(table, useStoredViews(table.state, tableId));
}
