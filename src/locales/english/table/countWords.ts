import type { SomeWords } from '../../locale';

/** The words of a count, in English. Apart from the rest because they are loaded later. */
export const countWords = {
	code: 'en',
	dir: 'ltr',
	table: {
		rangeOf: '{from}–{to} of {total}',
		rangeAtLeast: '{from}–{to} of at least {total}',
		rangeEstimate: '{from}–{to} of about {total}',
	},
} satisfies SomeWords;
