import type { CheckedImportRow, CustomerImportRow } from './checkImportRows';

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
		const base = { ...row, input: null, addressLeftOut: false, duplicateOf: null, error: null };
		const first = chosen.get(key);
		const usable = row.issues.length === 0 || leaveOutAddresses;
		if (first === undefined || !usable) return { ...base, state: 'problem' };
		if (first !== row.number) return { ...base, state: 'duplicate', duplicateOf: first };
		return { ...base, state: 'ready', input, addressLeftOut: row.issues.length > 0 };
	});
}
