import { guessImportFields } from './importColumns';
import { isEmail } from './isEmail';
import { type CsvDelimiter, csvDelimiters, csvReader } from './parseCsv';
import { unprotectCell } from './unprotectCell';

/** How many records are looked at to see how a file is written. */
const looked = 100;

/** How far down the row with the columns' names is looked for. */
export const maxHeaderRow = 20;

/** `sep=;` in the first line, as spreadsheets write and hide it: what it says, and where the file begins behind it. */
export function separatorLine(text: string): { delimiter: CsvDelimiter; length: number } | null {
	const found = /^("?)sep=([,;\t|])\1[,;\t|]*(?:\r\n|\r|\n|$)/i.exec(text);
	return found && { delimiter: found[2] as CsvDelimiter, length: found[0].length };
}

/**
 * What parts the cells: with it most records have a cell that is an email and nothing more, then most have equally many cells. A file of
 * one column has commas.
 */
export function sniffDelimiter(text: string): CsvDelimiter {
	const beginning = text.slice(0, 200_000);
	const scores = csvDelimiters.map((delimiter) => {
		const records = csvReader(beginning, delimiter)
			.read(looked)
			.filter((cells) => cells.some((cell) => cell.trim() !== ''));
		const widths = new Map<number, number>();
		for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1);
		widths.delete(1);
		return { emails: records.filter(hasEmail).length, alike: Math.max(0, ...widths.values()) };
	});
	const best = scores.reduce((most, score) => ((score.emails - most.emails || score.alike - most.alike) > 0 ? score : most));
	return csvDelimiters[scores.indexOf(best)]!;
}

/**
 * Which record names the columns, counted from 0; -1 where none does. It is the first that names an email column, else the last one above
 * the first email that names any column, else the last one there with a text for most columns: titles above a table have fewer.
 */
export function findHeader(records: readonly (readonly string[])[]): number {
	const top = records.slice(0, maxHeaderRow);
	const known = top.map((cells) => (hasEmail(cells) ? [] : guessImportFields(cells).filter((field) => field !== null)));
	const named = known.findIndex((fields) => fields.includes('email'));
	if (named >= 0) return named;
	const firstEmail = records.findIndex(hasEmail);
	if (firstEmail < 0) {
		const most = Math.max(...known.map((fields) => fields.length));
		return most > 0 ? known.findIndex((fields) => fields.length === most) : top.findIndex(hasText);
	}
	const above = known.slice(0, firstEmail);
	const someKnown = above.findLastIndex((fields) => fields.length > 0);
	if (someKnown >= 0) return someKnown;
	const width = records[firstEmail]!.filter((cell) => cell.trim() !== '').length;
	return top.slice(0, firstEmail).findLastIndex((cells) => cells.filter((cell) => cell.trim() !== '').length >= Math.max(1, width / 2));
}

function hasEmail(cells: readonly string[]): boolean {
	return cells.some((cell) => cell.includes('@') && isEmail(unprotectCell(cell, 'email')));
}

function hasText(cells: readonly string[]): boolean {
	return cells.some((cell) => cell.trim() !== '');
}
