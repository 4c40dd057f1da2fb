'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerError } from '../../contract/errors';
import type { Customer, CustomerPatch } from '../../domain/customer';
import { useCustomersContext } from '../context/customersContext';
import { createIdempotencyKeys } from './idempotencyKeys';
import { updateMutation } from './updateMutation';
import type { WriteContext } from './writeContext';

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
	const context = useCustomersContext();
	const [idempotencyKeys] = useState(createIdempotencyKeys);
	return useMutation(updateMutation(context, idempotencyKeys, options), context.queryClient);
}
