import type { CsvColumn, CsvMode, ExportDelimiter } from '../domain/csv';
import type { Customer, CustomerInput, CustomerPatch } from '../domain/customer';
import type { CancelTiming, CheckoutInput, CheckoutResult, Entitlement, Subscription } from './billing';
import type { ClearableField } from './clearableFields';
import type { EnsureResult } from './ensureUser';
import type { BackendStores } from './stores';

/** How every call of a backend is made. */
export interface CallOptions {
	/** Aborting rejects with `aborted` and leaves nothing running. @default a call that nobody aborts */
	signal?: AbortSignal;
	/**
	 * Whose customers the call is about, set on the server from what `authorize` granted: no row of another scope is read or written. The
	 * browser's client ignores it. @default the scope `''`
	 */
	scope?: string;
}

/** How a write is made. */
export interface WriteOptions extends CallOptions {
	/**
	 * 1–255 visible ASCII characters, one for each intent: the same key and input have one effect, so that a lost response can be asked for
	 * again. @default none; over HTTP a random one, so that the request itself has one effect
	 */
	idempotencyKey?: string;
	/** The `version` last seen; a stale one is refused with `version_conflict`. @default none, as `null`: whatever is there is overwritten */
	ifVersion?: string | null;
	/** Stands for the input where the inputs of a key are compared: the handler's digest of the body that was sent. @default the input itself */
	inputDigest?: string;
}

/** `created`, `name` or `email`, ascending; with a minus before it (`-created`, `-name`, `-email`) descending. Those without a name or email come last both ways. */
export type CustomerSort = 'created' | '-created' | 'name' | '-name' | 'email' | '-email';

/** Which customers, in which order, and how many of them. All filters must hold. */
export interface ListCustomersRequest {
	/**
	 * Words of a name, parts of an email or id, or a phone number in any spelling, as `capabilities.search.fields` and `matching` say. At
	 * least `capabilities.search.minLength` characters, over HTTP at most 500. @default no search
	 */
	query?: string;
	/** The whole email, compared by `emailKey`. @default any */
	email?: string;
	/** Country of the address: ISO 3166-1 alpha-2 codes, any of them. @default any; so does an empty list */
	country?: string[];
	/** When the customer was created, as ISO 8601 instants with their zone. @default any time */
	created?: {
		/** From then on. @default from the beginning */
		gte?: string;
		/** Before then. @default until now */
		lt?: string;
	};
	/** One of `capabilities.sort`. @default '-created', or what the backend offers first */
	sort?: CustomerSort;
	/** Customers a page: 1–100, at most `capabilities.paging.maxLimit`. @default 20 */
	limit?: number;
	/** Opaque cursor from a page's `next`, of the same scope, sort, search and filters. Never together with `before`. @default the first page */
	after?: string;
	/** Opaque cursor from a page's `previous`, where `capabilities.paging.backward`. Never together with `after`. @default the first page */
	before?: string;
	/** How to count all matches, one of `capabilities.paging.total`. A list never counts unasked. @default 'none' */
	total?: 'none' | 'exact' | 'estimate';
}

/** One page of a list. */
export interface CustomerPage {
	/** The customers, in the order that was asked for; at most `limit`. */
	data: Customer[];
	/** Cursor for `after`; `null` on the last page. */
	next: string | null;
	/** Cursor for `before`; `null` on the first page. */
	previous: string | null;
	/** How many match in all; absent unless it was asked for. */
	total?: {
		/** `exact`: counted. `estimate`: about so many. `at-least`: so many were counted before the backend stopped. */
		kind: 'exact' | 'estimate' | 'at-least';
		/** How many customers. */
		value: number;
	};
	/** `eventual`: read from a search index that may lag behind writes. `strong`, as when absent: with every write that was done before. */
	consistency?: 'strong' | 'eventual';
}

/**
 * What a backend offers, and through the handler what the grant allows of it. What it does not offer is refused with `not_supported`, never
 * ignored; what it offers works, as the conformance suite proves.
 */
