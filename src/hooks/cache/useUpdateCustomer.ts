'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerError } from '../../contract/errors';
import type { Customer, CustomerPatch } from '../../domain/customer';
import { useCustomersContext } from '../context/customersContext';
import { cachedCustomer } from './cachedCustomer';
import { changedFields } from './changedFields';
import { customerKey } from './customerKey';
import { createIdempotencyKeys } from './idempotencyKeys';
import { callBackend, mutationSettings } from './querySettings';
import { showWritten } from './showWritten';
import { offerUndo } from './undoRecord';
import { isCurrent, type WriteContext } from './writeContext';
import { queueWrite } from './writeQueue';

/** An edit of one customer. */
export interface CustomerEdit {
	/** The customer's id. */
	id: string;
	/** Only what changes; `null` clears; `address` as a whole. */
	patch: CustomerPatch;
	/** The `version` the edit was made on. Without it, and with `null`, the edit wins over any other. */
	ifVersion?: string | null;
}

/** What to do once a customer was saved. */
export interface UseUpdateCustomerOptions {
	/** Called with the customer as it is stored. */
	onSuccess?: (customer: Customer, edit: CustomerEdit) => void;
	/** After `version_conflict` the customer's detail is asked for again, so that the current version is at hand. */
	onError?: (error: CustomerError, edit: CustomerEdit) => void;
	/** Called after either. */
	onSettled?: (customer: Customer | undefined, error: CustomerError | null, edit: CustomerEdit) => void;
}

/**
 * Edits a customer; TanStack's mutation. Edits of one customer run one after another; until an edit is saved, `usePendingEdits` shows it
 * over whatever the cache holds, so a refused edit disappears alone. A saved one can be undone for a while, see `useUndo`. Cache work always runs, whatever callbacks are passed.
 *
 * @returns TanStack's mutation, with errors typed `CustomerError`
 * @example
 * const update = useUpdateCustomer();
 * update.mutate({ id: customer.id, patch: { phone: '+919876543210' }, ifVersion: customer.version });
 */
export function useUpdateCustomer(
	options: UseUpdateCustomerOptions = {},
): UseMutationResult<Customer, CustomerError, CustomerEdit, WriteContext> {
	const { backend, scope, queryClient } = useCustomersContext();
	const [idempotencyKeys] = useState(createIdempotencyKeys);
	/** What was there before an edit was sent, after all edits before it. */
	const [before] = useState(() => new WeakMap<CustomerEdit, Customer>());
	return useMutation<Customer, CustomerError, CustomerEdit, WriteContext>(
		{
			...mutationSettings,
			mutationKey: customerKey(scope, 'update'),
			mutationFn: (edit) => {
				const idempotencyKey = idempotencyKeys.keyFor(edit);
				return queueWrite(queryClient, `${scope} ${edit.id}`, edit.ifVersion, (ifVersion) => {
					const known = cachedCustomer(queryClient, scope, edit.id);
					if (known) before.set(edit, known);
					return callBackend(() => backend.update(edit.id, edit.patch, { scope, idempotencyKey, ...(ifVersion != null && { ifVersion }) }));
				});
			},
			onMutate: ({ patch }) => ({ scope, changes: changedFields(patch) }),
			onSuccess: (customer, edit, context) => {
				idempotencyKeys.settle(edit);
				if (!isCurrent(queryClient, context)) return;
				showWritten(queryClient, context, customer, false);
				offerUndo(queryClient, context.scope, before.get(edit), customer);
				options.onSuccess?.(customer, edit);
			},
			onError: (error, edit, context) => {
				if (!isCurrent(queryClient, context)) return;
				if (error.code === 'version_conflict') {
					void queryClient.invalidateQueries({ queryKey: customerKey(context.scope, 'detail', edit.id), refetchType: 'active' });
				}
				options.onError?.(error, edit);
			},
			onSettled: (customer, error, edit, context) => {
				if (isCurrent(queryClient, context)) options.onSettled?.(customer, error, edit);
			},
		},
		queryClient,
	);
}
