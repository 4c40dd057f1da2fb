import type { TextEncoding } from '../../domain/decodeText';
import type { ImportField } from '../../domain/importField';
import type { CsvDelimiter } from '../../domain/parseCsv';

/** The largest file that can be imported, in bytes. */
export const maxImportBytes = 25 * 1024 * 1024;

/** The most rows that one file may have, the header aside. */
export const maxImportRows = 50_000;

/** Why a file cannot be imported. */
export interface ImportFileProblem {
	/** What is wrong; `locale.imports.files` has the sentence. */
	code: 'too_large' | 'too_many_rows' | 'no_rows' | 'workbook' | 'not_text' | 'unreadable';
}

/** How a file is written. */
export interface ImportFileFormat {
	/** How its characters are stored. */
	encoding: TextEncoding;
	/** What parts its cells. */
	delimiter: CsvDelimiter;
	/** The row that names its columns, as spreadsheets count, from 1; those above it are no customers. `null`: nothing names them. */
	headerRow: number | null;
}

/** One row of a file. */
export interface ImportFileRow {
	/** As spreadsheets count: the first row of the file is 1. */
	number: number;
	/** The texts of its cells, as they are in the file. */
	cells: readonly string[];
	/**
	 * Why it is not clear what is in which cell; such a row is never sent. `quotes`: a quotation mark in it has no other. `cells`: it has more
	 * cells than there are columns.
	 */
	unclear?: 'quotes' | 'cells';
}

/** What a file holds. */
export interface ImportFileContent {
	format: ImportFileFormat;
	/** Names of the columns; empty where nothing names one. */
	header: readonly string[];
	/** What each column seems to hold. */
	fields: readonly (ImportField | null)[];
	rows: readonly ImportFileRow[];
	/** The file's first rows: one of them may be the header. */
	top: readonly ImportFileRow[];
}

/** What a file holds, or why it cannot be imported. */
export type ImportFileResult = { ok: true; content: ImportFileContent } | { ok: false; problem: ImportFileProblem };
