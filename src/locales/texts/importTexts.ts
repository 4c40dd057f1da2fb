import type { Plural } from './plural';

/** What `CustomerImport` says. */
export interface ImportTexts {
	/** The heading. */
	title: string;
	/** What the place for the file offers. */
	choose: string;
	/** What the file may be, under it. `{megabytes}` and `{rows}`: how much at most. */
	chooseHint: string;
	/** After `choose`: the other way. */
	drop: string;
	/** The button that begins anew with another file. */
	otherFile: string;
	/** Names the table of the file's columns. */
	columnsTitle: string;
	/** Above that table. `{file}`: the file's name; `{rows}`: how many it has, as `rows` says it. */
	columnsHint: string;
	/** Names the choices of how the file is written. */
	format: string;
	/** Before the choice of how the file's characters are stored. */
	encoding: string;
	/** Before the choice of what parts its cells. */
	delimiter: string;
	/** What may part them. */
	delimiters: {
		/** `,` */
		comma: string;
		/** `;` */
		semicolon: string;
		/** The tabulator. */
		tab: string;
		/** `|` */
		bar: string;
	};
	/** Before the choice of the row that names the columns. */
	headerRow: string;
	/** One of those rows. `{row}`: its number; `{cells}`: what is in it. */
	headerRowOf: string;
	/** The choice of no such row: all are customers. */
	noHeaderRow: string;
	/** Rows above the one that names the columns, which are no customers. `{count}` */
	aboveHeader: Plural;
	/** Names the table of the first rows as they will be. */
	preview: string;
	/** The header of the file's columns. */
	column: string;
	/** A column without a header. `{number}`: its place, from 1 on. */
	unnamedColumn: string;
	/** The header of values from the file. */
	samples: string;
	/** The header of the choices of what a column becomes. */
	field: string;
	/** Names one of those choices. `{column}`: the file's header. */
	fieldOf: string;
	/** The choice that imports nothing of a column. */
	leaveOut: string;
	/** Before the choice of a country for rows that name none. */
	country: string;
	/** What that country is for, under it. */
	countryHint: string;
	/** The choice of no country. */
	noCountry: string;
	/** The choice that a column becomes a part of the name, put together with the others. */
	nameParts: {
		/** The given name. */
		first: string;
		/** What stands between. */
		middle: string;
		/** The family name. */
		last: string;
	};
	/** The choice that a column becomes the address's state, whatever a country calls it. */
	state: string;
	/** No column becomes the email. */
	emailNeeded: string;
	/** The button that checks all rows. */
	check: string;
	/** Checking is under way. */
	checking: string;
	/** It is done. */
	checked: string;
	/** The button that goes back to the columns. */
	editColumns: string;
	/** Names the table of rows. */
	rowsTitle: string;
	/** The header of the rows' numbers. */
	row: string;
	/** The header of what became of the rows. */
	outcome: string;
	/** Before the choice of which rows to show. */
	show: string;
	/** The choice of all rows. `{count}` */
	allRows: string;
	/** The choice of rows with problems, and of duplicates. `{count}` */
	leftOutRows: string;
	/** The choice of rows that are imported without their address. `{count}` */
	withoutAddressRows: string;
	/** Before what is wrong with the address of such a row. */
	addressLeftOut: string;
	/** What to do about rows left out, after the check. */
	mendHint: string;
	/** The button that saves them as a file. */
	downloadRejectedRows: string;
	/** The header of the column that tells why, in that file. */
	reason: string;
	/** The check found nothing wrong. */
	allRight: string;
	/** After what is wrong with a value. `{value}`: the value itself. */
	value: string;
	/** Why it is not clear what is in which cell of a row. */
	unclear: {
		/** A quotation mark has no other. */
		quotes: string;
		/** There are more cells than columns. */
		cells: string;
	};
	/** Another row has the same email. `{row}`: its number. */
	duplicateOf: string;
	/** Creating is under way. */
	creating: string;
	/** How far a step is. `{done}` of `{total}` rows. */
	progress: string;
	/** The button that stops it. */
	stop: string;
	/** The same button until what is on its way has arrived. */
	stopping: string;
	/** The server asked to wait. `{seconds}`: how long, counting down. */
	paused: string;
	/** The reader stopped it, or it failed: then the error's own sentence follows. */
	stopped: string;
	/** What that means, after it. */
	stoppedHint: string;
	/** The button that goes on. */
	resume: string;
	/** All rows are through. */
	done: string;
	/** The button that sends rows again that failed. */
	retryFailed: string;
	/** In place of it all, where the backend or the grant lets nobody create. */
	notPossible: string;
	/** How many rows the file has. `{count}` */
	rows: Plural;
	/** The button that creates. `{count}` */
	create: Plural;
	/** How many rows are left out, after the check. `{count}` */
	leftOut: Plural;
	/** The box that imports rows without their addresses, where only those have problems. `{count}` */
	leaveOutAddresses: Plural;
	/** What became of a row. */
	states: {
		/** Nothing is wrong with it, and it is not sent yet. */
		ready: string;
		/** Something is wrong with it. */
		problem: string;
		/** A row before it has the same email. */
		duplicate: string;
		/** The customer is new. */
		created: string;
		/** A customer with that email was there, and was left as it is. */
		existing: string;
		/** The customer is there, and the backend does not tell whether as new. */
		unknown: string;
		/** It was sent and refused. */
		failed: string;
	};
	/** Why a file cannot be imported. */
	files: {
		/** `{megabytes}`: how many it may have. */
		too_large: string;
		/** `{rows}`: how many it may have. */
		too_many_rows: string;
		/** Nothing but a header, or not even that. */
		no_rows: string;
		/** A spreadsheet's own file, no CSV. */
		workbook: string;
		/** A picture, say. */
		not_text: string;
		/** The browser could not read it: it was moved or changed meanwhile. */
		unreadable: string;
	};
}
