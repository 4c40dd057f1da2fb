import type { CustomerError } from '../../contract/errors';
import type { ImportField } from '../../domain/importField';
import type { ImportFileFormat, ImportFileProblem, ImportFileRow } from './importFile';
import type { CheckedImportRow, CustomerImportRow } from './importRow';

/**
 * `file` → `columns` → `checking` → `checked` → `running` (or `paused` by a rate limit) → `done`;
 * `stopped` by a fault or by the user, to be resumed with `start`.
 */
export type CustomerImportStep = 'file' | 'columns' | 'checking' | 'checked' | 'running' | 'paused' | 'stopped' | 'done';

/** A column of the file and what it becomes. */
export interface CustomerImportColumn {
	/** What the file calls it; may be empty. */
	header: string;
	/** The first values that there are, three at most. */
	samples: readonly string[];
	/** `null`: left out. */
	field: ImportField | null;
}

/** An import without markup, from the file to its end. */
export interface CustomerImportModel {
	/** How far it is. */
	step: CustomerImportStep;
	/** Name of the file that was chosen last. */
	fileName: string;
	/** Rows in the file, the header and what stands above it aside. */
	rowCount: number;
	/** Why the chosen file cannot be imported. */
	fileProblem: ImportFileProblem | null;
	/** How the file is written, as was found out or chosen; `null` before there is one. */
	format: ImportFileFormat | null;
	/** The first rows of the file, whatever they are: one of them may name its columns. */
	top: readonly ImportFileRow[];
	/** The columns of the file, in its order. */
	columns: readonly CustomerImportColumn[];
	/** For rows that name no country; ISO 3166-1 alpha-2. */
	defaultCountry: string | undefined;
	/** The first five rows as they would be imported now; empty until they are checked. */
	preview: readonly CheckedImportRow[];
	/** Every row of the file, once checked. */
	rows: readonly CustomerImportRow[];
	/** How many rows there are in each state. */
	counts: Readonly<Record<CustomerImportRow['state'], number>>;
	/** How many rows have problems with the address alone. */
	addressProblems: number;
	/** Whether those are created without the address; else they are left out. */
	leavesOutAddresses: boolean;
	/** Of the step under way: rows checked, or rows sent and answered. */
	progress: {
		/** Rows that are through. */
		done: number;
		/** Rows of the step. */
		total: number;
	};
	/** What stopped the check or the import. */
	error: CustomerError | null;
	/** While paused: when it goes on, as `Date.now()` counts. */
	resumesAt: number | null;
	/** Reads a file and guesses what its columns are. Never rejects: what is wrong with the file is in `fileProblem`. */
	chooseFile: (file: File) => Promise<void>;
	/**
	 * Reads the file again as it is said to be written; what nobody has said of it is found out anew. Where there are no customers in it then,
	 * everything stays as it was, with a `fileProblem`. Never rejects, as `chooseFile`.
	 */
	readAs: (format: Partial<ImportFileFormat>) => Promise<void>;
	/** Makes a column a field of the customer; the column that was it before is left out. */
	setField: (column: number, field: ImportField | null) => void;
	/** Chooses it; `undefined` for none. */
	setDefaultCountry: (country: string | undefined) => void;
	/** The dry run: checks every row and sends nothing. Never rejects: what stopped it is in `error`. */
	check: () => Promise<void>;
	/** Back to the columns, from the check. */
	editColumns: () => void;
	/** From the check: whether to create rows whose address alone has problems without it. */
	leaveOutAddresses: (on: boolean) => void;
	/** Saves the rows that are left out or failed as a CSV: as they came, and why in a column behind. Mended, it can be imported. Never rejects. */
	downloadRejectedRows: () => Promise<void>;
	/** Creates the customers of all rows that are ready; after a stop goes on with those left, and tries failed ones again. */
	start: () => void;
	/** Whether a stop waits for the customers that are on their way. */
	isStopping: boolean;
	/** Stops after the customers that are on their way. */
	stop: () => void;
	/** Begins anew with another file. */
	reset: () => void;
}
