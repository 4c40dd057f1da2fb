import type { Plural } from './plural';

/** What `CustomerExport` says. */
export interface ExportTexts {
	/** The button that opens the panel. */
	export: string;
	/** Before the choice of whom to export. */
	customers: string;
	/** The choice of the page on screen. */
	page: string;
	/** The choice of everybody, where there is neither search nor filter. */
	all: string;
	/** The choice of everybody who matches search and filters. */
	matching: string;
	/** Before the choice of the format. */
	format: string;
	/** The choice of mode `spreadsheet`. */
	spreadsheet: string;
	/** What it is good for, under it. */
	spreadsheetHint: string;
	/** The choice of mode `data`. */
	data: string;
	/** What it is good for, under it. */
	dataHint: string;
	/** Before the choice of what parts the cells. */
	delimiter: string;
	/** What may part them. */
	delimiters: {
		/** `,` */
		comma: string;
		/** `;` */
		semicolon: string;
		/** The tabulator. */
		tab: string;
	};
	/** The box that leaves out the columns that the table does not show. */
	shownColumns: string;
	/** The button that exports, and the panel's name. */
	start: string;
	/** The export has begun. */
	preparing: string;
	/** The reader cancelled it. */
	cancelled: string;
	/** It failed; the error's own sentence follows. */
	failed: string;
	/** The choice of the customers chosen. `{count}` */
	selected: Plural;
	/** How many are written so far; seen, not heard. `{count}` */
	running: Plural;
	/** How many are in the file. `{count}` */
	done: Plural;
	/** After it: how many of those chosen exist no more. `{count}` */
	missing: Plural;
}
