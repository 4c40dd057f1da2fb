import { throwIfAborted, wait } from '../contract/abort';
import type { CustomerError } from '../contract/errors';
import type { CustomerInput } from '../domain/customer';
import type { CustomerRules } from '../domain/customerRules';
import { emailKey } from '../domain/email';
import type { ImportField } from '../domain/importColumns';
import type { Issue } from '../domain/issue';
import type { Phones } from '../domain/phone';
import { readImportRow } from '../domain/readImportRow';
import type { ImportFileRow } from './readImportFile';

/** A row of a file and what became of it. */
export interface CustomerImportRow extends ImportFileRow {
	/** `ready`: valid and not sent yet. `problem` and `duplicate` are never sent. `unknown`: saved, and the backend does not tell whether as new. */
	state: 'ready' | 'problem' | 'duplicate' | 'created' | 'existing' | 'unknown' | 'failed';
	/** What will be sent; `null` where there is a problem. */
	input: CustomerInput | null;
	/** What is wrong with the row. */
	issues: readonly Issue[];
	/** The row above with the same email, where this one is a duplicate. */
	duplicateOf: number | null;
	/** Why it could not be created, where it failed. */
	error: CustomerError | null;
}

export interface CheckImportOptions extends CustomerRules {
	fields: readonly (ImportField | null)[];
	phones: Phones;
	defaultCountry: string | undefined;
	locale: string;
	signal: AbortSignal;
	/** Called now and then with the number of rows that are checked. */
	onProgress: (checked: number) => void;
}

/** For this long, in milliseconds, rows are checked before the page gets a turn. */
const turnMs = 30;

/** The dry run: checks every row as the server would, and finds emails that occur twice. */
export async function checkImportRows(rows: readonly ImportFileRow[], options: CheckImportOptions): Promise<CustomerImportRow[]> {
	const { fields, signal, onProgress } = options;
	const seen = new Map<string, number>();
	const checked: CustomerImportRow[] = [];
	let turn = performance.now();
	for (const row of rows) {
		const result = await readImportRow(row.cells, fields, options);
		checked.push(toImportRow(row, result, seen));
		if (performance.now() - turn < turnMs) continue;
		onProgress(checked.length);
		await wait(0, signal);
		turn = performance.now();
	}
	throwIfAborted(signal);
	return checked;
}

function toImportRow(row: ImportFileRow, result: Awaited<ReturnType<typeof readImportRow>>, seen: Map<string, number>): CustomerImportRow {
	const base = { ...row, input: null, issues: [], duplicateOf: null, error: null };
	if (!result.ok) return { ...base, state: 'problem', issues: result.issues };
	const key = emailKey(result.value.email);
	const former = seen.get(key);
	if (former !== undefined) return { ...base, state: 'duplicate', duplicateOf: former };
	seen.set(key, row.number);
	return { ...base, state: 'ready', input: result.value };
}
