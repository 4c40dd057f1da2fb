import type { QueryClient } from '@tanstack/react-query';
import type { Entitlement, Subscription } from '../../contract/billing';
import { shortHash } from '../../domain/shortHash';
import { stableStringify } from '../../domain/stableStringify';
import { customerKey } from '../cache/customerKey';

/** What a customer had at some moment, without a word of it: short hashes alone. */
export interface BillingSnapshot {
	/** Of all subscriptions; absent where they were not known. */
	subscriptions?: string;
	/** By the hash of the feature; those that were known. */
	entitlements: Record<string, boolean>;
}

/** What the cache knows that a customer has. */
export function knownBilling(client: QueryClient, scope: string, customerId: string) {
	return {
		subscriptions: client.getQueryData<Subscription[]>(customerKey(scope, 'subscriptions', customerId)),
		entitlements: client
			.getQueriesData<Entitlement>({ queryKey: customerKey(scope, 'entitlement', customerId) })
			.flatMap(([, entitlement]) => entitlement ?? []),
	};
}

/** The same as hashes, to be compared with later. */
export function takeSnapshot(client: QueryClient, scope: string, customerId: string): BillingSnapshot {
	const { subscriptions, entitlements } = knownBilling(client, scope, customerId);
	return {
		...(subscriptions && { subscriptions: shortHash(stableStringify([...subscriptions].sort((a, b) => (a.id < b.id ? -1 : 1)))) }),
		entitlements: Object.fromEntries(entitlements.map(({ feature_id, has_access }) => [shortHash(feature_id), has_access === true])),
	};
}

/** Whether anything that both know differs. */
export function differs(before: BillingSnapshot, now: BillingSnapshot): boolean {
	if (before.subscriptions && now.subscriptions && before.subscriptions !== now.subscriptions) return true;
	return Object.entries(before.entitlements).some(([feature, had]) => (now.entitlements[feature] ?? had) !== had);
}
