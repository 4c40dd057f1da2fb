import type { Query } from '@tanstack/react-query';
import type { Entitlement, Subscription } from '../../contract/billing';
import type { CustomerError } from '../../contract/errors';
import { type CustomerKey, customerKey } from '../cache/customerKey';
import { methodOf } from '../cache/methodOf';
import { capabilitiesQuery, type QueryOptionsOf, type QuerySource } from '../cache/queries';
import { callBackend, querySettings, retryPolicy } from '../cache/querySettings';
import type { CustomersContextValue } from '../context/customersContext';
import { checkEntitlement } from './entitlementBatch';
import { runningFirst } from './runningFirst';

type EntitlementKey = CustomerKey<'entitlement', [string, string]>;
type EntitlementOptions = QueryOptionsOf<Entitlement, EntitlementKey>;
type SubscriptionsOptions = QueryOptionsOf<Subscription[], CustomerKey<'subscriptions', [string]>>;

/** In milliseconds. A "no" that is kept for long locks out people who have just paid. */
const yesIsFreshFor = 30_000;
const noIsFreshFor = 5_000;

/** Whether a customer may use one feature. */
export function entitlementQuery({ backend, scope = '' }: QuerySource, customerId: string, featureId: string): EntitlementOptions {
	return {
		...querySettings,
		...retryPolicy(backend),
		staleTime: ({ state }: Query<Entitlement, CustomerError, Entitlement, EntitlementKey>) =>
			state.data?.has_access ? yesIsFreshFor : noIsFreshFor,
		queryKey: customerKey(scope, 'entitlement', customerId, featureId) as EntitlementOptions['queryKey'],
		queryFn: ({ signal }) => callBackend(() => checkEntitlement(backend, scope, customerId, featureId, signal)),
	};
}

/** The same for several features, one query each: what is asked for at once goes as one call. */
export function entitlementQueries(source: QuerySource, customerId: string, featureIds: readonly string[]): EntitlementOptions[] {
	return featureIds.map((featureId) => entitlementQuery(source, customerId, featureId));
}

/** Whether it makes sense to ask for subscriptions, as far as the cache knows what is offered. */
export function listsSubscriptions({
	backend,
	scope,
	queryClient,
}: Pick<CustomersContextValue, 'backend' | 'scope' | 'queryClient'>): boolean {
	const offered = queryClient.getQueryData(capabilitiesQuery({ backend, scope }).queryKey);
	return backend.listSubscriptions !== undefined && offered?.subscriptions !== false;
}

/** All subscriptions of a customer, those that run first. */
export function subscriptionsQuery({ backend, scope = '' }: QuerySource, customerId: string): SubscriptionsOptions {
	return {
		...querySettings,
		...retryPolicy(backend),
		queryKey: customerKey(scope, 'subscriptions', customerId) as SubscriptionsOptions['queryKey'],
		queryFn: ({ signal }) =>
			callBackend(async () => runningFirst(await methodOf(backend, 'listSubscriptions')(customerId, { signal, scope }))),
	};
}
