/**
 * What each element of a table is anyway. Said aloud because a browser forgets it once the stylesheet
 * lays the rows out as cards (`display: block | grid`).
 */
export const tableRoles = {
	table: { role: 'table' },
	group: { role: 'rowgroup' },
	row: { role: 'row' },
	header: { role: 'columnheader', scope: 'col' },
	cell: { role: 'cell' },
} as const;
