'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { EnsureResult } from '../../contract/ensureUser';
import type { CustomerError } from '../../contract/errors';
import { createIdempotencyKeys } from '../cache/idempotencyKeys';
import { methodOf } from '../cache/methodOf';
import { showCreated } from '../cache/showWritten';
import type { WriteContext } from '../cache/writeContext';
import { writeSettings } from '../cache/writeSettings';
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
	const context = useCustomersContext();
	const { backend, scope, queryClient } = context;
	const [withKey] = useState(createIdempotencyKeys);
	return useMutation<EnsureResult, CustomerError, void, WriteContext>(
		{
			...writeSettings<EnsureResult, void>(context, 'ensure', { onSuccess, onError }, ({ customer, outcome }, _, written) => {
				showCreated(queryClient, written, customer, outcome === 'created', 'me');
				// Nobody had anything while they had no customer.
				void refreshBilling(queryClient, scope, 'me');
			}),
			mutationFn: () => withKey('me', (idempotencyKey) => methodOf(backend, 'ensureMe')({ scope, idempotencyKey })),
		},
		queryClient,
	);
}
