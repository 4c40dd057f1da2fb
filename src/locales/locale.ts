import type { CityLabel, PostalCodeLabel, StateLabel } from '../domain/addressRule';
import type { Field } from '../domain/customer';
import type { IssueCode } from '../domain/issue';

/** A sentence by plural category of the language, chosen by `Intl.PluralRules`. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Messages of one group, by key. A `{name}` in a text is a placeholder. */
type Texts<Key extends string> = Record<Key, string>;

/** Every text that users see, in one language. */
export interface Locale {
	/** BCP 47, for instance `hi` or `pt-BR`: `Intl` formats dates, numbers and country names with it. */
	code: string;
	dir: 'ltr' | 'rtl';
	/** Names of a customer's fields. */
	fields: Record<Field | 'country', string>;
	common: Texts<'cancel' | 'close' | 'retry' | 'edit' | 'copied' | 'loading' | 'none' | 'unknown' | 'clear' | 'optional' | 'requestId'>;
	table: Texts<
		| 'caption'
		| 'search'
		| 'searchPlaceholder'
		| 'searchTooShort'
		| 'filterEmail'
		| 'filterCountry'
		| 'filterCreatedFrom'
		| 'filterCreatedTo'
		| 'anyCountry'
		| 'clearFilters'
		| 'sortAscending'
		| 'sortDescending'
		| 'first'
		| 'previous'
		| 'next'
		| 'pageSize'
		| 'range'
		| 'empty'
		| 'emptyHint'
		| 'noMatches'
		| 'noMatchesHint'
		| 'offline'
		| 'forbidden'
		| 'failed'
		| 'outdated'
		| 'cursorVanished'
		| 'newCustomer'
		| 'brokenCell'
		| 'rangeOf'
		| 'rangeAtLeast'
		| 'rangeEstimate'
		| 'count'
		| 'refresh'
		| 'slow'
		| 'filterCreated'
		| 'anyTime'
		| 'today'
		| 'last7Days'
		| 'last30Days'
		| 'thisYear'
		| 'customRange'
		| 'loadMore'
		| 'allLoaded'
		| 'selectedColumn'
		/** `{name}` */
		| 'selectRow'
	> & { /** `{count}` */ rows: Plural };
	selection: Texts<'page' | 'loaded' | 'none' | 'allMatching' | 'everyone' | 'selectAllMatching' | 'selectEveryone' | 'clear'> & {
		/** `{count}` */ count: Plural;
	};
	menus: Texts<'columns' | 'views' | 'edited' | 'failed'>;
	/** The menu of columns. */
	layout: Texts<
		| 'columns'
		/** `{column}` */
		| 'moveUp'
		/** `{column}` */
		| 'moveDown'
		/** `{column}`, `{place}`, `{count}` */
		| 'moved'
		| 'density'
		| 'comfortable'
		| 'compact'
		| 'reset'
	>;
	/** The menu of saved views; `{name}` is a view's. */
	views: Texts<'all' | 'update' | 'saveAs' | 'name' | 'save' | 'rename' | 'remove' | 'removeQuestion' | 'confirmRemove'>;
	form: Texts<
		| 'createTitle'
		| 'editTitle'
		| 'create'
		| 'save'
		| 'saving'
		| 'retryIn'
		| 'readOnly'
		| 'taken'
		| 'saved'
		| 'created'
		| 'existing'
		| 'openExisting'
		| 'summary'
		| 'noChanges'
		| 'conflictTitle'
		| 'conflictHint'
		| 'mine'
		| 'theirs'
		| 'saveMerged'
		| 'takeTheirs'
		| 'phoneHint'
		| 'phoneStored'
		| 'phoneCountry'
		| 'phoneCountryIs'
		| 'phoneUnchecked'
		| 'phoneSuggestion'
		| 'countriesFailed'
		| 'searchCountry'
		| 'noCountry'
		| 'chooseCountry'
		| 'chooseState'
		| 'loadingStates'
		| 'stateMismatch'
		| 'addressHint'
		| 'addressHintPartial'
	>;
	undo: Texts<'label' | 'saved' | 'undo' | 'undone' | 'failed'>;
	dialog: Texts<'discardTitle' | 'discardHint' | 'discard' | 'keepEditing'>;
	detail: Texts<
		| 'title'
		| 'notFound'
		| 'notFoundHint'
		| 'forbidden'
		| 'backToList'
		| 'noAddress'
		| 'copyId'
		| 'copyEmail'
		| 'copyPhone'
		| 'failed'
		| 'outdated'
	>;
	browser: Texts<'title'>;
	exports: Texts<
		| 'export'
		| 'customers'
		| 'page'
		| 'all'
		| 'matching'
		| 'format'
		| 'spreadsheet'
		| 'spreadsheetHint'
		| 'data'
		| 'dataHint'
		| 'shownColumns'
		| 'start'
		| 'preparing'
		| 'cancelled'
		| 'failed'
	> & {
		/** `{count}` */ selected: Plural;
		/** `{count}` */ running: Plural;
		/** `{count}` */ done: Plural;
		/** `{count}` */ missing: Plural;
	};
	imports: Texts<
		| 'title'
		| 'choose'
		| 'chooseHint'
		| 'drop'
		| 'otherFile'
		| 'columnsTitle'
		| 'columnsHint'
		| 'column'
		| 'unnamedColumn'
		| 'samples'
		| 'field'
		| 'fieldOf'
		| 'leaveOut'
		| 'country'
		| 'countryHint'
		| 'noCountry'
		| 'state'
		| 'emailNeeded'
		| 'check'
		| 'checking'
		| 'checked'
		| 'editColumns'
		| 'rowsTitle'
		| 'row'
		| 'outcome'
		| 'show'
		| 'allRows'
		| 'leftOutRows'
		| 'withoutAddressRows'
		| 'addressLeftOut'
		| 'mendHint'
		| 'downloadLeftOut'
		| 'reason'
		| 'allRight'
		| 'value'
		| 'duplicateOf'
		| 'creating'
		| 'progress'
		| 'stop'
		| 'stopping'
		| 'paused'
		| 'stopped'
		| 'stoppedHint'
		| 'resume'
		| 'done'
		| 'retryFailed'
		| 'notPossible'
	> & {
		/** `{count}` */ rows: Plural;
		/** `{count}` */ create: Plural;
		/** `{count}` */ leftOut: Plural;
		/** `{count}` */ leaveOutAddresses: Plural;
		/** What became of a row. */
		states: Texts<'ready' | 'problem' | 'duplicate' | 'created' | 'existing' | 'unknown' | 'failed'>;
		/** Why a file cannot be imported. */
		files: Texts<'too_large' | 'too_many_rows' | 'no_rows' | 'not_utf8' | 'broken_quotes' | 'unreadable'>;
	};
	/** What to tell the user when a call failed, by the error's code. */
	errors: Texts<
		| 'malformed_request'
		| 'invalid_cursor'
		| 'unauthenticated'
		| 'cross_origin'
		| 'forbidden'
		| 'not_found'
		| 'method_not_allowed'
		| 'request_timeout'
		| 'email_exists'
		| 'idempotency_in_progress'
		| 'version_conflict'
		| 'payload_too_large'
		| 'unsupported_media_type'
		| 'validation_failed'
		| 'idempotency_key_reused'
		| 'version_required'
		| 'rate_limited'
		| 'internal_error'
		| 'not_supported'
		| 'bad_upstream_response'
		| 'upstream_unavailable'
		| 'misconfigured'
		| 'upstream_timeout'
		| 'offline'
		| 'timeout'
		| 'aborted'
		| 'bad_response'
	>;
	/** What is wrong with a value. `{field}` is the field's label; codes bring `{max}`, `{example}` and `{country}`. */
	issues: Record<IssueCode, string>;
	address: {
		line1: string;
		line2: string;
		country: string;
		/** By `addressRule(country).labels.city`. */
		city: Record<CityLabel, string>;
		/** By `addressRule(country).labels.state`. */
		state: Record<StateLabel, string>;
		/** By `addressRule(country).labels.postal_code`. */
		postal_code: Record<PostalCodeLabel, string>;
	};
}

/** A language with the words of some sections only. */
export type LocalePart<Section extends keyof Locale> = Pick<Locale, 'code' | 'dir' | Section>;

/** A language with some of its words. */
export type SomeWords = { [Section in keyof Locale]?: Partial<Locale[Section]> };
