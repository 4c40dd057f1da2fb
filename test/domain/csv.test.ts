import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvColumns, csvHeader, csvRecords, csvRows, plainCell } from '../../src/domain/csv';
import { parseCsv } from '../../src/domain/parseCsv';
import type { Customer } from '../../src/index';
import { sampleCustomers } from '../../src/testing';

const records = (csv: string) => {
	const parsed = parseCsv(csv);
	return parsed.ok ? parsed.records : `broken at ${parsed.record}`;
};

const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({ unit: fc.constantFrom('"', "'", ',', ';', '\t', '\r', '\n', '=', '+', '-', '@', ' ', 'a', 'é', '9') }),
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
			fc.property(fc.array(anyCustomer, { maxLength: 5 }), fc.constantFrom('spreadsheet' as const, 'data' as const), (customers, mode) => {
				const csv = csvHeader(['id', 'email', 'name', 'phone', 'address.line1', 'address.city'], mode);
				const body = csvRows(customers, ['id', 'email', 'name', 'phone', 'address.line1', 'address.city'], mode);
				const read = records(csv + body);
				expect(read).not.toBeTypeOf('string');
				expect((read as string[][]).slice(1).map((cells) => cells.map(plainCell))).toEqual(
					customers.map(({ id, email, name, phone, address }) =>
						[id, email, name, phone, address?.line1, address?.city].map((v) => v ?? ''),
					),
				);
			}),
			{ numRuns: 500 },
		);
	});

	it('of anybody’s cells reads back as it was, with any delimiter, also when it was written before', () => {
		const delimiters = [',', ';', '\t'] as const;
		fc.assert(
			fc.property(fc.array(fc.tuple(anyText, anyText, anyText), { maxLength: 5 }), fc.constantFrom(...delimiters), (rows, delimiter) => {
				const once = parseCsv(csvRecords([['a', 'b', 'c'], ...rows], delimiter));
				if (!once.ok) throw new Error('broken');
				expect(once.delimiter).toBe(delimiter);
				expect(once.records.slice(1).map((cells) => cells.map(plainCell))).toEqual(rows.map((cells) => cells.map(plainCell)));
				for (const cell of once.records.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
				expect(parseCsv(csvRecords(once.records, delimiter))).toEqual(once);
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

	it('is refused where quotes do not match, at the row', () => {
		expect(records('a,b\n1,"never closed\n2,3')).toBe('broken at 2');
		expect(records('a\n1\n"x"y')).toBe('broken at 3');
	});

	it('takes no time that grows faster than the file', () => {
		const parsed = parseCsv(`a,b\n${'"x""y",plain\n'.repeat(300_000)}`);
		expect(parsed.ok && parsed.records.length).toBe(300_001);
	});
});
