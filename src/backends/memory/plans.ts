import type { Subscription, SubscriptionItem } from '../../contract/billing';

/** Something that can be bought. */
export interface MemoryPlan {
	/** What checkouts name it by. */
	variant_id: string;
	/** What people call it. */
	name: string;
	/** What it costs. */
	price: {
		/** In the currency's minor units: 1250 is $12.50, and ¥1250. */
		amount: number;
		/** ISO 4217, for instance `EUR`, in either case. */
		currency: string;
		/** How often it is paid; `null`: once, which is no subscription. */
		interval: 'day' | 'week' | 'month' | 'year' | null;
		/** Every how many intervals. @default 1 */
		interval_count?: number;
	};
	/** Days that are free, for whoever never had a plan of its group. @default none */
	trial_days?: number;
	/** Of the plans of one group a customer has one: buying another changes it at once, without a checkout. @default 'plan' */
	group?: string;
}

/** What a memory backend sells, and how its vendor behaves. */
export interface MemoryBilling {
	/** What can be bought. */
	plans: readonly MemoryPlan[];
	/** The features that each plan gives, by its `variant_id`. */
	grants: Readonly<Record<string, readonly string[]>>;
	/** How long after a payment its webhook comes, in milliseconds of real time: until then nothing has changed. @default 0 */
	settleMs?: number;
	/** Features whose check fails, so that it cannot be found out whether anybody has them. @default none */
	failing?: readonly string[];
	/** What customers have at first, by their ids, in every scope, taken as it is. @default nothing */
	subscriptions?: Readonly<Record<string, readonly Subscription[]>>;
	/**
	 * The page that plays the vendor's, which gets `?session=` and an id: an absolute URL, or a path of the origin that people are sent back
	 * to. What it has to do is what the backend's `vendor` offers. @default '/vendor'
	 */
	page?: string;
}

/** A plan's price as subscriptions tell it. */
export function priceOf({ price }: MemoryPlan): NonNullable<SubscriptionItem['price']> {
	const { amount, currency, interval, interval_count = 1 } = price;
	return { amount, currency: currency.toUpperCase(), interval, interval_count };
}

/** The plans that one replaces. */
export function groupOf({ group = 'plan' }: MemoryPlan): string {
	return group;
}
