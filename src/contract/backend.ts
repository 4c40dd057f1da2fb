import type { CsvColumn, CsvMode } from '../domain/csv';
import type { Customer, CustomerInput, CustomerPatch } from '../domain/customer';
import type { ClearableField } from './clearableFields';

export interface CallOptions {
	/** Aborting rejects with `aborted` and leaves nothing running. */
	signal?: AbortSignal;
	/** Who may see what; set on the server from `authorize()`. The browser's client ignores it. */
	scope?: string;
}

export interface WriteOptions extends CallOptions {
	/** 1–255 visible ASCII characters. The same key and input have one effect. */
	idempotencyKey?: string;
	/** The `version` last seen; a stale one is refused with `version_conflict`. */
	ifVersion?: string;
}

export type CustomerSort = 'created' | '-created' | 'name' | '-name' | 'email' | '-email';

export interface ListCustomersRequest {
	/** Name, email, phone or id; case-insensitive and NFC-equivalent. */
	query?: string;
	/** Exact, by email key. */
	email?: string;
	/** ISO 3166-1 alpha-2 codes; any of them. */
	country?: string[];
	/** ISO 8601 instants: from `gte` on, before `lt`. */
	created?: { gte?: string; lt?: string };
	/** @default '-created' */
	sort?: CustomerSort;
	/** 1–100. @default 20 */
	limit?: number;
	/** Opaque cursor from a page's `next`. Never together with `before`. */
	after?: string;
	/** Opaque cursor from a page's `previous`. */
	before?: string;
	/** A list never counts unasked. @default 'none' */
	total?: 'none' | 'exact' | 'estimate';
}

export interface CustomerPage {
	data: Customer[];
	/** Cursor for `after`; `null` on the last page. */
	next: string | null;
	/** Cursor for `before`; `null` on the first page. */
	previous: string | null;
	total?: { kind: 'exact' | 'estimate' | 'at-least'; value: number };
	/** `eventual`: a search index that may lag behind writes. */
	consistency?: 'strong' | 'eventual';
}

/** What a backend offers. What it does not offer is refused with `not_supported`, never ignored. */
export interface Capabilities {
	write: {
		create: boolean;
		update: boolean;
		/** Fields that `null` can clear. */
		clear: readonly ClearableField[];
		/** Whether `create` takes an `id`. */
		customId: boolean;
	};
	search: false | { fields: readonly ('name' | 'email' | 'phone' | 'id')[]; consistency: 'strong' | 'eventual'; minLength: number };
	filter: { email: boolean; country: boolean; created: boolean };
	sort: readonly CustomerSort[];
	paging: { backward: boolean; maxLimit: number; total: readonly ('exact' | 'estimate')[] };
	createByEmail: 'atomic' | 'best-effort';
	conditionalUpdate: 'atomic' | 'best-effort' | 'none';
	entitlements: boolean;
	checkout: boolean;
	billingPortal: boolean;
	subscriptions: boolean;
	live: boolean;
}

export type CheckoutInput = {
	/** 1–20 items; quantity 1–10,000, default 1. */
	line_items: { variant_id: string; quantity?: number }[];
	success_url: string;
	cancel_url: string;
};

export interface Subscription {
	id: string;
	status: string;
	/** ISO 8601, UTC. */
	current_period_end: string | null;
	cancel_at_period_end: boolean;
	items: { variant_id: string; name: string | null; quantity: number }[];
}

export interface CreateResult {
	customer: Customer;
	/** `unknown`: the backend does not tell whether the customer is new. */
	outcome: 'created' | 'existing' | 'unknown';
}

export interface ExportOptions extends CallOptions {
	/** For spreadsheets (with BOM, phones as text) or for programs. */
	mode: CsvMode;
	/** @default every column that this user may read, but the whole address in one cell */
	columns?: readonly CsvColumn[];
}

export type CustomerChange = { type: 'created' | 'updated'; id: string } | { type: 'resync' };

/** The one contract: every backend, and the browser's HTTP client, implement it. */
export interface CustomerBackend {
	/** @default /^cus_[A-Za-z0-9_-]{1,64}$/ */
	idPattern?: RegExp;
	/** Whether the backend itself repeats reads that failed for a moment, so that its callers must not. @default false */
	retriesReads?: boolean;
	capabilities(options?: CallOptions): Promise<Capabilities> | Capabilities;
	list(request: ListCustomersRequest, options?: CallOptions): Promise<CustomerPage>;
	get(id: string, options?: CallOptions): Promise<Customer>;
	/** Idempotent by email key. */
	create(input: CustomerInput, options?: WriteOptions): Promise<CreateResult>;
	update(id: string, patch: CustomerPatch, options?: WriteOptions): Promise<Customer>;
	checkEntitlement?(id: string, featureId: string, options?: CallOptions): Promise<{ has_access: boolean }>;
	createCheckout?(id: string, input: CheckoutInput, options?: WriteOptions): Promise<{ url: string | null; action: 'checkout' | 'update' }>;
	createBillingPortal?(id: string, input: { return_url: string }, options?: WriteOptions): Promise<{ url: string }>;
	listSubscriptions?(id: string, options?: CallOptions): Promise<Subscription[]>;
	cancelSubscription?(
		id: string,
		subscriptionId: string,
		input: { timing: 'immediate' | 'at_billing_period_end' },
		options?: WriteOptions,
	): Promise<Subscription>;
	/**
	 * Every match as CSV in UTF-8, only where a server writes it: without this, exports are read page by page through `list`.
	 * The stream fails where the export breaks off, so that what ended well is complete. Takes no cursor and no `total`.
	 */
	exportCsv?(request: ListCustomersRequest, options: ExportOptions): Promise<ReadableStream<Uint8Array>>;
	subscribe?(onChange: (change: CustomerChange) => void, options?: CallOptions): () => void;
}