export interface Capabilities {
	/** What can be written. */
	write: {
		/** Whether `create` works. */
		create: boolean;
		/** Whether `update` works. */
		update: boolean;
		/** Fields that `null` can clear in an update; none where it is empty. */
		clear: readonly ClearableField[];
		/** Whether `create` takes an `id`. */
		customId: boolean;
	};
	/** How `query` is searched for; `false` where it cannot be. */
	search:
		| false
		| {
				/** The fields that are searched. */
				fields: readonly ('name' | 'email' | 'phone' | 'id')[];
				/** `eventual`: a write may be found some seconds late. `strong`: at once. */
				consistency: 'strong' | 'eventual';
				/** The shortest search, in characters (code points); a shorter one is refused. */
				minLength: number;
				/**
				 * How text is compared. `folded`: whatever its case, accents, apostrophes, dashes and spaces, word by word, phones as they are
				 * dialled; names sort likewise. `own`: as the vendor's index does it, at least by a whole word of a name and a whole email.
				 */
				matching: 'folded' | 'own';
		  };
	/** Which filters of a list work. */
	filter: {
		/** By the whole email. */
		email: boolean;
		/** By the address's country. */
		country: boolean;
		/** By the time of creation. */
		created: boolean;
	};
	/** The orders that a list can have; the first is its default where `-created` is not among them. */
	sort: readonly CustomerSort[];
	/** How a list is walked. */
	paging: {
		/** Whether `before` works; where it does not, a page's `previous` is `null`. */
		backward: boolean;
		/** The largest `limit`, 1–100. */
		maxLimit: number;
		/** The ways to count; none where it is empty. */
		total: readonly ('exact' | 'estimate')[];
	};
	/** Whether two creates with one email at the same moment always make one customer (`atomic`), or almost always (`best-effort`). */
	createByEmail: 'atomic' | 'best-effort';
	/**
	 * Whether `ifVersion` is compared in the same step as the write (`atomic`), just before it (`best-effort`), or refused (`none`, where
	 * every `version` is `null`).
	 */
	conditionalUpdate: 'atomic' | 'best-effort' | 'none';
	/** Whether all that match may be exported: by `exportCsv`, or page by page where there is none. */
	export: boolean;
	/** The fields that are stored at all; the others are `null` for everybody, and refused when written. */
	keeps: readonly ClearableField[];
	/** Whether `checkEntitlements` works. */
	entitlements: boolean;
	/** Whether `createCheckout` works. */
	checkout: boolean;
	/** Whether `createBillingPortal` works. */
	billingPortal: boolean;
	/** What can be done with subscriptions; `false` where not even `listSubscriptions` works. */
	subscriptions:
		| false
		| {
				/** When `cancelSubscription` can end one; it does not work where this is empty. */
				cancel: readonly CancelTiming[];
				/** Whether `resumeSubscription` works. */
				resume: boolean;
		  };
	/** Whether `subscribe` works. */
	live: boolean;
}

/** What came of a `create`. */
export interface CreateResult {
	/** The customer with that email, new or not, as it is stored. */
	customer: Customer;
	/**
	 * `created`: it is new. `existing`: it was there, and nothing of it was changed. `unknown`: the backend does not tell whether the
	 * customer is new.
	 */
	outcome: 'created' | 'existing' | 'unknown';
}

/** How an export is written. */
export interface ExportOptions extends CallOptions {
	/** For spreadsheets (with BOM, phones as text) or for programs. */
	mode: CsvMode;
	/** What parts the cells. Spreadsheets of many countries take semicolons. @default ',' */
	delimiter?: ExportDelimiter;
	/** The columns in their order, 1–50, each once. @default every column that this user may read, but the whole address in one cell */
	columns?: readonly CsvColumn[];
}

/** Something that happened to the customers of a scope, wherever it was done. */
export type CustomerChange =
	| {
			/** `created` or `updated`: that customer. `resync`: there was a gap, so that anything may have changed. */
			type: 'created' | 'updated';
			/** The customer's id. */
			id: string;
	  }
	| { type: 'resync' };

/**
 * The one contract: every backend, and the browser's HTTP client, implement it. `backendContract` of the testing door proves it.
 *
 * A call that fails rejects with a `CustomerError`. Besides the codes that each method names, that is `aborted` where its signal
 * fired, and from backends that ask others `upstream_unavailable`, `upstream_timeout`, `bad_upstream_response` or `misconfigured`. Through
 * `httpBackend` any other code can come: `unauthenticated`, `forbidden`, `rate_limited`, `unreachable`, `timeout` …
 *
 * Values are copied: what is passed in is neither changed nor kept, and what comes out holds the declared fields and no others.
 */
