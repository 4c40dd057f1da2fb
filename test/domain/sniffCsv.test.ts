import { describe, expect, it } from 'vitest';
import { findHeader, maxHeaderRow, separatorLine, sniffDelimiter } from '../../src/domain/sniffCsv';
import { unprotectCell } from '../../src/domain/unprotectCell';

describe('the delimiter', () => {
	it.each([
		['email;name\na@b.co;A,B,C', ';'],
		['A;B;C\na@b.co,x;y', ','],
		['a,b;c\n1,2;3\n4;5', ';'],
		['a,b\n1,2\n3;4;5', ','],
		['x\ty\n1\t2', '\t'],
		['x|y\n\n \n1|2\n', '|'],
		['', ','],
		['one\ntwo', ','],
		['a;b\n1,2', ','],
		['a;b\n1;2\n,,\n,,\n,,\n', ';'],
		['a;b\n1;2\n , , \n , , \n , , \n', ';'],
		['a;b\n1;\n2;\nx,y\n', ';'],
	])('of %j is %j', (text, delimiter) => {
		expect(sniffDelimiter(text)).toBe(delimiter);
	});

	it('is what a hundred records say, the first of 200,000 characters', () => {
		expect(sniffDelimiter(`${'a;b\n'.repeat(60)}${'a,b\n'.repeat(500)}`)).toBe(';');
		expect(sniffDelimiter(`${'a;b\n'.repeat(40)}${'a,b\n'.repeat(500)}`)).toBe(',');
		expect(sniffDelimiter(`a;${'x'.repeat(199_000)}\n${'a,b\n'.repeat(20)}`)).toBe(',');
		expect(sniffDelimiter(`a;${'x'.repeat(200_000)}\n${'a,b\n'.repeat(20)}`)).toBe(';');
	});

	it.each<[string, object | null]>([
		['sep=,\na', { delimiter: ',', length: 6 }],
		['sep=\t\r\na', { delimiter: '\t', length: 7 }],
		['sep=|;;;\ra', { delimiter: '|', length: 9 }],
		['"sep=;",,\na', { delimiter: ';', length: 10 }],
		['"sep=;\na', null],
		['sep=:\na', null],
		['xsep=;\n', null],
		['sep=;a\n', null],
	])('may be told: %j', (text, told) => {
		expect(separatorLine(text)).toEqual(told);
	});
});

describe('the row that names the columns', () => {
	const blank = (count: number) => Array.from({ length: count }, () => ['']);

	it.each<[what: string, records: string[][], row: number]>([
		['names an email', [['Customers'], ['Name', 'Email'], ['Asha', 'a@b.co']], 1],
		['is the first that does', [['Email'], ['Email'], ['a@b.co']], 0],
		[
			'is never one that has an email',
			[
				['Email a@b.co', 'a@b.co'],
				['c@d.co', 'Asha'],
			],
			-1,
		],
		['is the last above the first email that names anything', [['Name'], ['Name', 'Phone'], ['x', 'y'], ['Asha', 'a@b.co']], 1],
		[
			'is, where nothing is known, the last above with a text for most',
			[['Title'], ['Foo', 'Bar', 'Baz'], ['', '', 'x'], ['1', '2', 'a@b.co']],
			1,
		],
		[
			'needs half of the columns',
			[
				['Foo', 'Bar', '', ''],
				['1', '2', '3', 'a@b.co'],
			],
			0,
		],
		[
			'has more than one of three columns',
			[
				['Foo', '', ''],
				['1', '2', 'a@b.co'],
			],
			-1,
		],
		['is one text above one column', [['Foo'], ['a@b.co']], 0],
		[
			'stands above the first email',
			[
				['Foo', 'Bar'],
				['a@b.co', 'x'],
				['Name', 'City'],
			],
			0,
		],
		[
			'may be the first row, with a note below',
			[
				['Name', 'City'],
				['x', 'y'],
				['a@b.co', 'z'],
			],
			0,
		],
		['has a text for most columns that hold anything', [['Foo'], ['a@b.co', '', ' ']], 0],
		['is no blank row', [['Foo'], [' ', ' '], ['1', 'a@b.co']], 0],
		[
			'may lack some names',
			[
				['', 'foo'],
				['1', '2'],
			],
			0,
		],
		['is none above the first row', [['a@b.co', 'Asha']], -1],
		['is, where there is no email, the first that names most', [['x'], ['Name'], ['Name', 'Phone'], ['City', 'Country'], ['1', '2']], 2],
		['is, where nothing at all is known, the first with a text', [[' '], ['foo', 'bar'], ['1', '2']], 1],
		['is none of an empty file', [['']], -1],
		['is looked for in twenty rows', [...blank(maxHeaderRow - 1), ['Email'], ['a@b.co']], maxHeaderRow - 1],
		['is not looked for further down', [...blank(maxHeaderRow), ['Email', 'x'], ['a@b.co', 'y']], -1],
	])('%s', (_, records, row) => {
		expect(findHeader(records)).toBe(row);
	});

	it('knows an email that a spreadsheet was kept from', () => {
		expect(findHeader([['Foo'], ['Bar'], ["'a@b.co"], ['Baz']])).toBe(1);
	});
});

describe('a cell without what protects it', () => {
	it.each<[cell: string, field: Parameters<typeof unprotectCell>[1], text: string]>([
		["'+919876543210", 'phone', '+919876543210'],
		["''02134", 'address.postal_code', '02134'],
		["'02134", null, '02134'],
		["'t Hooft", 'name', "'t Hooft"],
		["'=1+1", 'name', '=1+1'],
		['="02134"', 'address.postal_code', '02134'],
		['=" x\ny "', 'name', 'x\ny'],
		['="', 'name', '="'],
		['x="y"', 'name', 'x="y"'],
		['="y"x', 'name', '="y"x'],
		[' asha@b.co ', 'email', 'asha@b.co'],
		[' Asha ', 'name', 'Asha'],
		[' ="Asha" ', 'name', 'Asha'],
		["'t Hof '68", 'address.line1', "'t Hof '68"],
		["' asha@b.co", 'email', 'asha@b.co'],
		["'IN", 'address.country', 'IN'],
		["'s-Hertogenbosch", 'address.city', "'s-Hertogenbosch"],
		["'12 Road", 'address.line1', '12 Road'],
		["''a@b.co", 'email', 'a@b.co'],
		["'(987) 65 43", 'phone', '(987) 65 43'],
		["'SW1A 1AA", 'address.postal_code', 'SW1A 1AA'],
		["Rue '68", 'address.line1', "Rue '68"],
		["Rue 'X", 'address.line1', "Rue 'X"],
		["O'Neill", 'email', "O'Neill"],
	])('%j of %s is %j', (cell, field, text) => {
		expect(unprotectCell(cell, field)).toBe(text);
	});
});
