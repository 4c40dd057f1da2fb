import type { Plural } from './plural';

/** What a customer pays for, and paying for it. */
export interface BillingTexts {
	/** The heading above all of it. */
	title: string;
	/** The heading above subscriptions. */
	subscriptions: string;
	/** The heading above features. */
	entitlements: string;
	/** Where there is no subscription. */
	noSubscriptions: string;
	/** The title where subscriptions could not be loaded; the error's own sentence stands under it. */
	failed: string;
	/** The title above subscriptions that are shown still, where loading them anew failed. */
	outdated: string;
	/** In place of a subscription that cannot be shown. */
	brokenRow: string;
	/** A subscription without a name. */
	unnamed: string;
	/** What is paid for, and how many: `{name}`, `{quantity}`. */
	times: string;
	/** A price that is paid again and again: `{price}`, `{interval}`. */
	perInterval: string;
	/** A price that is paid once: `{price}`. */
	once: string;
	/** The `{interval}` of a price, by its unit and how many: `{count}`. */
	interval: Record<'day' | 'week' | 'month' | 'year', Plural>;
	/** Words for the statuses that vendors use; one that is missing is shown as it came. */
	status: Record<string, string>;
	/** When it is paid for again: `{date}`. */
	renewsOn: string;
	/** When it ends: `{date}`. */
	endsOn: string;
	/** When it ended, or would have: `{date}`. */
	endedOn: string;
	/** When its trial ends: `{date}`. */
	trialUntil: string;
	/** It ends, nobody knows when. */
	ends: string;
	/** The button that asks before it cancels. */
	cancel: string;
	/** The same for those who hear it: `{name}`. */
	cancelNamed: string;
	/** The question: `{name}`. */
	cancelQuestion: string;
	/** What happens where it ends at once. */
	cancelNow: string;
	/** What happens where it ends with what is paid for: `{date}`. */
	cancelAtEnd: string;
	/** The same where the date is not known. */
	cancelAtEndUnknown: string;
	/** The choice to end it at once. */
	timingImmediate: string;
	/** The choice to end it with what is paid for. */
	timingAtEnd: string;
	/** The button that cancels it. */
	confirmCancel: string;
	/** The button that does not. */
	keep: string;
	/** Heard once it is cancelled: `{name}`. */
	cancelled: string;
	/** The title where cancelling failed. */
	cancelFailed: string;
	/** The button that takes a cancellation back. */
	resume: string;
	/** The same for those who hear it: `{name}`. */
	resumeNamed: string;
	/** Heard once it runs on: `{name}`. */
	resumed: string;
	/** The title where resuming failed. */
	resumeFailed: string;
	/** The button to buy something. */
	subscribe: string;
	/** The button to the vendor's page of invoices and payment methods. */
	portal: string;
	/** Heard while the vendor's page is on its way. */
	opening: string;
	/** Where there was nothing to pay and the subscription was changed at once. */
	updated: string;
	/** Where the vendor's page could not be opened. */
	openFailed: string;
	/** Said instead of the error's sentence where the host's billing is not set up. */
	misconfigured: string;
	/** A feature that may be used. */
	granted: string;
	/** A feature that may not. */
	denied: string;
	/** A feature of which it could not be found out. */
	unknownAccess: string;
	/** After coming back: they turned back. */
	returnLeft: string;
	/** After coming back: it is being looked for. */
	returnWaiting: string;
	/** After coming back: it has come in. */
	returnSettled: string;
	/** After coming back: it takes long. */
	returnLate: string;
}
