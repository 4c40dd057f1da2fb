import { countWords } from './countWords';
import { datesWords } from './datesWords';
import { layoutWords } from './layoutWords';
import type { Locale, LocalePart } from './locale';
import { selectionWords } from './selectionWords';
import { fields, menus, readErrors, table, common as tableCommon } from './tableWords';
import { viewWords } from './viewWords';

const common: Locale['common'] = {
	...tableCommon,
	...viewWords.common,
	edit: 'Edit',
	copied: 'Copied',
	unknown: 'Unknown',
	clear: 'Clear',
	optional: 'optional',
};

const form: Locale['form'] = {
	createTitle: 'New customer',
	editTitle: 'Edit customer',
	create: 'Create customer',
	save: 'Save changes',
	saving: 'Saving…',
	retryIn: 'Try again in {seconds} s',
	readOnly: 'You can see this customer but not change it.',
	taken: '{name} is already a customer with this email.',
	saved: 'Saved.',
	created: 'Customer created.',
	existing: 'A customer with this email already exists. Nothing was changed.',
	openExisting: 'Open that customer',
	summary: 'Please check the following:',
	noChanges: 'Nothing was changed.',
	conflictTitle: 'Someone else changed this customer meanwhile',
	conflictHint: 'Choose what to keep for each field. Nothing you typed is lost.',
	mine: 'Yours',
	theirs: 'Theirs',
	saveMerged: 'Save this version',
	takeTheirs: 'Discard mine',
	phoneHint: 'Any format. Start with + for another country.',
	phoneStored: 'Saved as {phone}',
	phoneCountry: 'Country of the phone number',
	phoneCountryIs: 'Country of the phone number: {country}',
	phoneUnchecked: 'The number could not be checked here. It will be checked when you save.',
	phoneSuggestion: 'Did you mean {phone}?',
	countriesFailed: 'The countries could not be loaded. Start the number with + and the country code.',
	searchCountry: 'Search countries',
	noCountry: 'No country found',
	chooseCountry: 'Choose a country',
	chooseState: 'Choose',
	loadingStates: 'Loading the list…',
	stateMismatch: '{postal_code} {code} is usually not in {state}.',
	addressHint: 'An address is optional. Once you start one, the fields its country needs are required.',
	addressHintPartial: 'An address is optional. Fill in as much of it as you know.',
};

const undo: Locale['undo'] = {
	label: 'Undo the last change',
	saved: 'Changes to {name} saved.',
	undo: 'Undo',
	undone: 'The change was undone.',
	failed: 'The change could not be undone.',
};

const dialog: Locale['dialog'] = {
	discardTitle: 'Discard unsaved changes?',
	discardHint: 'What you typed has not been saved.',
	discard: 'Discard changes',
	keepEditing: 'Keep editing',
};

const detail: Locale['detail'] = {
	title: 'Customer',
	notFound: 'Customer not found',
	notFoundHint: 'It may have been deleted, or the link is wrong.',
	forbidden: 'You are not allowed to see this customer.',
	backToList: 'Back to all customers',
	noAddress: 'No address',
	copyId: 'Copy ID',
	copyEmail: 'Copy email',
	copyPhone: 'Copy phone',
	failed: 'This customer could not be loaded.',
	outdated: 'These values may be out of date.',
};

const browser: Locale['browser'] = { title: 'Customers' };

