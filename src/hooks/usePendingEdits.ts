'use client';
import { useMutationState } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Address, Customer, CustomerPatch } from '../domain/customer';
import { addressFields } from '../domain/customer';
import { customerKeys } from './customerKeys';
import { useCustomersContext } from './customersContext';
import type { CustomerEdit } from './useUpdateCustomer';

export interface PendingEdits {
	/** The customer as it will be once its pending edits are saved; the same object if there are none. */
	apply(customer: Customer): Customer;
	isPending(id: string): boolean;
	/** There are none at all. */
	isEmpty: boolean;
}

/** Edits that wait for their answer, to be shown over what the cache holds. One that is refused disappears alone. */
export function usePendingEdits(): PendingEdits {
	const { scope, queryClient } = useCustomersContext();
	const pending = useMutationState(
		{
			filters: { mutationKey: customerKeys.update(scope), status: 'pending' },
			select: (mutation) => mutation.state.variables as CustomerEdit | undefined,
		},
		queryClient,
	);
	return useMemo(() => {
		const patches = new Map<string, CustomerPatch>();
		for (const edit of pending) if (edit) patches.set(edit.id, { ...patches.get(edit.id), ...edit.patch });
		return {
			apply: (customer) => {
				const patch = patches.get(customer.id);
				return patch ? patched(customer, patch) : customer;
			},
			isPending: (id) => patches.has(id),
			isEmpty: patches.size === 0,
		};
	}, [pending]);
}

function patched(customer: Customer, { address, ...fields }: CustomerPatch): Customer {
	const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
	return { ...customer, ...known, ...(address !== undefined && { address: address && wholeAddress(address) }) };
}

function wholeAddress(address: Partial<Address>): Address | null {
	const whole = Object.fromEntries(addressFields.map((field) => [field, address[field] ?? null])) as unknown as Address;
	return addressFields.some((field) => whole[field] !== null) ? whole : null;
}
