export type CsvDelimiter = (typeof delimiters)[number];

/** The cells of each record, the header among them; or the number of the record (from 1) whose quotes do not match. */
export type ParsedCsv = { ok: true; records: string[][]; delimiter: CsvDelimiter } | { ok: false; record: number };

const delimiters = [',', ';', '\t'] as const;

/** Whichever separates most in the first line, quoted cells left out. */
function delimiterOf(text: string): CsvDelimiter {
	const [line = ''] = text
		.slice(0, 50_000)
		.replace(/"(?:[^"]|"")*"/g, '')
		.split(/\r\n|\r|\n/, 1);
	const counts = delimiters.map((delimiter) => line.split(delimiter).length);
	return delimiters[counts.indexOf(Math.max(...counts))]!;
}

/**
 * Reads CSV (RFC 4180) with commas, semicolons or tabs, line ends of any system, quoted line breaks, with or without a BOM.
 * A quote inside a cell that did not begin with one is a character like any other. An empty line is a record of one empty cell.
 */
export function parseCsv(csv: string): ParsedCsv {
	const text = csv.startsWith('\ufeff') ? csv.slice(1) : csv;
	const delimiter = delimiterOf(text);
	const records: string[][] = [];
	let record: string[] = [];
	let at = 0;
	while (at < text.length || record.length > 0) {
		let cell: string;
		if (text[at] === '"') {
			const end = closingQuote(text, at);
			if (end < 0) return { ok: false, record: records.length + 1 };
			cell = text.slice(at + 1, end).replaceAll('""', '"');
			at = end + 1;
		} else {
			const start = at;
			while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
			cell = text.slice(start, at);
		}
		record.push(cell);
		if (text[at] === delimiter) {
			at++;
			continue;
		}
		if (at < text.length && text[at] !== '\n' && text[at] !== '\r') return { ok: false, record: records.length + 1 };
		at += text.startsWith('\r\n', at) ? 2 : 1;
		records.push(record);
		record = [];
	}
	return { ok: true, records, delimiter };
}

/** Where the cell that opens at `start` closes: at the first quote that is not doubled; -1 where it never does. */
function closingQuote(text: string, start: number): number {
	for (let at = start + 1; ; at += 2) {
		at = text.indexOf('"', at);
		if (at < 0 || text[at + 1] !== '"') return at;
	}
}
