import type { SomeWords } from '../../locale';

/** The words of two dates to filter by, in English. Apart from the rest because they are loaded later. */
export const datesWords = {
	code: 'en',
	dir: 'ltr',
	table: {
		filterCreatedFrom: 'Created from',
		filterCreatedTo: 'Created up to',
		filterCreated: 'Created',
	},
} satisfies SomeWords;