export interface CustomerBackend {
	/** What every id of this backend matches; others are `not_found` before anything is called. @default /^cus_[A-Za-z0-9_-]{1,64}$/ */
	idPattern?: RegExp;
	/** Whether the backend itself repeats reads that failed for a moment, so that its callers must not. @default false */
	retriesReads?: boolean;
	/**
	 * What the backend offers; through the handler less what the grant does not allow. A fresh object each time.
	 * @throws `aborted`, and what keeps the HTTP client from the handler; a backend of one's own process does not fail
	 */
	capabilities(options?: CallOptions): Promise<Capabilities> | Capabilities;
	/**
	 * One page of the customers that match. Walking `next` visits each customer that stays put exactly once, whatever is created or changed
	 * meanwhile.
	 * @throws `not_supported` for what capabilities do not offer, `malformed_request` for a request that makes no sense (through the handler
	 * `validation_failed` where it came in a body), `invalid_cursor` for a cursor of another scope, sort, search or filter
	 */
	list(request: ListCustomersRequest, options?: CallOptions): Promise<CustomerPage>;
	/**
	 * One customer.
	 * @throws `not_found` for an id that nobody of this scope has; a malformed one looks the same
	 */
	get(id: string, options?: CallOptions): Promise<Customer>;
	/**
	 * Makes a customer, or finds the one with this email: idempotent by email key, so that one person is never two.
	 * @throws `validation_failed` with `issues`, also for an `id` that is taken; `not_supported`; `malformed_request` for a key that is none;
	 * `idempotency_key_reused` for a key that came with another input
	 */
	create(input: CustomerInput, options?: WriteOptions): Promise<CreateResult>;
	/**
	 * Changes what the patch names and returns the customer as it is stored then. A field that stays as it was is never refused.
	 * @throws `not_found`; `validation_failed` with `issues`; `email_exists`; `version_conflict` for a stale `ifVersion`; `not_supported` for
	 * clearing what cannot be cleared, or `ifVersion` where there are no versions; `malformed_request`; `idempotency_key_reused`
	 */
	update(id: string, patch: CustomerPatch, options?: WriteOptions): Promise<Customer>;
	/**
	 * What `update` returned under this `idempotencyKey` and `inputDigest`, whatever has become of the customer since; `null` where nothing was.
	 * The handler asks before it refuses what may be a retry. @throws `idempotency_key_reused` for a key of another input
	 */
	recall?(id: string, options: WriteOptions): Promise<Customer | null>;
	/**
	 * Whether a customer may use each of these features, where `capabilities.entitlements`: each id once, in the order asked. A check that
	 * fails is `null` and costs the others nothing; an unknown feature is `null` or `false`. Over HTTP up to 50 at once.
	 * @throws `not_found` for an unknown customer; `not_supported`
	 */
	checkEntitlements?(id: string, featureIds: readonly string[], options?: CallOptions): Promise<Entitlement[]>;
	/**
	 * Begins a purchase, where `capabilities.checkout`. `action` is `checkout` with the `url` to send the customer to, or `update` with none
	 * where a running subscription was changed at once.
	 * @throws `not_found`; `not_supported`; `validation_failed` through the handler, which checks items and URLs; `idempotency_key_reused`
	 */
	createCheckout?(id: string, input: CheckoutInput, options?: WriteOptions): Promise<CheckoutResult>;
	/**
	 * Opens the vendor's page for invoices and payment methods, where `capabilities.billingPortal`; its `url` is for this customer, and for
	 * now. `return_url`, where the page leads back, follows the rule of {@link CheckoutInput}.
	 * @throws `not_found`; `not_supported`; `validation_failed` through the handler, which checks the URL; `idempotency_key_reused`
	 */
	createBillingPortal?(id: string, input: { return_url: string }, options?: WriteOptions): Promise<{ url: string }>;
	/**
	 * All subscriptions of a customer, where `capabilities.subscriptions`.
	 * @throws `not_found`; `not_supported`
	 */
	listSubscriptions?(id: string, options?: CallOptions): Promise<Subscription[]>;
	/**
	 * Ends a subscription, where `capabilities.subscriptions.cancel` has the timing. At the period's end it runs on until then, and says so.
	 * @throws `not_found` for an unknown customer or subscription; `not_supported`; `idempotency_key_reused`
	 */
	cancelSubscription?(id: string, subscriptionId: string, input: { timing: CancelTiming }, options?: WriteOptions): Promise<Subscription>;
	/**
	 * Takes back a cancellation at the period's end, where `capabilities.subscriptions.resume`; one that runs on anyway is returned as it is.
	 * @throws `not_found` for an unknown customer or subscription, and for one that has ended; `not_supported`; `idempotency_key_reused`
	 */
	resumeSubscription?(id: string, subscriptionId: string, options?: WriteOptions): Promise<Subscription>;
	/**
	 * Finds or makes the customer of whoever is signed in, only in a browser: the handler's `ensure` says who that is.
	 * @throws `forbidden` where nobody is, or may not; `not_supported` without `ensure`; `email_exists` where another user holds the customer
	 */
	ensureMe?(options?: WriteOptions): Promise<EnsureResult>;
	/** Taken by the handler unless it is given others: a backend on a database brings its own. */
	stores?: BackendStores;
	/**
	 * Every match as CSV in UTF-8, only where a server writes it: without this, exports are read page by page through `list`.
	 * The stream fails where the export breaks off, so that what ended well is complete. Takes no cursor and no `total`; `limit` is how many
	 * customers the server reads at a time.
	 * @throws `forbidden` for a column that may not be read; `validation_failed`; `not_supported`; `timeout` and others also from the stream
	 */
	exportCsv?(request: ListCustomersRequest, options: ExportOptions): Promise<ReadableStream<Uint8Array>>;
	/**
	 * Tells of each change in the scope, wherever it was made, until the function that it returns is called or the signal aborts; where
	 * `capabilities.live`. `updated` is also told of what a customer has bought. Where changes may have been missed, also those made since the
	 * call and before it was heard, `resync` is told. Never throws; over HTTP all tabs of a browser that name the same `scope` share one
	 * connection, which begins anew by itself.
	 */
	subscribe?(onChange: (change: CustomerChange) => void, options?: CallOptions): () => void;
}
