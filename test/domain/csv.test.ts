import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvColumns, csvHeader, csvRecords, csvRows, defaultCsvColumns, fieldOfColumn, plainCell } from '../../src/domain/csv';
import { csvDelimiters, csvReader, parseCsv } from '../../src/domain/parseCsv';
import { separatorLine, sniffDelimiter } from '../../src/domain/sniffCsv';
import type { Customer } from '../../src/index';
import { sampleCustomers } from '../../src/testing';

const read = (csv: string) => {
	const text = csv.replace(/^\ufeff/, '');
	return parseCsv(text, sniffDelimiter(text));
};
const records = (csv: string) => read(csv).records;

const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({ unit: fc.constantFrom('"', "'", ',', ';', '\t', '\r', '\n', '=', '+', '-', '@', ' ', 'a', 'é', '9', '0', '|', 'e') }),
);
const anyCustomer = fc.record({
	id: fc.constant('cus_1'),
	email: fc.option(anyText),
	name: fc.option(anyText),
	phone: fc.option(fc.oneof(anyText, fc.constant('+919876543210'))),
	address: fc.option(
		fc.record({
			line1: fc.option(anyText),
			line2: fc.option(anyText),
			city: fc.option(anyText),
			state: fc.option(anyText),
			postal_code: fc.option(anyText),
			country: fc.option(anyText),
		}),
	),
	created: fc.constant(null),
	version: fc.constant(null),
});

