/** What someone is about to buy. */
export type CheckoutInput = {
	/** 1–20 items. */
	line_items: {
		/** The vendor's id of what is bought: a plan's variant, a price. */
		variant_id: string;
		/** How many, 1–10,000. @default 1 */
		quantity?: number;
	}[];
	/** Where the vendor sends people who paid: a path of the request's own origin (`/thanks`), or a URL of it or of the handler's `returnOrigins`. */
	success_url: string;
	/** Where the vendor sends people who turned back, by the same rule. */
	cancel_url: string;
};

/** What came of a checkout. */
export interface CheckoutResult {
	/** Where to send the customer to pay; `null` where nothing is left to do. */
	url: string | null;
	/** `checkout`: a purchase began. `update`: a running subscription was changed at once. */
	action: 'checkout' | 'update';
}

/** Whether a customer may use a feature. */
export interface Entitlement {
	/** The vendor's id of the feature. */
	feature_id: string;
	/** `null`: it could not be found out, which is never a "no". */
	has_access: boolean | null;
}

/** When a subscription that is cancelled ends: now (`immediate`), or once the time that is paid for is over (`at_billing_period_end`). */
export type CancelTiming = 'immediate' | 'at_billing_period_end';

/** Every {@link CancelTiming}. */
export const cancelTimings = ['immediate', 'at_billing_period_end'] as const satisfies readonly CancelTiming[];

/** Something that a customer pays for again and again. */
export interface Subscription {
	/** The vendor's id. */
	id: string;
	/** The vendor's own word, for instance `active` or `past_due`. */
	status: string;
	/** When it began: ISO 8601, UTC. `null` where the vendor does not tell. */
	started: string | null;
	/** When its trial ends, or ended: ISO 8601, UTC. `null` where there is none, or the vendor does not tell. */
	trial_end: string | null;
	/** When the time that is paid for ends: ISO 8601, UTC. `null` where the vendor does not tell. */
	current_period_end: string | null;
	/** Whether it ends then. */
	cancel_at_period_end: boolean;
	/** What is paid for. */
	items: SubscriptionItem[];
	/** There is this one, and what was told of it made no sense: its `id` is known, if that, and nothing else here. Absent of all others. */
	unreadable?: true;
}

/** One thing that a subscription is for. */
export interface SubscriptionItem {
	/** The vendor's id of it. */
	variant_id: string;
	/** What the vendor calls it; `null` where it does not tell. */
	name: string | null;
	/** How many. */
	quantity: number;
	/** What one of it costs; `null` where the backend does not tell. */
	price: {
		/** In the currency's minor units: 1250 is $12.50, and ¥1250. */
		amount: number;
		/** ISO 4217, for instance `EUR`. */
		currency: string;
		/** How often it is paid; `null`: once. */
		interval: 'day' | 'week' | 'month' | 'year' | null;
		/** Every how many intervals: 3 with `month` is a quarter. */
		interval_count: number;
	} | null;
}
