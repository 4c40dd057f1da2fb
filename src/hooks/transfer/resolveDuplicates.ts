import type { CheckedImportRow, CustomerImportRow } from './importRow';

/** Whether only the address keeps a row from being right. */
export function hasOnlyAddressProblems({ input, issues }: CheckedImportRow): boolean {
	return input !== null && issues.length > 0;
}

/** Decides which rows are sent: of those with the same email the first, and one with its address before one without. */
export function resolveDuplicates(rows: readonly CheckedImportRow[], leaveOutAddresses: boolean): CustomerImportRow[] {
	const chosen = new Map<string | null, number>();
	const choose = (among: readonly CheckedImportRow[]) => {
		for (const { key, number } of among) if (key !== null && !chosen.has(key)) chosen.set(key, number);
	};
	choose(rows.filter((row) => !hasOnlyAddressProblems(row)));
	if (leaveOutAddresses) choose(rows);
	return rows.map(({ key, input, ...row }) => {
		const first = row.issues.length === 0 || leaveOutAddresses ? chosen.get(key) : undefined;
		const isFirst = first === row.number;
		return {
			...row,
			state: first === undefined ? 'problem' : isFirst ? 'ready' : 'duplicate',
			input: isFirst ? input : null,
			addressLeftOut: isFirst && row.issues.length > 0,
			duplicateOf: first === undefined || isFirst ? null : first,
			error: null,
		};
	});
}
