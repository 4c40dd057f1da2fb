import type { CustomerPage } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import type { PendingEdits } from '../cache/usePendingEdits';

/** The rows of all pages, as they will be once what is pending is saved. */
export function shownRows(pages: readonly CustomerPage[], edits: Pick<PendingEdits, 'apply' | 'isEmpty'>): readonly Customer[] {
	// A loop: a hundred thousand rows take flatMap and map thirty milliseconds.
	const rows: Customer[] = [];
	for (const page of pages) for (const row of page.data) rows.push(edits.isEmpty ? row : edits.apply(row));
	return rows;
}
