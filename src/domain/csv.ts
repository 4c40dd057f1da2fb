import type { Address, Customer, Field } from './customer';
import { addressFields } from './customer';
import type { CsvDelimiter } from './parseCsv';

/**
 * `spreadsheet`: safe and readable in Excel and its kin, with a BOM, phones as text. `data`: for programs; phones stay as they are. What a
 * spreadsheet would run as a formula is made text in both.
 */
export type CsvMode = 'spreadsheet' | 'data';

/** What may part the cells of an export: a comma, a semicolon or a tab. */
export type ExportDelimiter = Exclude<CsvDelimiter, '|'>;

/** Every one of them. */
export const exportDelimiters = [',', ';', '\t'] as const satisfies readonly ExportDelimiter[];

/** What a CSV may have as a column; the header row says the same names. `address` is the whole address in one cell, `address.city` one field. */
export type CsvColumn = Field | `address.${keyof Address}`;

const addressColumns = addressFields.map((field) => `address.${field}` as const);

/** Every column there is. */
export const csvColumns: readonly CsvColumn[] = ['id', 'email', 'name', 'phone', 'address', ...addressColumns, 'created'];

/** The columns of an export that names none. */
export const defaultCsvColumns: readonly CsvColumn[] = csvColumns.filter((column) => column !== 'address');

/** The customer's field that a column shows. */
export function fieldOfColumn(column: CsvColumn): Field {
	return column.split('.')[0] as Field;
}

// Spreadsheets run a cell that starts with one of these as a formula, some after white space, some full-width forms too.
// One that begins with the apostrophe of text already gets another, so that reading takes away exactly what writing added.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const formula = /^'*(?:[\t\r\n]|[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20])/;
// What a spreadsheet takes for a number, a date or a word of its own, and saves as another text: 02134 as 2134, 3-4 as a day, 1E5 as 100000.
const misread = /^'*(?:0\d+|\d{12,}|\d+(?:\.\d+)?[eE][+-]?\d+|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?|TRUE|FALSE)$/;
const misreadAsText = /^'+/;
const e164 = /^\+[1-9]\d{5,14}$/;

/** What keeps a cell from being run, and in a spreadsheet from being changed; programs read digits as they are. */
function protect(value: string, mode: CsvMode): string {
	const asText = formula.test(value) || (misread.test(value) && (mode === 'spreadsheet' || misreadAsText.test(value)));
	return asText ? `'${value}` : value;
}

function quote(value: string, safe: string, delimiter: CsvDelimiter): string {
	return safe !== value || safe.includes(delimiter) || /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before the apostrophe that keeps spreadsheets from running or changing it. */
export function plainCell(value: string): string {
	return value.startsWith("'") && (formula.test(value) || misread.test(value)) ? value.slice(1) : value;
}

/** Records of any cells, as a spreadsheet takes them: what it would run as a formula is made text, cells that are so already stay. */
export function csvRecords(records: readonly (readonly string[])[], delimiter: CsvDelimiter): string {
	const cell = (value: string) => quote(value, protect(value, 'spreadsheet'), delimiter);
	const lines = records.map((cells) => cells.map((value) => cell(plainCell(value))).join(delimiter));
	return `\ufeff${lines.join('\r\n')}\r\n`;
}

function isAddressPart(column: CsvColumn): column is `address.${keyof Address}` {
	return column.startsWith('address.');
}

function valueOf(customer: Customer, column: CsvColumn): string {
	if (column === 'address') return addressFields.flatMap((field) => customer.address?.[field] ?? []).join(', ');
	return (isAddressPart(column) ? customer.address?.[column.slice(8) as keyof Address] : customer[column]) ?? '';
}

/** The header row (RFC 4180, CRLF), in spreadsheet mode after the BOM without which Excel guesses the encoding. */
export function csvHeader(columns: readonly CsvColumn[], mode: CsvMode, delimiter: CsvDelimiter = ','): string {
	return `${mode === 'spreadsheet' ? '\ufeff' : ''}${columns.join(delimiter)}\r\n`;
}

/**
 * Rows of customers. What a spreadsheet would run as a formula is made text; in spreadsheet mode also what it would change, in data mode a
 * strict E.164 phone stays bare.
 */
export function csvRows(
	customers: readonly Customer[],
	columns: readonly CsvColumn[],
	mode: CsvMode,
	delimiter: CsvDelimiter = ',',
): string {
	return customers
		.map((customer) => {
			const cells = columns.map((column) => {
				const value = valueOf(customer, column);
				const bare = mode === 'data' && column === 'phone' && e164.test(value);
				return quote(value, bare ? value : protect(value, mode), delimiter);
			});
			return `${cells.join(delimiter)}\r\n`;
		})
		.join('');
}
