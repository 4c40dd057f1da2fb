'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { useCustomersContext } from '../context/customersContext';
import { createIdempotencyKeys } from './idempotencyKeys';
import { type CustomerEdit, type UseUpdateCustomerOptions, updateMutation } from './updateMutation';
import type { WriteContext } from './writeContext';

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
	const context = useCustomersContext();
	const [withKey] = useState(createIdempotencyKeys);
	return useMutation(updateMutation(context, withKey, options), context.queryClient);
}
