import type { CustomerError } from '../../contract/errors';
import { plainCell } from '../../domain/csv';
import { guessImportFields, type ImportField } from '../../domain/importColumns';
import type { CsvDelimiter } from '../../domain/parseCsv';
import type { CheckedImportRow } from './checkImportRows';
import type { CustomerImportModel } from './customerImportModel';
import type { ImportFileResult, ImportFileRow } from './readImportFile';
import { hasOnlyAddressProblems, resolveDuplicates } from './resolveDuplicates';

/** What the model shows as it is, and what the rest of it is made of. */
export interface ImportState
	extends Pick<
		CustomerImportModel,
		| 'step'
		| 'fileName'
		| 'fileProblem'
		| 'columns'
		| 'defaultCountry'
		| 'rows'
		| 'leavesOutAddresses'
		| 'error'
		| 'resumesAt'
		| 'isStopping'
	> {
	/** The rows as they came. */
	source: readonly ImportFileRow[];
	delimiter: CsvDelimiter;
	/** How many rows are checked, while they are. */
	checked: number;
	/** Each row checked by itself. */
	checkedRows: readonly CheckedImportRow[];
}

const ended = { resumesAt: null, isStopping: false } as const;

/** Before a file is chosen. */
export function emptyImport(defaultCountry: string | undefined): ImportState {
	return {
		...ended,
		step: 'file',
		fileName: '',
		fileProblem: null,
		columns: [],
		defaultCountry,
		rows: [],
		leavesOutAddresses: false,
		error: null,
		source: [],
		delimiter: ',',
		checked: 0,
		checkedRows: [],
	};
}

/** A step of an import: what it changes, or how that follows from what there is. */
export type ImportChange = Partial<ImportState> | ((state: ImportState) => Partial<ImportState>);

/** The reducer of an import. */
export function changeImport(state: ImportState, change: ImportChange): ImportState {
	return { ...state, ...(typeof change === 'function' ? change(state) : change) };
}

/** Asks what the columns of a file are, after a guess; or says why it is no file to import. */
export function takeFile(fileName: string, content: ImportFileResult): ImportChange {
	return ({ defaultCountry }) => {
		const fresh = { ...emptyImport(defaultCountry), fileName };
		if (!content.ok) return { ...fresh, fileProblem: content.problem };
		const { header, rows, delimiter } = content;
		const fields = guessImportFields(header);
		const columns = header.map((name, at) => ({ header: name.trim(), samples: samplesOf(rows, at), field: fields[at] ?? null }));
		return { ...fresh, step: 'columns', columns, source: rows, delimiter };
	};
}

/** Makes a column a field; no other column is that any longer. */
export function assignField(column: number, field: ImportField | null): ImportChange {
	return ({ columns }) => ({
		columns: columns.map((other, at) => {
			if (at === column) return { ...other, field };
			return other.field === field ? { ...other, field: null } : other;
		}),
	});
}

export const beginCheck = { step: 'checking', checked: 0, error: null } as const satisfies ImportChange;

export function endCheck(checkedRows: readonly CheckedImportRow[]): ImportChange {
	return ({ leavesOutAddresses }) => ({ step: 'checked', checkedRows, rows: resolveDuplicates(checkedRows, leavesOutAddresses) });
}

/** Back to the columns, by choice or because rows could not be checked. */
export function leaveCheck(error: CustomerError | null): ImportChange {
	return { step: 'columns', checkedRows: [], rows: [], error };
}

/** Decides anew which of the checked rows are sent; too late once any was. */
export function chooseAddresses(leavesOutAddresses: boolean): ImportChange {
	return ({ step, checkedRows }) =>
		step === 'checked' ? { leavesOutAddresses, rows: resolveDuplicates(checkedRows, leavesOutAddresses) } : {};
}

export const beginRun = { ...ended, step: 'running', error: null } as const satisfies ImportChange;

/** Waits until an instant, as `Date.now()` counts; goes on with `null`. */
export function pauseRun(resumesAt: number | null): ImportChange {
	return { step: resumesAt === null ? 'running' : 'paused', resumesAt };
}

/** Done only when no row is left to send; those that failed were sent. */
export function endRun(error: CustomerError | null): ImportChange {
	return ({ rows }) => ({ ...ended, step: error || rows.some(({ state }) => state === 'ready') ? 'stopped' : 'done', error });
}

/** What of the model follows from the state. */
export function countImport({
	step,
	rows,
	source,
	checked,
	checkedRows,
}: ImportState): Pick<CustomerImportModel, 'counts' | 'rowCount' | 'addressProblems' | 'progress'> {
	const counts = { ready: 0, problem: 0, duplicate: 0, created: 0, existing: 0, unknown: 0, failed: 0 };
	for (const { state } of rows) counts[state]++;
	const sent = rows.length - counts.ready - counts.problem - counts.duplicate;
	return {
		counts,
		rowCount: source.length,
		addressProblems: checkedRows.filter(hasOnlyAddressProblems).length,
		progress: step === 'checking' ? { done: checked, total: source.length } : { done: sent, total: sent + counts.ready },
	};
}

/** The first values of a column that differ, three at most. */
function samplesOf(rows: readonly ImportFileRow[], column: number): string[] {
	const samples: string[] = [];
	for (const { cells } of rows) {
		const value = plainCell(cells[column] ?? '').trim();
		if (value && !samples.includes(value)) samples.push(value);
		if (samples.length === 3) break;
	}
	return samples;
}
