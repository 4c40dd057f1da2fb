import type { Plural } from './plural';

/** What the table says, its toolbar, filters and pager included. */
export interface TableTexts {
	/** Names the table to those who hear it, unless its `caption` does. */
	caption: string;
	/** Names the search box. */
	search: string;
	/** In the empty search box: what can be searched for. */
	searchPlaceholder: string;
	/** Under a search that is too short for the backend. `{min}`: how many characters it takes. */
	searchTooShort: string;
	/** Names the box that filters by a whole email, where the backend cannot search. */
	filterEmail: string;
	/** Names the filter by country. */
	filterCountry: string;
	/** Names the first day of a filter by dates. */
	filterCreatedFrom: string;
	/** Names the last day of a filter by dates, which it includes. */
	filterCreatedTo: string;
	/** The button that ends the search and all filters. */
	clearFilters: string;
	/** Names the button that lets go of one filter. `{filter}`: its name. */
	clearFilter: string;
	/** The button that opens all filters, where there is little room. */
	filters: string;
	/** The tooltip of a column's header. `{column}`: the header. */
	sortAscending: string;
	/** The same where another click sorts the other way round. `{column}`: the header. */
	sortDescending: string;
	/** Heard once the order was changed, after how many rows are shown. `{column}`: what they are sorted by. */
	sortedAscending: string;
	/** The same the other way round. `{column}` */
	sortedDescending: string;
	/** Names the pager's button back to the first page. */
	first: string;
	/** Names the pager's button to the page before. */
	previous: string;
	/** Names the pager's button to the page after. */
	next: string;
	/** Before the choice of how many rows a page has. */
	pageSize: string;
	/** Which rows are shown, uncounted. `{from}`, `{to}`: their places, from 1 on. */
	range: string;
	/** The title where there are no customers at all. */
	empty: string;
	/** What will happen, under `empty`. */
	emptyHint: string;
	/** The title where search and filters match nobody. */
	noMatches: string;
	/** What to do, under `noMatches`. */
	noMatchesHint: string;
	/** There is no network: in place of the rows, or above those that are known. */
	offline: string;
	/** The title where the grant does not let one list customers. */
	forbidden: string;
	/** The title where loading failed; the error's own sentence stands under it. */
	failed: string;
	/** The title above rows that are shown still, where loading them anew failed. */
	outdated: string;
	/** The title above rows of a former page or search, where what was asked for could not be loaded. */
	former: string;
	/** The title above an endless list, where loading more failed. */
	moreFailed: string;
	/** The page that the address or the history named is gone; the first one is shown instead. */
	cursorVanished: string;
	/** The button that calls `onCreate`. */
	newCustomer: string;
	/** In place of a cell whose column threw. */
	brokenCell: string;
	/** Which rows are shown, of how many. `{from}`, `{to}`: their places; `{total}`: how many there are, counted. */
	rangeOf: string;
	/** The same where the backend stopped counting. `{from}`, `{to}`, and `{total}`: how many there are at least. */
	rangeAtLeast: string;
	/** The same where the backend estimates. `{from}`, `{to}`, and `{total}`: how many there are about. */
	rangeEstimate: string;
	/** The button that counts all rows, which no list does unasked. */
	count: string;
	/** Names the button that loads the rows anew. */
	refresh: string;
	/** Loading takes longer than five seconds. */
	slow: string;
	/** Names the filter by date of creation, and the two dates that it may ask for. */
	filterCreated: string;
	/** The choice of the date filter from midnight on, in the reader's time zone. */
	today: string;
	/** The choice of the date filter for today and the six days before. */
	last7Days: string;
	/** The choice of the date filter for today and the twenty-nine days before. */
	last30Days: string;
	/** The choice of the date filter from the first of this month on. */
	thisMonth: string;
	/** The choice of the date filter for the month before this one. */
	lastMonth: string;
	/** The choice of the date filter from 1 January on. */
	thisYear: string;
	/** Names the calendar's button to the month before. */
	previousMonth: string;
	/** Names the calendar's button to the month after. */
	nextMonth: string;
	/** The button under an endless list that loads more, as scrolling does. */
	loadMore: string;
	/** The same button once there is no more. */
	allLoaded: string;
	/** Names a row's box. `{name}`: the customer's email, name or id. */
	selectRow: string;
	/** How many rows are shown, heard after loading. `{count}` */
	rows: Plural;
	/** Between what is heard of the rows: how many, which and in which order. With its space, where the language has one there. */
	comma: string;
}

/** What the bar above a `selectable` table says. */
export interface SelectionTexts {
	/** Names the box that chooses all rows of the page. */
	page: string;
	/** Names the same box of an endless list. */
	loaded: string;
	/** Nobody is chosen. */
	none: string;
	/** Everybody who matches search and filters is chosen, on whichever page. */
	allMatching: string;
	/** Everybody is chosen, where there is neither search nor filter. */
	everyone: string;
	/** The button that chooses everybody who matches, shown once all rows of the page are chosen. */
	selectAllMatching: string;
	/** The same button where there is neither search nor filter. */
	selectEveryone: string;
	/** The button that chooses nobody any more. */
	clear: string;
	/** How many are chosen. `{count}` */
	count: Plural;
}

/** What the buttons of menus say, and what stands in a menu that could not be loaded. */
export interface MenuTexts {
	/** The button of the menu of columns. */
	columns: string;
	/** The button of the menu of saved views, while none is shown; otherwise it says the view's name. */
	views: string;
	/** Heard after a view's name where the table shows something else by now; on screen a dot says so. */
	edited: string;
	/** In place of a part that could not be loaded: a menu, dates to filter by, a dialog. */
	failed: string;
}

/** What the menu of columns says. */
export interface LayoutTexts {
	/** Its heading. */
	columns: string;
	/** Names a button of a column. `{column}`: its header. */
	moveUp: string;
	/** Names a button of a column. `{column}`: its header. */
	moveDown: string;
	/** Heard after a move. `{column}`: the header; `{place}`: its new place, from 1 on; `{count}`: how many columns there are. */
	moved: string;
	/** Before the choice between `comfortable` and `compact`. */
	density: string;
	/** The choice of tall rows. */
	comfortable: string;
	/** The choice of low rows. */
	compact: string;
	/** The button that restores the table's own columns and density. */
	reset: string;
}

/** What the menu of saved views says; `{name}` is a view's. */
export interface ViewTexts {
	/** The choice of no view: the search, filters and order that the table began with. */
	all: string;
	/** The button that saves in a view what the table shows by now. */
	update: string;
	/** The button that asks for the name of a new view. */
	saveAs: string;
	/** Names the box for a view's name. */
	name: string;
	/** The button that saves under that name. */
	save: string;
	/** Names the button that renames a view. `{name}` */
	rename: string;
	/** Names the button that asks whether to delete a view. `{name}` */
	remove: string;
	/** Asks whether to delete it. `{name}` */
	removeQuestion: string;
	/** The button that deletes it. */
	confirmRemove: string;
}
