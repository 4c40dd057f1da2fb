import { describe, expect, it } from 'vitest';
import { csvColumnsOf, defaultColumns, resolveColumns } from '../../../src/components/table/columns';
import { csvColumns } from '../../../src/domain/csv';
import { en } from '../../../src/locales/en';

const own = { id: 'id', header: 'Own', cell: () => 'mine' };

describe('the columns of a file', () => {
	it('are those of the columns that come with the table, in their order, each one that a file may have', () => {
		const columns = csvColumnsOf(resolveColumns(defaultColumns, en, true));
		expect(columns).toEqual(['name', 'email', 'created', 'phone', 'address.country']);
		expect(csvColumns).toEqual(expect.arrayContaining(columns));
	});

	it('leave out what a file has nothing for: columns of the host’s own, whatever they are called, and any other that says so', () => {
		const [email, name, mine] = resolveColumns(['email', 'name', own], en, true);
		expect(csvColumnsOf([email!, { ...name!, csv: null }, mine!])).toEqual(['email']);
	});
});
