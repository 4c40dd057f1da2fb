'use client';
import { useQuery } from '@tanstack/react-query';
import type { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import { customerKey } from '../cache/customerKey';
import { callBackend, querySettings, retryPolicy } from '../cache/querySettings';
import { useCapabilities } from '../cache/useCapabilities';
import { useCustomersContext } from '../context/customersContext';

/** Who already has an email, where the backend can tell; asks nothing for `null`. */
export function useTakenEmail(email: string | null): Customer | null {
	const { backend, scope, queryClient } = useCustomersContext();
	const capabilities = useCapabilities();
	const key = email && emailKey(email);
	const found = useQuery<Customer | null, CustomerError>(
		{
			...querySettings,
			...retryPolicy(backend),
			queryKey: customerKey(scope, 'email', key ?? ''),
			queryFn: async ({ signal }) => {
				const page = await callBackend(() => backend.list({ email: email ?? '', limit: 1 }, { signal, scope }));
				return page.data.find((customer) => customer.email && emailKey(customer.email) === key) ?? null;
			},
			enabled: email !== null && capabilities.data?.filter.email === true,
		},
		queryClient,
	);
	return email === null ? null : (found.data ?? null);
}
