import type { Query } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';
import type { Entitlement, Subscription } from '../../contract/billing';
import { CustomerError } from '../../contract/errors';
import { type CustomerKey, customerKey } from '../cache/customerKey';
import { capabilitiesQuery, type QueryOptionsOf, type QuerySource } from '../cache/queries';
import { callBackend, querySettings, retryPolicy } from '../cache/querySettings';
import type { CustomersContextValue } from '../context/customersContext';
import { checkEntitlement } from './entitlementBatch';
import { runningFirst } from './runningFirst';

type EntitlementKey = CustomerKey<'entitlement', [string, string]>;
type SubscriptionsKey = CustomerKey<'subscriptions', [string]>;

/** In milliseconds. A "no" that is kept for long locks out people who have just paid. */
const yesIsFreshFor = 30_000;
const noIsFreshFor = 5_000;

/** Whether a customer may use one feature. */
export function entitlementQuery(
	{ backend, scope = '' }: QuerySource,
	customerId: string,
	featureId: string,
): QueryOptionsOf<Entitlement, EntitlementKey> {
	return queryOptions<Entitlement, CustomerError, Entitlement, EntitlementKey>({
		...querySettings,
		...retryPolicy(backend),
		staleTime: ({ state }: Query<Entitlement, CustomerError, Entitlement, EntitlementKey>) =>
			state.data?.has_access ? yesIsFreshFor : noIsFreshFor,
		queryKey: customerKey(scope, 'entitlement', customerId, featureId),
		queryFn: ({ signal }) => callBackend(() => checkEntitlement(backend, scope, customerId, featureId, signal)),
	});
}

/** The same for several features, one query each: what is asked for at once goes as one call. */
export function entitlementQueries(
	source: QuerySource,
	customerId: string,
	featureIds: readonly string[],
): QueryOptionsOf<Entitlement, EntitlementKey>[] {
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
export function subscriptionsQuery(
	{ backend, scope = '' }: QuerySource,
	customerId: string,
): QueryOptionsOf<Subscription[], SubscriptionsKey> {
	return queryOptions<Subscription[], CustomerError, Subscription[], SubscriptionsKey>({
		...querySettings,
		...retryPolicy(backend),
		queryKey: customerKey(scope, 'subscriptions', customerId),
		queryFn: ({ signal }) =>
			callBackend(async () => {
				if (!backend.listSubscriptions) throw new CustomerError('not_supported', { message: 'This backend lists no subscriptions.' });
				return runningFirst(await backend.listSubscriptions(customerId, { signal, scope }));
			}),
	});
}