const exports: Locale['exports'] = {
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

const imports: Locale['imports'] = {
	title: 'Import customers',
	choose: 'Choose a CSV file',
	chooseHint: 'At most {megabytes} MB and {rows} rows. Exports from here and from Stripe are understood.',
	drop: 'or drop it here',
	otherFile: 'Another file',
	columnsTitle: 'What the columns are',
	columnsHint: '{file}: {rows}. Nothing is sent yet.',
	column: 'Column',
	unnamedColumn: 'Column {number}',
	samples: 'For example',
	field: 'Becomes',
	fieldOf: '{column} becomes',
	leaveOut: 'Left out',
	country: 'Country of rows that name none',
	countryHint: 'Phone numbers without a country code and addresses without a country are taken to be from there.',
	noCountry: 'None',
	state: 'State or province',
	emailNeeded: 'Choose the column that holds the email. Every customer needs one.',
	check: 'Check the rows',
	checking: 'Checking the rows…',
	checked: 'Checked. Nothing is sent yet.',
	editColumns: 'Change columns',
	rowsTitle: 'Rows of the file',
	row: 'Row',
	outcome: 'Outcome',
	show: 'Show',
	allRows: 'All rows ({count})',
	leftOutRows: 'Left out ({count})',
	withoutAddressRows: 'Without address ({count})',
	addressLeftOut: 'Without its address:',
	mendHint: 'Download the rows left out, mend them in a spreadsheet and import that file, or go on without them.',
	downloadLeftOut: 'Download rows left out',
	reason: 'Why it was left out',
	allRight: 'No problems found.',
	value: 'in the file: {value}',
	duplicateOf: 'Same email as row {row}.',
	rows: { one: '{count} row', other: '{count} rows' },
	create: { one: 'Create {count} customer', other: 'Create {count} customers' },
	leftOut: { one: '{count} row is left out.', other: '{count} rows are left out.' },
	leaveOutAddresses: {
		one: 'In {count} row only the address has problems: create that customer without it.',
		other: 'In {count} rows only the address has problems: create those customers without it.',
	},
	creating: 'Creating customers…',
	progress: '{done} of {total}',
	stop: 'Stop',
	stopping: 'Stopping…',
	paused: 'The server is busy. Goes on in {seconds} s.',
	stopped: 'The import has stopped.',
	stoppedHint: 'What was created stays. Resuming goes on with the rest and creates nobody twice.',
	resume: 'Resume',
	done: 'The import is finished.',
	retryFailed: 'Try failed rows again',
	notPossible: 'Customers cannot be created here.',
	states: {
		ready: 'Ready',
		problem: 'Has problems',
		duplicate: 'Duplicate',
		created: 'Created',
		existing: 'Already a customer',
		unknown: 'Saved',
		failed: 'Failed',
	},
	files: {
		too_large: 'The file is too large. It can have at most {megabytes} MB: split it into several.',
		too_many_rows: 'The file has too many rows. It can have at most {rows}: split it into several.',
		no_rows: 'There are no rows in the file. The first row names the columns, customers follow below it.',
		not_utf8: 'The file is not UTF-8 text. In a spreadsheet, save it as “CSV UTF-8”.',
		broken_quotes: 'The quotation marks in row {row} do not match, so it is not clear where its cells end.',
		unreadable: 'The file could not be read. Choose it again.',
	},
};

const errors: Locale['errors'] = {
	...readErrors,
	email_exists: 'Another customer already uses this email.',
	idempotency_in_progress: 'This is already being saved. Wait a moment and try again.',
	version_conflict: 'Someone else changed this customer meanwhile.',
	payload_too_large: 'That is too much to save at once.',
	unsupported_media_type: 'The request was not understood. Reload the page and try again.',
	validation_failed: 'Some values are not valid. Check the marked fields.',
	idempotency_key_reused: 'This was already sent with other values. Try again.',
	version_required: 'Reload the customer before saving.',
};

const issues: Locale['issues'] = {
	required: '{field} is required.',
	invalid_type: '{field} has a value that cannot be stored.',
	unknown_field: 'There is a field that is not known here.',
	empty: '{field} cannot be empty.',
	too_long: '{field} can have at most {max} characters.',
	invalid_characters: '{field} contains characters that are not allowed.',
	not_visible: '{field} needs at least one visible character.',
	invalid_email: 'Enter an email address like name@example.com.',
	invalid_phone: 'This is not a valid phone number.',
	phone_not_international: 'Start the number with + and the country code.',
	phone_extension: 'An extension cannot be stored. Enter the number without it.',
	phone_too_short: 'This phone number is too short.',
	phone_too_long: 'This phone number is too long.',
	invalid_country: 'Choose a country from the list.',
	invalid_state: '{field} does not belong to {country}.',
	invalid_postal_code: '{field} is not valid for {country}. Example: {example}',
	invalid_id: 'This ID is not valid.',
};

const address: Locale['address'] = {
	line1: 'Address line 1',
	line2: 'Address line 2',
	country: 'Country or region',
	city: { city: 'City', district: 'District', post_town: 'Town or city', suburb: 'Suburb' },
	state: {
		area: 'Area',
		county: 'County',
		department: 'Department',
		district: 'District',
		do_si: 'Province or city',
		emirate: 'Emirate',
		island: 'Island',
		oblast: 'Oblast',
		parish: 'Parish',
		prefecture: 'Prefecture',
		province: 'Province',
		region: 'Region',
		state: 'State',
	},
	postal_code: { postal_code: 'Postal code', zip: 'ZIP code', pin: 'PIN code', eircode: 'Eircode' },
};

const code = 'en';
const dir: Locale['dir'] = 'ltr';

/** The language without words. */
export const language: LocalePart<never> = { code, dir };

// English in the portions that components show, so that a table carries no words of a form. See `useWords`.
export const formWords: LocalePart<'fields' | 'common' | 'errors' | 'issues' | 'address' | 'form' | 'dialog' | 'menus'> = {
	code,
	dir,
	fields,
	common,
	errors,
	issues,
	address,
	form,
	dialog,
	menus,
};
export const detailWords: LocalePart<'fields' | 'common' | 'errors' | 'detail'> = { code, dir, fields, common, errors, detail };
export const undoWords: LocalePart<'common' | 'errors' | 'undo'> = { code, dir, common, errors, undo };
export const browserWords: LocalePart<'detail' | 'browser'> = { code, dir, detail, browser };
export const exportWords: LocalePart<'common' | 'errors' | 'exports'> = { code, dir, common, errors, exports };
export const importWords: LocalePart<'fields' | 'common' | 'errors' | 'issues' | 'address' | 'imports'> & {
	table: typeof table & typeof countWords.table;
} = {
	code,
	dir,
	fields,
	common,
	errors,
	issues,
	address,
	table: { ...table, ...countWords.table },
	imports,
};

/** English. */
export const en: Locale = {
	code,
	dir,
	fields,
	common,
	table: { ...table, ...countWords.table, ...datesWords.table, ...selectionWords.table },
	selection: selectionWords.selection,
	menus,
	layout: layoutWords.layout,
	views: viewWords.views,
	form,
	undo,
	dialog,
	detail,
	browser,
	exports,
	imports,
	errors,
	issues,
	address,
};
