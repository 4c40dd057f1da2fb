/** What parts the cells of a line. */
export const csvDelimiters = [',', ';', '\t', '|'] as const;

/** One of {@link csvDelimiters}. */
export type CsvDelimiter = (typeof csvDelimiters)[number];

/** Reads a text from its beginning to its end, in turns of any length. */
export interface CsvReader {
	/** The cells of the next records, so many at most. */
	read: (most: number) => string[][];
	/** Whether there is nothing left to read. */
	isDone: () => boolean;
	/** The records so far, counted from 0, of which it is not clear where a cell ends: a quotation mark in them has no other. */
	unclear: readonly number[];
}

/** All of a text at once. */
export function parseCsv(text: string, delimiter: CsvDelimiter): { records: string[][]; unclear: readonly number[] } {
	const reader = csvReader(text, delimiter);
	return { records: reader.read(Number.POSITIVE_INFINITY), unclear: reader.unclear };
}

/**
 * Reads CSV (RFC 4180) as spreadsheets and people write it: line ends of any system, quoted line breaks, spaces before a quotation mark,
 * `="text"`, `\"` for a quotation mark, and marks that were never doubled. A quotation mark inside a cell that did not begin with one is a
 * character like any other. An empty line is a record of one empty cell.
 *
 * Ours, because the well-kept readers refuse or misread such files: Papa Parse 5 makes `"Rao` of `a, "Rao, Asha"`, csv-parse 6 gives up
 * at the first mark that is not doubled, and neither says which record it was not sure of.
 */
export function csvReader(text: string, delimiter: CsvDelimiter): CsvReader {
	const unclear: number[] = [];
	let at = 0;
	let count = 0;

	const isEnd = (place: number) => place >= text.length || text[place] === delimiter || text[place] === '\n' || text[place] === '\r';

	/** Where the cell ends that nothing quotes. */
	function plainEnd(from: number): number {
		let end = from;
		while (!isEnd(end)) end++;
		return end;
	}

	function plainCell(from: number): string {
		const start = at;
		at = plainEnd(from);
		return text.slice(start, at);
	}

	function nextCell(): string {
		let open = at;
		while (text[open] === ' ' || text[open] === '\u00a0') open++;
		// ="00123": how programs keep a spreadsheet from taking a text for a number.
		const mark = text[open] === '=' ? open + 1 : open;
		if (text[mark] !== '"') return plainCell(open);
		const close = closingMark(text, mark);
		if (close >= 0) {
			let end = close + 1;
			while (text[end] === ' ') end++;
			if (isEnd(end)) {
				at = end;
				const inner = text.slice(mark + 1, close);
				const value = inner.includes('""') ? inner.replaceAll('""', '"') : inner;
				return mark > open ? `="${value}"` : value;
			}
			if (!/[\r\n]/.test(text.slice(mark, close))) return cellWithMarks(open, close);
		}
		unclear.push(count);
		return plainCell(open);
	}

	/** `"Rao" Asha`, or `"Asha "Ash" Rao"` whose inner marks were not doubled: then the outer ones go. */
	function cellWithMarks(open: number, from: number): string {
		at = plainEnd(from);
		const cell = text.slice(open, at).trimEnd().replaceAll('\\"', '"');
		return cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1) : cell;
	}

	function nextRecord(): string[] {
		const cells = [nextCell()];
		while (text[at] === delimiter) {
			at++;
			cells.push(nextCell());
		}
		at += text.startsWith('\r\n', at) ? 2 : 1;
		count++;
		return cells;
	}

	return {
		read: (most) => {
			const records: string[][] = [];
			while (records.length < most && at < text.length) records.push(nextRecord());
			return records;
		},
		isDone: () => at >= text.length,
		unclear,
	};
}

/** Where the cell that opens at `start` closes: at the first quotation mark that is not doubled; -1 where it never does. */
function closingMark(text: string, start: number): number {
	for (let at = start + 1; ; at += 2) {
		at = text.indexOf('"', at);
		if (at < 0 || text[at + 1] !== '"') return at;
	}
}
