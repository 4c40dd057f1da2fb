import { plainCell } from './csv';
import type { ImportField } from './importField';

/** Names and places may begin with an apostrophe ('t Hooft, 's-Hertogenbosch); what these fields hold never does. */
const neverApostrophe: ReadonlySet<ImportField | null> = new Set(['email', 'phone', 'address.postal_code', 'address.country']);

/** A cell's text without what keeps spreadsheets from changing or running it: our own apostrophe, others' apostrophes, `="02134"`. */
export function unprotectCell(cell: string, field: ImportField | null): string {
	const trimmed = plainCell(cell).trim();
	const text = trimmed.replace(/^="(.*)"$/s, '$1').trim();
	return neverApostrophe.has(field) || /^'\d/.test(text) ? text.replace(/^'+/, '').trim() : text;
}
