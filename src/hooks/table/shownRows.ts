import type { CustomerPage } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import type { PendingEdits } from '../cache/usePendingEdits';

/**
 * The rows of all pages, as they will be once what is pending is saved. Who moved down before the next page was asked for comes twice, and is
 * shown once: where they were, as they are now.
 */
export function shownRows(pages: readonly CustomerPage[], edits: Pick<PendingEdits, 'apply'>): readonly Customer[] {
	// A loop: a hundred thousand rows take flatMap and map thirty milliseconds.
	const rows = new Map<string, Customer>();
	for (const page of pages) for (const row of page.data) rows.set(row.id, edits.apply(row));
	return [...rows.values()];
}
