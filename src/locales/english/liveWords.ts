import type { LocalePart } from '../locale';

/** The words about what others do meanwhile, in English. Apart from the rest because they are loaded later. */
export const liveWords: LocalePart<'live'> = {
	code: 'en',
	dir: 'ltr',
	live: {
		newCustomers: { one: '{count} new customer', other: '{count} new customers' },
	},
};