describe('CSV that we wrote', () => {
	it('reads back as it was, whatever the cells hold, in both modes', () => {
		fc.assert(
			fc.property(
				fc.array(anyCustomer, { maxLength: 5 }),
				fc.constantFrom('spreadsheet' as const, 'data' as const),
				fc.constantFrom(...csvDelimiters),
				(customers, mode, delimiter) => {
					const csv = csvHeader(['id', 'email', 'name', 'phone', 'address.line1', 'address.city'], mode, delimiter);
					const body = csvRows(customers, ['id', 'email', 'name', 'phone', 'address.line1', 'address.city'], mode, delimiter);
					const read = parseCsv((csv + body).replace(/^\ufeff/, ''), delimiter).records;
					expect(read.slice(1).map((cells) => cells.map(plainCell))).toEqual(
						customers.map(({ id, email, name, phone, address }) =>
							[id, email, name, phone, address?.line1, address?.city].map((v) => v ?? ''),
						),
					);
				},
			),
			{ numRuns: 500 },
		);
	});

	it('of anybody’s cells reads back as it was, with any delimiter, also when it was written before', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(anyText, anyText, anyText), { maxLength: 5 }), fc.constantFrom(...csvDelimiters), (rows, delimiter) => {
				const once = parseCsv(csvRecords([['a', 'b', 'c'], ...rows], delimiter).slice(1), delimiter);
				expect(once.unclear).toEqual([]);
				expect(once.records.slice(1).map((cells) => cells.map(plainCell))).toEqual(rows.map((cells) => cells.map(plainCell)));
				for (const cell of once.records.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
				expect(parseCsv(csvRecords(once.records, delimiter).slice(1), delimiter)).toEqual(once);
			}),
			{ numRuns: 500 },
		);
	});

	it('keeps a spreadsheet from running any cell', () => {
		fc.assert(
			fc.property(anyText, (name) => {
				const csv = csvRows([{ name } as Customer], ['name'], 'data');
				const [cells] = records(csv) as string[][];
				expect(cells?.[0] ?? '').not.toMatch(/^\s*[=+\-@＝＋－＠]/);
			}),
		);
	});

	it.each(['02134', '001001', '1E5', '3-4', '10/12', '2026-01-02', '123456789012345678', 'TRUE'])(
		'is not changed by a spreadsheet that opens and saves it: %s',
		(code) => {
			const written = csvRows([{ address: { postal_code: code } } as Customer], ['address.postal_code'], 'spreadsheet');
			expect(written).toBe(`"'${code}"\r\n`);
			expect(plainCell(records(written)[0]![0]!)).toBe(code);
			expect(csvRows([{ address: { postal_code: code } } as Customer], ['address.postal_code'], 'data')).toBe(`${code}\r\n`);
		},
	);

	it.each([
		// Nothing that a spreadsheet changes: it stays, and bare.
		['Asha Rao', 'Asha Rao', 'Asha Rao'],
		['2134', '2134', '2134'],
		['12345678901', '12345678901', '12345678901'],
		['1E', '1E', '1E'],
		['E5', 'E5', 'E5'],
		['a01', 'a01', 'a01'],
		['01a', '01a', '01a'],
		['true', 'true', 'true'],
		['TRUE story', 'TRUE story', 'TRUE story'],
		['a 3-4', 'a 3-4', 'a 3-4'],
		['3-4 b', '3-4 b', '3-4 b'],
		['12345-1', '12345-1', '12345-1'],
		['a=1', 'a=1', 'a=1'],
		["'s-Hertogenbosch", "'s-Hertogenbosch", "'s-Hertogenbosch"],
		// What ends a cell, or would be trimmed, stands in quotes.
		['Rao, Asha', '"Rao, Asha"', '"Rao, Asha"'],
		['Rao; Asha', '"Rao; Asha"', '"Rao; Asha"'],
		['say "hi"', '"say ""hi"""', '"say ""hi"""'],
		['two\nlines', '"two\nlines"', '"two\nlines"'],
		['two\rlines', '"two\rlines"', '"two\rlines"'],
		['a\tb', '"a\tb"', '"a\tb"'],
		[' before', '" before"', '" before"'],
		['after ', '"after "', '"after "'],
		// What a spreadsheet would change, in spreadsheets alone.
		['0', '0', '0'],
		['01', `"'01"`, '01'],
		['123456789012', `"'123456789012"`, '123456789012'],
		['1.5E10', `"'1.5E10"`, '1.5E10'],
		['12E+5', `"'12E+5"`, '12E+5'],
		['1.55e2', `"'1.55e2"`, '1.55e2'],
		['1e-7', `"'1e-7"`, '1e-7'],
		['10.12', `"'10.12"`, '10.12'],
		['1/2/2026', `"'1/2/2026"`, '1/2/2026'],
		['FALSE', `"'FALSE"`, 'FALSE'],
		// What it would run, in both, also where it already looks like text.
		['=1', `"'=1"`, `"'=1"`],
		['+1', `"'+1"`, `"'+1"`],
		['-1', `"'-1"`, `"'-1"`],
		['@a', `"'@a"`, `"'@a"`],
		['＝1', `"'＝1"`, `"'＝1"`],
		['＋1', `"'＋1"`, `"'＋1"`],
		['－1', `"'－1"`, `"'－1"`],
		['＠a', `"'＠a"`, `"'＠a"`],
		['\t1', `"'\t1"`, `"'\t1"`],
		['  =1', `"'  =1"`, `"'  =1"`],
		["'=1", `"''=1"`, `"''=1"`],
		["''=1", `"'''=1"`, `"'''=1"`],
		["'01", `"''01"`, `"''01"`],
	])('has %j as %j in a spreadsheet, and as %j in data', (name, spreadsheet, data) => {
		expect(csvRows([{ name } as Customer], ['name'], 'spreadsheet')).toBe(`${spreadsheet}\r\n`);
		expect(csvRows([{ name } as Customer], ['name'], 'data')).toBe(`${data}\r\n`);
		for (const mode of ['spreadsheet', 'data'] as const) {
			const [[cell]] = parseCsv(csvRows([{ name } as Customer], ['name'], mode), ',').records as [[string]];
			expect(plainCell(cell)).toBe(name);
		}
		expect(csvRecords([[name]], ',')).toBe(`\ufeff${csvRows([{ name: plainCell(name) } as Customer], ['name'], 'spreadsheet')}`);
	});

	it('has bare phones for programs, and as text for spreadsheets; what is no E.164 number is text in both', () => {
		const written = (phone: string, mode: 'spreadsheet' | 'data') => csvRows([{ phone } as Customer], ['phone'], mode);
		for (const phone of ['+919876543210', '+123456', '+123456789012345']) {
			expect(written(phone, 'data')).toBe(`${phone}\r\n`);
			expect(written(phone, 'spreadsheet')).toBe(`"'${phone}"\r\n`);
		}
		for (const phone of ['+0198765432', '+12345', '+1234567890123456', '+1 202', '+123456+7', '=+1234567'])
			expect(written(phone, 'data')).toBe(`"'${phone}"\r\n`);
		expect(csvRows([{ name: '+919876543210' } as Customer], ['name'], 'data')).toBe(`"'+919876543210"\r\n`);
	});

	it('begins with its columns, after a mark for spreadsheets, and has addresses in one cell or in several', () => {
		expect(csvHeader(['id', 'address.city'], 'spreadsheet')).toBe('\ufeffid,address.city\r\n');
		expect(csvHeader(['id', 'address.city'], 'data', ';')).toBe('id;address.city\r\n');
		const address = { line1: '1 MG Road', line2: null, city: 'Pune', state: 'MH', postal_code: '411001', country: 'IN' };
		const customers = [
			{ id: 'cus_1', address },
			{ id: 'cus_2', address: null },
		] as Customer[];
		expect(csvRows(customers, ['id', 'address', 'address.city', 'address.line2'], 'data', ';')).toBe(
			'cus_1;"1 MG Road, Pune, MH, 411001, IN";Pune;\r\ncus_2;;;\r\n',
		);
		expect(
			csvRecords(
				[
					['a', 'b'],
					['1', '=2'],
				],
				';',
			),
		).toBe(`\ufeffa;b\r\n1;"'=2"\r\n`);
		expect(csvColumns.filter((column) => !defaultCsvColumns.includes(column))).toEqual(['address']);
		expect(csvColumns.map(fieldOfColumn)).toEqual(['id', 'email', 'name', 'phone', ...Array(7).fill('address'), 'created']);
	});

	it('keeps every sample customer, phones and scripts included', () => {
		const customers = sampleCustomers(200);
		for (const mode of ['spreadsheet', 'data'] as const) {
			const [header, ...rows] = records(csvHeader(csvColumns, mode) + csvRows(customers, csvColumns, mode)) as string[][];
			expect(header).toEqual(csvColumns);
			expect(rows.map((cells) => plainCell(cells[3]!))).toEqual(customers.map(({ phone }) => phone ?? ''));
			expect(rows.map((cells) => plainCell(cells[2]!))).toEqual(customers.map(({ name }) => name ?? ''));
		}
	});
});

