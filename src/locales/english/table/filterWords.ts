import type { Locale, SomeWords } from '../../locale';

/** The words of what a table's filters open, in English. Apart from the rest because they are loaded later. */
export const filterWords = {
	code: 'en',
	dir: 'ltr' as Locale['dir'],
	table: {
		filterCountry: 'Country',
		filterCreated: 'Created',
		filterCreatedFrom: 'Created from',
		filterCreatedTo: 'Created up to',
		clearFilter: 'Clear filter: {filter}',
		today: 'Created today',
		last7Days: 'Last 7 days',
		last30Days: 'Last 30 days',
		thisMonth: 'This month',
		lastMonth: 'Last month',
		thisYear: 'This year',
		previousMonth: 'Previous month',
		nextMonth: 'Next month',
	},
	form: {
		searchCountry: 'Search countries',
		noCountry: 'No country found',
	},
} satisfies SomeWords;
