import { throwIfAborted, wait } from '../../contract/abort';
import type { CustomerError } from '../../contract/errors';
import { noAnswer } from '../../contract/noAnswer';
import type { CustomerInput } from '../../domain/customer';
import type { CustomerRules } from '../../domain/customerRules';
import { emailKey } from '../../domain/email';
import type { ImportField } from '../../domain/importField';
import type { Issue } from '../../domain/issue';
import { loadPhones } from '../../domain/phone';
import type { Phones } from '../../domain/phones';
import { readImportRow } from '../../domain/readImportRow';
import type { ImportFileRow } from './importFile';

// What is left out by the check comes with it: at hand also where the page has gone offline since.
export { rejectedRowsFile } from './rejectedRowsFile';

/** A row of a file, checked by itself. */
export interface CheckedImportRow extends ImportFileRow {
	/** The customer; without the address where only that has problems; `null` where anything else has. */
	input: CustomerInput | null;
	/** What its email is compared by. */
	key: string | null;
	/** What is wrong with the row. */
	issues: readonly Issue[];
}

/** A row of a file and what became of it. */
export interface CustomerImportRow extends ImportFileRow {
	/** `ready`: valid and not sent yet. `problem` and `duplicate` are never sent. `unknown`: saved, and the backend does not tell whether as new. */
	state: 'ready' | 'problem' | 'duplicate' | 'created' | 'existing' | 'unknown' | 'failed';
	/** What will be sent; `null` for a problem or a duplicate. */
	input: CustomerInput | null;
	/** What is wrong with the row. */
	issues: readonly Issue[];
	/** The customer is created without the address: `issues` tell why. */
	addressLeftOut: boolean;
	/** The other row with the same email, where this one is a duplicate. */
	duplicateOf: number | null;
	/** Why it could not be created, where it failed. */
	error: CustomerError | null;
}

export interface CheckImportOptions extends CustomerRules {
	fields: readonly (ImportField | null)[];
	defaultCountry: string | undefined;
	locale: string;
	signal: AbortSignal;
	/** Called now and then with the number of rows that are checked. */
	onProgress: (checked: number) => void;
}

async function checkRow(row: ImportFileRow, options: CheckImportOptions & { phones: Phones }): Promise<CheckedImportRow> {
	const result = await readImportRow(row.cells, options.fields, options);
	const input = result.ok ? result.value : (result.withoutAddress ?? null);
	return { ...row, input, key: input && emailKey(input.email), issues: result.ok ? [] : result.issues };
}

/** For this long, in milliseconds, rows are checked before the page gets a turn. */
const turnMs = 30;

/**
 * Checks every row as the server would.
 * @throws CustomerError `unreachable` or `offline` where the phone plans cannot be loaded, `aborted`
 */
export async function checkImportRows(rows: readonly ImportFileRow[], options: CheckImportOptions): Promise<CheckedImportRow[]> {
	const { signal, onProgress } = options;
	const phones = await loadPhones().catch((cause: unknown) => {
		throw noAnswer(cause, 'The phone plans could not be loaded.');
	});
	const checked: CheckedImportRow[] = [];
	let turn = performance.now();
	for (const row of rows) {
		checked.push(row.unclear ? { ...row, input: null, key: null, issues: [] } : await checkRow(row, { ...options, phones }));
		if (performance.now() - turn < turnMs) continue;
		onProgress(checked.length);
		await wait(0, signal);
		turn = performance.now();
	}
	throwIfAborted(signal);
	return checked;
}
