/** A method of the SDK: what it takes is the SDK's own matter. */
export type StripeCall = (...args: never[]) => PromiseLike<unknown>;

/** The part of the `stripe` SDK (20–23) that the backend calls: a ready `new Stripe(key)` has it all. What is missing is not offered. */
export interface StripeClient {
	/** Customers. */
	customers: {
		/** The newest first, by cursor. */
		list: StripeCall;
		/** By the account's search index. */
		search?: StripeCall;
		/** One by its id. */
		retrieve: StripeCall;
		/** A new one. */
		create: StripeCall;
		/** Changes one. */
		update: StripeCall;
	};
	/** What customers pay for again and again. */
	subscriptions?: {
		/** Those of a customer. */
		list: StripeCall;
		/** One by its id. */
		retrieve: StripeCall;
		/** Ends one at its period's end, or takes that back. */
		update: StripeCall;
		/** Ends one at once. */
		cancel: StripeCall;
	};
	/** Stripe's own pages to pay on. */
	checkout?: {
		/** Visits to that page. */
		sessions: {
			/** Opens it for a customer. */
			create: StripeCall;
		};
	};
	/** Stripe's own pages for invoices and cards. */
	billingPortal?: {
		/** Visits to that page. */
		sessions: {
			/** Opens it for a customer. */
			create: StripeCall;
		};
	};
	/** What customers may use. */
	entitlements?: {
		/** The features that they have now. */
		activeEntitlements: {
			/** Those of a customer. */
			list: StripeCall;
		};
	};
	/** What is on sale, read to know whether it is paid once. */
	prices?: {
		/** One by its id. */
		retrieve: StripeCall;
		/** One by its lookup key. */
		list?: StripeCall;
	};
	/** What prices are for, read for their names. */
	products?: {
		/** Several by their ids. */
		list: StripeCall;
	};
}

/** A call's place in the client. */
export type StripeEndpoint =
	| `customers.${'list' | 'search' | 'retrieve' | 'create' | 'update'}`
	| `subscriptions.${'list' | 'retrieve' | 'update' | 'cancel'}`
	| 'checkout.sessions.create'
	| 'billingPortal.sessions.create'
	| 'entitlements.activeEntitlements.list'
	| `prices.${'retrieve' | 'list'}`
	| 'products.list';
