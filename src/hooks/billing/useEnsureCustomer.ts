'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { EnsureResult } from '../../contract/ensureUser';
import type { CustomerError } from '../../contract/errors';
import { customerKey } from '../cache/customerKey';
import { createIdempotencyKeys } from '../cache/idempotencyKeys';
import { methodOf } from '../cache/methodOf';
import { mutationSettings } from '../cache/querySettings';
import { showWritten } from '../cache/showWritten';
import { isCurrent, type WriteContext } from '../cache/writeContext';
import { useCustomersContext } from '../context/customersContext';
import { refreshBilling } from './refreshBilling';

/** What to do once there is a customer. */
export interface UseEnsureCustomerOptions {
	/** `result.issues` tells what of the user was not taken over. */
	onSuccess?: (result: EnsureResult) => void;
	/** Called where it failed. Never a reason to fail the sign-up: it can be tried at the next sign-in. */
	onError?: (error: CustomerError) => void;
}

/**
 * Makes or finds the customer of whoever is signed in, after signing up; TanStack's mutation. The handler's `ensure` says who that is, so
 * nothing is sent. The customer is then known as `'me'` and under its id.
 *
 * @returns TanStack's mutation, with errors typed `CustomerError`
 * @example
 * const ensure = useEnsureCustomer();
 * ensure.mutate();
 */
export function useEnsureCustomer({
	onSuccess,
	onError,
}: UseEnsureCustomerOptions = {}): UseMutationResult<EnsureResult, CustomerError, void, WriteContext> {
	const { backend, scope, queryClient } = useCustomersContext();
	const [withKey] = useState(createIdempotencyKeys);
	return useMutation<EnsureResult, CustomerError, void, WriteContext>(
		{
			...mutationSettings,
			mutationKey: customerKey(scope, 'ensure'),
			mutationFn: () => withKey('me', (idempotencyKey) => methodOf(backend, 'ensureMe')({ scope, idempotencyKey })),
			onMutate: () => ({ scope }),
			onSuccess: (result, _, context) => {
				if (!isCurrent(queryClient, context)) return;
				showWritten(queryClient, context, result.customer, result.outcome === 'created', 'me');
				// Nobody had anything while they had no customer.
				void refreshBilling(queryClient, context.scope, 'me');
				onSuccess?.(result);
			},
			onError: (error, _, context) => {
				if (isCurrent(queryClient, context)) onError?.(error);
			},
		},
		queryClient,
	);
}
