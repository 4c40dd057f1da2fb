import type { Locale, LocalePart } from '../../locale';
import { common, errors, language } from '../ui/commonWords';

export const exports: Locale['exports'] = {
	export: 'Export',
	customers: 'Customers',
	selected: { one: '{count} selected', other: '{count} selected' },
	page: 'This page',
	all: 'All customers',
	matching: 'All that match',
	format: 'Format',
	spreadsheet: 'For spreadsheets',
	spreadsheetHint: 'Opens as it should in Excel, Numbers and Google Sheets.',
	data: 'For other programs',
	dataHint: 'Plain values, also to import them again.',
	delimiter: 'Columns are separated by',
	delimiters: { comma: 'Comma', semicolon: 'Semicolon', tab: 'Tab' },
	shownColumns: 'Only the columns shown',
	start: 'Export CSV',
	preparing: 'Preparing the file…',
	running: { one: '{count} customer so far…', other: '{count} customers so far…' },
	done: { one: '{count} customer exported.', other: '{count} customers exported.' },
	missing: {
		one: '{count} no longer exists and is not in the file.',
		other: '{count} no longer exist and are not in the file.',
	},
	cancelled: 'Cancelled. No file was saved.',
	failed: 'The export broke off. No file was saved.',
};

/** The words of an export, in English. */
export const exportWords: LocalePart<'common' | 'errors' | 'exports'> = { ...language, common, errors, exports };