describe('CSV from elsewhere', () => {
	it.each([
		['a,b\r\n1,2\r\n', 'commas and CRLF'],
		['a,b\n1,2', 'LF and no last line end'],
		['a,b\r1,2\r', 'CR alone'],
		['a;b\n1;2\n', 'semicolons'],
		['a\tb\n1\t2\n', 'tabs'],
		['\ufeffa,b\r\n1,2\r\n', 'a BOM'],
		['"a","b"\n"1","2"\n', 'quotes around everything'],
	])('is read: %j', (csv) => {
		expect(records(csv)).toEqual([
			['a', 'b'],
			['1', '2'],
		]);
	});

	it('has line breaks, delimiters and doubled quotes inside quotes', () => {
		expect(records('name,note\r\n"Rao, ""Asha""","two\r\nlines"\r\n')).toEqual([
			['name', 'note'],
			['Rao, "Asha"', 'two\r\nlines'],
		]);
	});

	it('is not misled about its delimiter by what stands in quotes', () => {
		expect(records('"a,b,c,d";x\n1;2')).toEqual([
			['a,b,c,d', 'x'],
			['1', '2'],
		]);
	});

	it('keeps a quote inside a cell, an empty cell at the end, and short rows', () => {
		expect(records('5" pipe,\nx')).toEqual([['5" pipe', ''], ['x']]);
		expect(records('a,')).toEqual([['a', '']]);
		expect(records('')).toEqual([]);
		expect(records('a\n\nb')).toEqual([['a'], [''], ['b']]);
	});

	it.each([
		['email,name\na@example.com, "Rao, Asha"', ['a@example.com', 'Rao, Asha'], 'a space before the quotation mark'],
		['email,name\na@example.com,"Rao" Asha', ['a@example.com', '"Rao" Asha'], 'a quoted word at the beginning'],
		['email,name\na@example.com,"Asha "Ash" Rao"', ['a@example.com', 'Asha "Ash" Rao'], 'marks inside that are not doubled'],
		['email,name\na@example.com,"Asha \\"Ash\\" Rao"', ['a@example.com', 'Asha "Ash" Rao'], 'marks inside with a backslash'],
		['email,name\na@example.com,"Rao"  ', ['a@example.com', 'Rao'], 'spaces after the quotation mark'],
		['email,name\na@example.com,\u00a0"Rao, Asha"', ['a@example.com', 'Rao, Asha'], 'a space that does not break'],
		['email,name\na@example.com,"Rao"\t', ['a@example.com', 'Rao'], 'a tab after the quotation mark'],
		['email,name\na@example.com,"Rao ""Asha"""', ['a@example.com', 'Rao "Asha"'], 'doubled marks where the file ends'],
		['email,name\na@example.com,"Rao ""Asha"""  \n', ['a@example.com', 'Rao "Asha"'], 'spaces after doubled marks'],
		['email,name\na@example.com,"Rao" Asha  ', ['a@example.com', '"Rao" Asha'], 'spaces after a quoted word'],
		['email,name\na@example.com,"Asha "Ash" Rao" x', ['a@example.com', '"Asha "Ash" Rao" x'], 'a quoted beginning with marks inside'],
		['email,name\na@example.com,="Rao"\t', ['a@example.com', '="Rao"'], 'a tab after such a text'],
		['email,name\na@example.com,="a"b"', ['a@example.com', '="a"b"'], 'such a text with a mark inside'],
		['email,name\na@example.com,=a"b', ['a@example.com', '=a"b'], 'an equals sign before no quotation mark'],
		['email,name\na@example.com,="Rao, Asha"', ['a@example.com', '="Rao, Asha"'], 'a text that a program kept from a spreadsheet'],
	])('has cells as people write them: %j', (csv, cells) => {
		expect(parseCsv(csv, ',')).toEqual({ records: [['email', 'name'], cells], unclear: [] });
	});

	it('says which records are not clear where quotes do not match, and reads all others', () => {
		expect(parseCsv('a,b\n1,"never closed\n2,3', ',')).toEqual({
			records: [
				['a', 'b'],
				['1', '"never closed'],
				['2', '3'],
			],
			unclear: [1],
		});
		const swallowing = parseCsv('name,email\n"Rao,a@example.com\n"Tan, Mei",b@example.com\nLi,c@example.com', ',');
		expect(swallowing.records).toHaveLength(4);
		expect([swallowing.records[2], swallowing.records[3], swallowing.unclear]).toEqual([
			['Tan, Mei', 'b@example.com'],
			['Li', 'c@example.com'],
			[1],
		]);
	});

	it('loses no character of any text', () => {
		const letters = (text: string) => text.replace(/["\s\u00a0\\,;|=]/g, '');
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('"', '\\', ',', '\n', '\r', ' ', '=', 'a', 'b', '7') }), (text) => {
				expect(letters(parseCsv(text, ',').records.flat().join(''))).toBe(letters(text));
			}),
			{ numRuns: 2000 },
		);
	});

	it('is read in turns of any length as at once, and no record is told twice to be unclear', () => {
		const any = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', '=', 'a'), maxLength: 40 });
		fc.assert(
			fc.property(any, fc.integer({ min: 1, max: 4 }), (text, most) => {
				const reader = csvReader(text, ',');
				const turns: string[][][] = [];
				while (!reader.isDone()) turns.push(reader.read(most));
				const { records: atOnce, unclear } = parseCsv(text, ',');
				expect(turns.flat()).toEqual(atOnce);
				expect(turns.slice(0, -1).every((turn) => turn.length === most)).toBe(true);
				expect(reader.read(most)).toEqual([]);
				expect(reader.unclear).toEqual([...new Set(unclear)]);
			}),
			{ numRuns: 500 },
		);
		expect(csvReader('', ',').isDone()).toBe(true);
	});

	it('parts its cells by what most rows agree on', () => {
		expect(sniffDelimiter('Name, full;Email;City, country\nRao, Asha;a@example.com;Pune, India')).toBe(';');
		expect(sniffDelimiter('email|name\na@example.com|Asha')).toBe('|');
		expect(sniffDelimiter('Customers; exported; today\nemail,name\na@example.com,Asha;Rao\nb@example.com,Ben')).toBe(',');
		expect(sniffDelimiter('email\na@example.com\n')).toBe(',');
	});

	it.each(['sep=;\r\n', '"sep=;"\n', 'SEP=;\n', 'sep=;'])('may say what parts them: %j', (line) => {
		expect(separatorLine(`${line}`)).toEqual({ delimiter: ';', length: line.length });
		expect(separatorLine('separator;email\n')).toBeNull();
	});
});
