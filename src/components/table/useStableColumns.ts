'use client';
import { useState } from 'react';
import type { CustomerColumn, CustomerColumnId } from './columns';

type Columns = readonly (CustomerColumnId | CustomerColumn)[];

const fields = ['id', 'header', 'cell', 'width'] as const;

/** The same array as before while it holds the same columns, so that one written inline does not render every row again. */
export function useStableColumns(columns: Columns): Columns {
	const [kept, keep] = useState(columns);
	if (kept === columns || (kept.length === columns.length && kept.every((column, index) => isSame(column, columns[index]!)))) return kept;
	keep(columns);
	return columns;
}

function isSame(a: Columns[number], b: Columns[number]): boolean {
	return a === b || (typeof a === 'object' && typeof b === 'object' && fields.every((field) => a[field] === b[field]));
}
