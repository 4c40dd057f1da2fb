import type { SomeWords } from '../../locale';

/** The words of rows to choose from, in English. Apart from the rest because they are loaded later. */
export const selectionWords = {
	code: 'en',
	dir: 'ltr',
	table: {
		selectRow: 'Select {name}',
	},
	selection: {
		page: 'Select all on this page',
		loaded: 'Select all that are loaded',
		none: 'None selected',
		count: { one: '{count} selected', other: '{count} selected' },
		allMatching: 'All customers that match are selected',
		everyone: 'All customers are selected',
		selectAllMatching: 'Select all that match',
		selectEveryone: 'Select all customers',
		clear: 'Clear selection',
	},
} satisfies SomeWords;
