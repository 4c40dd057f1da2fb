import { type CsvDelimiter, parseCsv } from '../../domain/parseCsv';

/** The largest file that can be imported, in bytes. */
export const maxImportBytes = 5 * 1024 * 1024;

/** The most rows that one file may have, the header aside. */
export const maxImportRows = 50_000;

/** Why a file cannot be imported. */
export interface ImportFileProblem {
	/** What is wrong; `locale.imports.files` has the sentence. */
	code: 'too_large' | 'too_many_rows' | 'no_rows' | 'not_utf8' | 'broken_quotes' | 'unreadable';
	/** With `broken_quotes`: the row, as spreadsheets count. */
	row?: number;
}

/** One row of a file. */
export interface ImportFileRow {
	/** As spreadsheets count: the header is row 1. */
	number: number;
	/** The texts of its cells, as they are in the file. */
	cells: readonly string[];
}

/** What a file holds, or why it cannot be imported. */
export type ImportFileResult =
	| { ok: true; header: readonly string[]; rows: readonly ImportFileRow[]; delimiter: CsvDelimiter }
	| { ok: false; problem: ImportFileProblem };

/** Reads a CSV file in UTF-8. Never throws: what is wrong with the file is returned. */
export async function readImportFile(file: Blob): Promise<ImportFileResult> {
	const refused = (code: ImportFileProblem['code'], row?: number) => ({ ok: false, problem: { code, ...(row && { row }) } }) as const;
	if (file.size > maxImportBytes) return refused('too_large');
	const bytes = await file.arrayBuffer().catch(() => null);
	if (bytes === null) return refused('unreadable');
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return refused('not_utf8');
	}
	const parsed = parseCsv(text);
	if (!parsed.ok) return refused('broken_quotes', parsed.record);
	const [header = [], ...records] = parsed.records;
	const rows = records
		.map((cells, index) => ({ number: index + 2, cells }))
		.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	if (rows.length === 0) return refused('no_rows');
	if (rows.length > maxImportRows) return refused('too_many_rows');
	return { ok: true, header, rows, delimiter: parsed.delimiter };
}
