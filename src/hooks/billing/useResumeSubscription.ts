'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { Subscription } from '../../contract/billing';
import type { CustomerError } from '../../contract/errors';
import { methodOf } from '../cache/methodOf';
import type { WriteContext } from '../cache/writeContext';
import { type SubscriptionRef, type SubscriptionWriteOptions, useSubscriptionWrite } from './useSubscriptionWrite';

/**
 * Takes back a cancellation at the period's end; TanStack's mutation. Where `capabilities.subscriptions.resume`.
 *
 * @returns TanStack's mutation, with errors typed `CustomerError`
 * @example
 * const resume = useResumeSubscription();
 * resume.mutate({ customerId: 'me', subscriptionId: 'sub_1' });
 */
export function useResumeSubscription(
	options: SubscriptionWriteOptions<SubscriptionRef> = {},
): UseMutationResult<Subscription, CustomerError, SubscriptionRef, WriteContext> {
	return useSubscriptionWrite<SubscriptionRef>(
		'resume',
		async (backend, { customerId, subscriptionId }, write) => methodOf(backend, 'resumeSubscription')(customerId, subscriptionId, write),
		options,
	);
}
