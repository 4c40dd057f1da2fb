import { wait } from '../../contract/abort';
import { decodeText } from '../../domain/decodeText';
import { guessByValues, guessImportFields } from '../../domain/importColumns';
import { csvReader } from '../../domain/parseCsv';
import { findHeader, maxHeaderRow, separatorLine, sniffDelimiter } from '../../domain/sniffCsv';
import {
	type ImportFileFormat,
	type ImportFileProblem,
	type ImportFileResult,
	type ImportFileRow,
	maxImportBytes,
	maxImportRows,
} from './importFile';

export interface ReadImportFileOptions {
	/** BCP 47: whoever reads in this language has files in its older encodings. */
	locale: string;
	/** What the reader says of the file. @default found out */
	chosen: Partial<ImportFileFormat>;
	signal: AbortSignal;
}

/** So many records are read before the page gets a turn. */
const turn = 2000;

/**
 * Reads a CSV file as a person would: its encoding, its delimiter and the row that names its columns are found out where nobody says them.
 * What is wrong with the file is returned.
 *
 * @throws `aborted`
 */
export async function readImportFile(file: Blob, { locale, chosen, signal }: ReadImportFileOptions): Promise<ImportFileResult> {
	if (file.size > maxImportBytes) return refused('too_large');
	const bytes = await bytesOf(file).then(
		(buffer) => new Uint8Array(buffer),
		() => null,
	);
	if (bytes === null) return refused('unreadable');
	if (isWorkbook(bytes)) return refused('workbook');
	const decoded = decodeText(bytes, locale, chosen.encoding);
	if (decoded === null) return refused('not_text');
	const { encoding } = decoded;
	const separator = separatorLine(decoded.text);
	const text = decoded.text.slice(separator?.length ?? 0);
	const delimiter = chosen.delimiter ?? separator?.delimiter ?? sniffDelimiter(text);

	const reader = csvReader(text, delimiter);
	const records: string[][] = [];
	while (!reader.isDone()) {
		for (const record of reader.read(turn)) records.push(record);
		// Blank rows do not count, and a file may have a few.
		if (records.length > 2 * maxImportRows) return refused('too_many_rows');
		await wait(0, signal);
	}
	const unclear = new Set(reader.unclear);
	const rowOf = (cells: string[], at: number): ImportFileRow => ({
		number: at + 1,
		cells,
		...(unclear.has(at) && { unclear: 'quotes' as const }),
	});
	const all = records.map(rowOf).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	const headerRow = chosen.headerRow !== undefined ? chosen.headerRow : headerRowOf(records);
	const content = columnsOf(all, headerRow);
	if (content.rows.length === 0) return refused('no_rows');
	if (content.rows.length > maxImportRows) return refused('too_many_rows');
	const top = all.filter(({ number }) => number <= maxHeaderRow);
	return { ok: true, content: { ...content, format: { encoding, delimiter, headerRow }, top } };
}

/** The jsdom of Jest 30 has only a FileReader. */
const bytesOf = (file: Blob): Promise<ArrayBuffer> =>
	file.arrayBuffer?.() ??
	new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result as ArrayBuffer);
		reader.onerror = reject;
		reader.readAsArrayBuffer(file);
	});

function refused(code: ImportFileProblem['code']): ImportFileResult {
	return { ok: false, problem: { code } };
}

/** Excel's and OpenDocument's own files: archives, or what Office wrote before 2007. */
function isWorkbook([a, b, c, d]: Uint8Array): boolean {
	return (a === 0x50 && b === 0x4b && c === 3 && d === 4) || (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0);
}

function headerRowOf(records: readonly string[][]): number | null {
	const at = findHeader(records.slice(0, 1000));
	return at < 0 ? null : at + 1;
}

function columnsOf(all: readonly ImportFileRow[], headerRow: number | null) {
	const named = all.find(({ number }) => number === headerRow)?.cells ?? [];
	const below = all.filter(({ number }) => headerRow === null || number > headerRow);
	const width = widthOf(named, below);
	const header = Array.from({ length: width }, (_, at) => named[at] ?? '');
	const byValues = headerRow === null ? guessByValues(below.slice(0, 100).map(({ cells }) => cells)) : guessImportFields(header);
	const rows = below.map((row) => (!row.unclear && textWidth(row.cells) > width ? { ...row, unclear: 'cells' as const } : row));
	return { header, fields: header.map((_, at) => byValues[at] ?? null), rows };
}

/** As many columns as are named, or as most rows have. */
function widthOf(named: readonly string[], rows: readonly ImportFileRow[]): number {
	const widths = new Map<number, number>();
	for (const { cells } of rows) {
		const width = textWidth(cells);
		widths.set(width, (widths.get(width) ?? 0) + 1);
	}
	const [usual, count] = [...widths].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0]);
	if (named.length === 0)
		return Math.max(...[...widths].filter(([, rowsOfIt]) => rowsOfIt > rows.length / 20).map(([width]) => width), usual);
	return count > rows.length / 2 ? Math.max(named.length, usual) : named.length;
}

/** How many cells there are up to the last one with a text. */
function textWidth(cells: readonly string[]): number {
	let width = cells.length;
	while (width > 0 && cells[width - 1]!.trim() === '') width--;
	return width;
}
