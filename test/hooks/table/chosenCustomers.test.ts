import { expect, it } from 'vitest';
import {
	type ChosenCustomers,
	everybody,
	extendRows,
	nobody,
	shownOf,
	toggleRow,
	toggleRows,
} from '../../../src/hooks/table/chosenCustomers';

const rows = ['a', 'b', 'c', 'd'];
const ids = ({ ids }: ChosenCustomers) => [...ids].sort();

it('chooses rows one by one, and says how many of those shown', () => {
	const one = toggleRow(nobody, rows, 'b');
	expect([ids(one), shownOf(one, rows), shownOf(one, ['x']), shownOf(one, [])]).toEqual([['b'], 'some', 'none', 'none']);
	expect(ids(toggleRow(one, rows, 'b'))).toEqual([]);
});

it('extends from the row toggled last, either way, and takes the former extension back', () => {
	const from = toggleRow(nobody, rows, 'c');
	const up = extendRows(from, rows, 'a', 'a');
	expect(ids(up)).toEqual(['a', 'b', 'c']);
	expect(ids(extendRows(up, rows, 'd', 'd'))).toEqual(['c', 'd']);
	expect(ids(extendRows(toggleRow(up, rows, 'a'), rows, 'b', 'b'))).toEqual(['c']);
});

it('extends from where one is when the row toggled last is not shown', () => {
	expect(ids(extendRows(toggleRow(nobody, ['x'], 'x'), rows, 'b', 'a'))).toEqual(['a', 'b', 'x']);
});

it('leaves the rows shown but one where all that match were chosen', () => {
	expect(shownOf(everybody, rows)).toBe('all');
	expect(toggleRow(everybody, rows, 'b')).toMatchObject({ all: false, ids: new Set(['a', 'c', 'd']) });
	expect(ids(extendRows(everybody, rows, 'b', 'a'))).toEqual(rows);
	expect(toggleRows(everybody, rows)).toBe(nobody);
});

it('chooses all rows shown, or none of them', () => {
	const all = toggleRows(toggleRow(nobody, ['x'], 'x'), rows);
	expect([ids(all), shownOf(all, rows)]).toEqual([[...rows, 'x'], 'all']);
	expect(ids(toggleRows(all, rows))).toEqual(['x']);
});
