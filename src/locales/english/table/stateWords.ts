import type { LocalePart } from '../../locale';
import { readCommon, readErrors } from '../ui/readWords';
import { table } from './tableWords';

/** What is said where rows are missing or old. */
export const states = {
	empty: 'No customers yet',
	emptyHint: 'Customers appear here as soon as they are created.',
	noMatches: 'No customers match',
	noMatchesHint: 'Try another search or clear the filters.',
	clearFilters: 'Clear filters',
	offline: 'You are offline. The list loads as soon as you are back online.',
	forbidden: 'You are not allowed to see customers.',
	failed: 'The customers could not be loaded.',
	outdated: 'These rows may be out of date.',
	former: 'That could not be loaded. These are the rows from before.',
	moreFailed: 'More customers could not be loaded.',
	cursorVanished: 'That page is no longer there. You are back on the first page.',
};

/** The same with the words around it, in English. Apart from the rest because they are loaded later. */
export const stateWords: LocalePart<never> & {
	common: typeof readCommon;
	errors: typeof readErrors;
	table: typeof states & Pick<typeof table, 'newCustomer'>;
} = { code: 'en', dir: 'ltr', common: readCommon, errors: readErrors, table: { ...states, newCustomer: table.newCustomer } };
