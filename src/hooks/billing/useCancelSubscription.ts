'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { CancelTiming, Subscription } from '../../contract/billing';
import type { CustomerError } from '../../contract/errors';
import { methodOf } from '../cache/methodOf';
import type { WriteContext } from '../cache/writeContext';
import { type SubscriptionRef, type SubscriptionWriteOptions, useSubscriptionWrite } from './useSubscriptionWrite';

/** Which subscription to cancel, and when it ends. */
export interface SubscriptionCancellation extends SubscriptionRef {
	/** One of those that `capabilities.subscriptions.cancel` has. */
	timing: CancelTiming;
}

/**
 * Cancels a subscription; TanStack's mutation. One effect, however often it is called; the list shows the answer, never a guess, and
 * entitlements are asked anew.
 *
 * @returns TanStack's mutation, with errors typed `CustomerError`
 * @example
 * const cancel = useCancelSubscription();
 * cancel.mutate({ customerId: 'me', subscriptionId: 'sub_1', timing: 'at_billing_period_end' });
 */
export function useCancelSubscription(
	options: SubscriptionWriteOptions<SubscriptionCancellation> = {},
): UseMutationResult<Subscription, CustomerError, SubscriptionCancellation, WriteContext> {
	return useSubscriptionWrite<SubscriptionCancellation>(
		'cancel',
		async (backend, { customerId, subscriptionId, timing }, write) =>
			methodOf(backend, 'cancelSubscription')(customerId, subscriptionId, { timing }, write),
		options,
	);
}
