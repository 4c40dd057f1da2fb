import type { CustomerError } from '../../contract/errors';
import type { ImportField } from '../../domain/importField';
import { unprotectCell } from '../../domain/unprotectCell';
import type { CustomerImportModel } from './customerImportModel';
import type { ImportFileResult, ImportFileRow } from './importFile';
import type { CheckedImportRow } from './importRow';
import { hasOnlyAddressProblems, resolveDuplicates } from './resolveDuplicates';

/** What the model shows as it is, and what the rest of it is made of. */
export interface ImportState
	extends Pick<
		CustomerImportModel,
		| 'step'
		| 'fileName'
		| 'fileProblem'
		| 'format'
		| 'top'
		| 'columns'
		| 'defaultCountry'
		| 'preview'
		| 'rows'
		| 'leavesOutAddresses'
		| 'error'
		| 'resumesAt'
		| 'isStopping'
	> {
	/** The rows as they came. */
	source: readonly ImportFileRow[];
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
		format: null,
		top: [],
		columns: [],
		defaultCountry,
		preview: [],
		rows: [],
		leavesOutAddresses: false,
		error: null,
		source: [],
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
export function takeFile(fileName: string, result: ImportFileResult): ImportChange {
	return ({ defaultCountry }) => {
		const fresh = { ...emptyImport(defaultCountry), fileName };
		if (!result.ok) return { ...fresh, fileProblem: result.problem };
		const { header, rows, fields, format, top } = result.content;
		const columns = header.map((name, at) => {
			const field = fields[at] ?? null;
			return { header: name.trim(), samples: samplesOf(rows, at, field), field };
		});
		return { ...fresh, step: 'columns', columns, source: rows, format, top };
	};
}

/** The file could not be read, through no fault of its own. */
export function failToRead(fileName: string, error: CustomerError): ImportChange {
	return ({ defaultCountry }) => ({ ...emptyImport(defaultCountry), fileName, error });
}

/** Makes a column a field; no other column is that any longer. */
export function assignField(column: number, field: ImportField | null): ImportChange {
	return ({ columns }) => ({
		preview: [],
		columns: columns.map((other, at) => {
			if (at === column) return { ...other, field };
			return other.field !== null && excludes(field, other.field) ? { ...other, field: null } : other;
		}),
	});
}

/** A field is one column's, and a whole name leaves its parts nothing to say. */
function excludes(field: ImportField | null, other: ImportField): boolean {
	const wholeAndPart = (one: ImportField | null, two: ImportField | null) => one === 'name' && two?.startsWith('name.') === true;
	return field === other || wholeAndPart(field, other) || wholeAndPart(other, field);
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
function samplesOf(rows: readonly ImportFileRow[], column: number, field: ImportField | null): string[] {
	const samples: string[] = [];
	for (const { cells } of rows) {
		const value = unprotectCell(cells[column] ?? '', field);
		if (value && !samples.includes(value)) samples.push(value);
		if (samples.length === 3) break;
	}
	return samples;
}
