import { entitlementQueries, subscriptionsQuery } from './billing/billingQueries';
import { capabilitiesQuery, detailQuery, infiniteQuery, listQuery } from './cache/queries';

/** TanStack Query options for loaders, prefetching and server rendering; the hooks use the same. */
export const customerQueries = {
	list: listQuery,
	detail: detailQuery,
	infinite: infiniteQuery,
	capabilities: capabilitiesQuery,
	entitlements: entitlementQueries,
	subscriptions: subscriptionsQuery,
};
