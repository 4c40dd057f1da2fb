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
	close: 'Close',
	retry: 'Try again',
	loading: 'Loading…',
	none: 'None',
	requestId: 'Request ID: {id}',
};

export const table = {
	caption: 'Customers',
	search: 'Search customers',
	searchPlaceholder: 'Name, email or phone',
	searchTooShort: 'Type at least {min} characters to search.',
	filterEmail: 'Email is exactly',
	filterCountry: 'Country',
	clearFilters: 'Clear filters',
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
	empty: 'No customers yet',
	emptyHint: 'Customers appear here as soon as they are created.',
	noMatches: 'No customers match',
	noMatchesHint: 'Try another search or clear the filters.',
	offline: 'You are offline. The list loads as soon as you are back online.',
	forbidden: 'You are not allowed to see customers.',
	failed: 'The customers could not be loaded.',
	outdated: 'These rows may be out of date.',
	former: 'That could not be loaded. These are the rows from before.',
	moreFailed: 'More customers could not be loaded.',
	cursorVanished: 'That page is no longer there. You are back on the first page.',
	newCustomer: 'New customer',
	brokenCell: 'Cannot be shown',
	count: 'Count all',
	refresh: 'Refresh',
	slow: 'This is taking longer than usual…',
	filterCreated: 'Created',
	loadMore: 'Load more',
	allLoaded: 'All loaded',
};

export const menus: Locale['menus'] = {
	columns: 'Columns',
	views: 'Views',
	edited: 'changed',
	failed: 'This could not be loaded. Check your connection and open it again.',
};

/** Of whatever reads; what only a write can be answered is not among them. */
export const readErrors = {
	malformed_request: 'The request was not understood. Reload the page and try again.',
	invalid_cursor: 'That page is no longer there. Start again from the first page.',
	unauthenticated: 'Your session has ended. Sign in again; what you typed is still here.',
	cross_origin: 'This page is not allowed to make that request.',
	forbidden: 'You do not have permission to do that.',
	not_found: 'This customer does not exist or has been deleted.',
	method_not_allowed: 'That is not possible here.',
	request_timeout: 'Sending took too long. Check your connection and try again.',
	rate_limited: 'Too many requests. Wait a moment and try again.',
	internal_error: 'Something went wrong on our side. Try again later.',
	not_supported: 'That is not available here.',
	bad_upstream_response: 'The customer service gave an unexpected answer. Try again later.',
	upstream_unavailable: 'The customer service is not available right now. Try again later.',
	misconfigured: 'The customer service is not set up correctly. Tell your administrator.',
	upstream_timeout: 'The customer service took too long to answer. Try again.',
	offline: 'You are offline. Check your connection and try again.',
	unreachable: 'The server cannot be reached. Try again in a moment.',
	timeout: 'The answer took too long. Check your connection and try again.',
	aborted: 'This was cancelled.',
	bad_response: 'The answer was not understood. Reload the page and try again.',
};

const code = 'en';
const dir: Locale['dir'] = 'ltr';

// English as a table shows it at first. See `useWords`.
export const tableWords: LocalePart<'fields'> & { common: typeof common; table: typeof table } = { code, dir, fields, common, table };
export const menuWords: LocalePart<'menus'> = { code, dir, menus };
export const readWords: LocalePart<never> & { common: typeof common; errors: typeof readErrors } = {
	code,
	dir,
	common,
	errors: readErrors,
};
