'use client';
import { QueryObserver } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import { customerKey } from '../cache/customerKey';
import { callBackend, querySettings, retryPolicy } from '../cache/querySettings';
import { useCustomersContext } from '../context/customersContext';

/**
 * Who already has an email. Asks nothing, and watches nothing, for `null`.
 *
 * @param email `null` too where the backend cannot tell
 */
export function useTakenEmail(email: string | null): Customer | null {
	const { backend, scope, queryClient } = useCustomersContext();
	const [found, setFound] = useState<{ of: string; customer: Customer }>();
	const key = email && emailKey(email);
	const of = `${scope} ${key}`;
	// biome-ignore lint/correctness/useExhaustiveDependencies: another spelling of the same email asks nothing, nor does a backend made anew
	useEffect(() => {
		if (email === null) return;
		const observer = new QueryObserver<Customer | null, CustomerError>(queryClient, {
			...querySettings,
			...retryPolicy(backend),
			queryKey: customerKey(scope, 'email', key ?? ''),
			queryFn: async ({ signal }) => {
				const page = await callBackend(() => backend.list({ email, limit: 1 }, { signal, scope }));
				return page.data.find((customer) => customer.email && emailKey(customer.email) === key) ?? null;
			},
		});
		const show = () => {
			const customer = observer.getCurrentResult().data;
			setFound((former) => (!customer || (former?.of === of && former.customer === customer) ? former : { of, customer }));
		};
		const unsubscribe = observer.subscribe(show);
		show();
		return unsubscribe;
	}, [key, scope, queryClient]);
	return email !== null && found?.of === of ? found.customer : null;
}
