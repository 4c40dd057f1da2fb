'use client';
import { useQuery } from '@tanstack/react-query';
import type { Customer } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import { customerQueries } from '../cache/customerQueries';
import { useCapabilities } from '../cache/useCapabilities';
import { useCustomersContext } from '../context/customersContext';

/** Who already has an email, where the backend can tell; asks nothing for `null`. */
export function useTakenEmail(email: string | null): Customer | null {
	const context = useCustomersContext();
	const capabilities = useCapabilities();
	const found = useQuery(
		{
			...customerQueries.list(context, { email: email ?? '', limit: 1 }),
			enabled: email !== null && capabilities.data?.filter.email === true,
		},
		context.queryClient,
	);
	const customer = found.data?.data[0];
	return email !== null && customer?.email && emailKey(customer.email) === emailKey(email) ? customer : null;
}
