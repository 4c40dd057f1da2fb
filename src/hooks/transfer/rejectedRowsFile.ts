import { csvRecords } from '../../domain/csv';
import type { Issue } from '../../domain/issue';
import type { CsvDelimiter } from '../../domain/parseCsv';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import { labelledIssue } from '../../locales/issueMessage';
import type { LocalePart } from '../../locales/locale';
import type { CustomerImportRow } from './importRow';

type Words = LocalePart<'fields' | 'common' | 'errors' | 'issues' | 'address' | 'imports'>;

/** Whether a row made no customer and will make none as it is. */
function isRejected({ state }: CustomerImportRow): boolean {
	return state === 'problem' || state === 'duplicate' || state === 'failed';
}

/** What is wrong with a row: what the server says of it, else what the check found. */
export function issuesOf({ error, issues }: CustomerImportRow): readonly Issue[] {
	return error?.issues.length ? error.issues : issues;
}

export interface RejectedRowsFileOptions {
	header: readonly string[];
	rows: readonly CustomerImportRow[];
	/** That of the file: it is what the reader's spreadsheet knows. */
	delimiter: CsvDelimiter;
}

/** The rejected rows as a CSV to mend and import again: as they came, and the reason in a column behind. */
export function rejectedRowsFile({ header, rows, delimiter }: RejectedRowsFileOptions, words: Words): Blob {
	const { reason } = words.imports;
	// A file that was mended has the column already, with the reasons of the time before.
	const former = header.at(-1) === reason ? header.length - 1 : -1;
	const rejected = rows.filter(isRejected);
	const width = rejected.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
	const record = (cells: readonly string[], last: string) => [
		...Array.from({ length: width }, (_, at) => cells[at] ?? '').filter((_, at) => at !== former),
		last,
	];
	const records = [record(header, reason), ...rejected.map((row) => record(row.cells, reasonOf(row, words)))];
	return new Blob([csvRecords(records, delimiter)], { type: 'text/csv;charset=utf-8' });
}

function reasonOf(row: CustomerImportRow, words: Words): string {
	const { error, duplicateOf, unclear } = row;
	const { imports, errors, common } = words;
	const sentences = issuesOf(row).map((issue) => {
		const { label, sentence } = labelledIssue(words, issue);
		return label === null ? sentence : `${label}: ${sentence}`;
	});
	if (unclear) sentences.unshift(imports.unclear[unclear]);
	if (duplicateOf !== null) sentences.unshift(formatMessage(imports.duplicateOf, { row: formatNumber(words, duplicateOf) }));
	if (error) sentences.unshift(errors[error.code]);
	if (error?.requestId) sentences.push(formatMessage(common.requestId, { id: error.requestId }));
	return sentences.join(' ');
}
