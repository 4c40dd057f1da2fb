'use client';
import { useState } from 'react';
import type { CustomerColumn, CustomerColumnId } from '../columns';

type Columns = readonly (CustomerColumnId | CustomerColumn)[];

/** The same array as before while it holds the same columns, so that one written inline does not render every row again. */
export function useStableColumns(columns: Columns): Columns {
	const [kept, keep] = useState(columns);
	if (kept === columns || sameColumns(kept, columns)) return kept;
	keep(columns);
	return columns;
}

function sameColumns(a: Columns, b: Columns): boolean {
	return a.length === b.length && a.every((column, index) => sameColumn(column, b[index]!));
}

function sameColumn(a: Columns[number], b: Columns[number]): boolean {
	if (typeof a === 'string' || typeof b === 'string') return a === b;
	return a.id === b.id && a.header === b.header && a.cell === b.cell && a.width === b.width;
}
