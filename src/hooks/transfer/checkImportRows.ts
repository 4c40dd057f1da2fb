import { throwIfAborted, wait } from '../../contract/abort';
import { noAnswer } from '../../contract/noAnswer';
import type { CustomerRules } from '../../domain/customerRules';
import { emailKey } from '../../domain/email';
import type { ImportField } from '../../domain/importField';
import { loadPhones } from '../../domain/phone';
import type { Phones } from '../../domain/phones';
import { readImportRow } from '../../domain/readImportRow';
import type { ImportFileRow } from './importFile';
import type { CheckedImportRow } from './importRow';

// What is left out by the check comes with it: at hand also where the page has gone offline since.
export { rejectedRowsFile } from './rejectedRowsFile';

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
