'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreateResult } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import type { CustomerInput } from '../../domain/customer';
import { useCustomersContext } from '../context/customersContext';
import { createMutation, type UseCreateCustomerOptions } from './createMutation';
import { createIdempotencyKeys } from './idempotencyKeys';
import type { WriteContext } from './writeContext';

/**
 * Creates a customer; TanStack's mutation. Idempotent by email, and trying the same input again after a lost answer has one effect.
 * Lists and detail show the customer at once, whatever callbacks are passed; no callback runs for a user who has left.
 *
 * @returns TanStack's mutation, with errors typed `CustomerError`
 * @example
 * const create = useCreateCustomer({ onSuccess: ({ customer, outcome }) => console.log(customer.id, outcome) });
 * create.mutate({ email: 'asha@example.com' });
 */
export function useCreateCustomer(
	options: UseCreateCustomerOptions = {},
): UseMutationResult<CreateResult, CustomerError, CustomerInput, WriteContext> {
	const context = useCustomersContext();
	const [withKey] = useState(createIdempotencyKeys);
	return useMutation(createMutation(context, withKey, options), context.queryClient);
}
