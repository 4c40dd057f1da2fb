import type { Locale, LocalePart } from '../../locale';

export const fields: Locale['fields'] = {
	id: 'ID',
	email: 'Email',
	name: 'Name',
	phone: 'Phone',
	address: 'Address',
	created: 'Created',
	country: 'Country',
};

export const common = {
	retry: 'Try again',
	loading: 'Loading…',
	none: 'None',
};

export const table = {
	caption: 'Customers',
	search: 'Search customers',
	searchPlaceholder: 'Name, email…',
	searchTooShort: 'Type at least {min} characters.',
	filterCountry: 'Country',
	filters: 'Filters',
	sortAscending: 'Sort by {column}, ascending',
	sortDescending: 'Sort by {column}, descending',
	sortedAscending: 'sorted by {column}, ascending',
	sortedDescending: 'sorted by {column}, descending',
	first: 'First page',
	previous: 'Previous page',
	next: 'Next page',
	pageSize: 'Rows per page',
	range: '{from}–{to}',
	rows: { one: '{count} customer', other: '{count} customers' },
	comma: ', ',
	newCustomer: 'New customer',
	brokenCell: 'Cannot be shown',
	count: 'Count all',
	refresh: 'Refresh',
	slow: 'This takes longer than usual…',
	filterCreated: 'Created',
	loadMore: 'Load more',
	allLoaded: 'All loaded',
};

/** Stands where what was opened could not be loaded. */
export const failed = 'This could not be loaded. Check your connection and try again.';

export const menus = { columns: 'Columns', views: 'Views', failed };

// English as a table shows it at first. See `useWords`.
export const tableWords: LocalePart<'fields'> & { common: typeof common; table: typeof table; menus: typeof menus } = {
	code: 'en',
	dir: 'ltr',
	fields,
	common,
	table,
	menus,
};
