'use client';
import { useMutationState } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Customer } from '../../domain/customer';
import { useCustomersContext } from '../context/customersContext';
import { customerKey } from './customerKey';
import type { WriteContext } from './writeContext';

/** Edits that are being saved. */
export interface PendingEdits {
	/** The customer as it will be once its pending edits are saved; the same object if there are none. */
	apply(customer: Customer): Customer;
	/** Whether an edit of this customer is. */
	isPending(id: string): boolean;
	/** There are none at all. */
	isEmpty: boolean;
}

/**
 * Edits that are being saved, to be shown over what the cache holds. One that is refused disappears alone.
 *
 * @returns what shows them, and whose they are
 * @example
 * const { apply, isPending } = usePendingEdits();
 * const shown = apply(customer);
 */
export function usePendingEdits(): PendingEdits {
	const { scope, queryClient } = useCustomersContext();
	const pending = useMutationState(
		{
			filters: { mutationKey: customerKey(scope, 'update'), status: 'pending' },
			select: ({ state }) => state.context as WriteContext | undefined,
		},
		queryClient,
	);
	return useMemo(
		() => ({
			apply: (customer) => {
				let shown = customer;
				for (const edit of pending) if (edit?.id === customer.id) shown = { ...shown, ...edit.changes };
				return shown;
			},
			isPending: (id) => pending.some((edit) => edit?.id === id),
			isEmpty: pending.length === 0,
		}),
		[pending],
	);
}
