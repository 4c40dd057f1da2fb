'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerBackend, WriteOptions } from '../../contract/backend';
import type { Subscription } from '../../contract/billing';
import type { CustomerError } from '../../contract/errors';
import { createIdempotencyKeys } from '../cache/idempotencyKeys';
import type { WriteContext } from '../cache/writeContext';
import { queueWrite } from '../cache/writeQueue';
import { writeSettings } from '../cache/writeSettings';
import { useCustomersContext } from '../context/customersContext';
import { billingEntries, refreshBilling } from './refreshBilling';

/** Which subscription of whom. */
export interface SubscriptionRef {
	/** The customer's id, or `'me'`. */
	customerId: string;
	/** The subscription's id. */
	subscriptionId: string;
}

/** What to do once a subscription was changed. */
export interface SubscriptionWriteOptions<Input> {
	/** Called with the subscription as it is then. */
	onSuccess?: (subscription: Subscription, input: Input) => void;
	/** Called where it failed. */
	onError?: (error: CustomerError, input: Input) => void;
}

/** One change of a subscription. Nothing is shown before the answer, because it is money; then the list has it, and entitlements are asked anew. */
export function useSubscriptionWrite<Input extends SubscriptionRef>(
	kind: 'cancel' | 'resume',
	write: (backend: CustomerBackend, input: Input, options: WriteOptions) => Promise<Subscription>,
	options: SubscriptionWriteOptions<Input>,
): UseMutationResult<Subscription, CustomerError, Input, WriteContext> {
	const context = useCustomersContext();
	const { backend, scope, queryClient } = context;
	const [withKey] = useState(createIdempotencyKeys);
	return useMutation<Subscription, CustomerError, Input, WriteContext>(
		{
			...writeSettings<Subscription, Input>(context, kind, options, (subscription, { customerId }) => {
				const lists = billingEntries(scope, 'subscriptions', customerId);
				// What else that was to tell is asked for anew.
				const mayBeOld = queryClient
					.getQueryCache()
					.findAll(lists)
					.some(({ state }) => state.fetchStatus !== 'idle' || state.isInvalidated);
				// An answer to a question from before the change would undo it.
				void queryClient.cancelQueries(lists);
				queryClient.setQueriesData<Subscription[]>(lists, (all) => all?.map((one) => (one.id === subscription.id ? subscription : one)));
				void refreshBilling(queryClient, scope, customerId, mayBeOld);
			}),
			mutationFn: (input) =>
				queueWrite(queryClient, scope, [input.subscriptionId], null, () =>
					withKey(input, (idempotencyKey) => write(backend, input, { scope, idempotencyKey })),
				),
		},
		queryClient,
	);
}
