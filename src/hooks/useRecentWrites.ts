'use client';
import { useMutationState } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CreateResult, CustomerPage, ListCustomersRequest } from '../contract/backend';
import type { Customer } from '../domain/customer';
import { emailKey } from '../domain/email';
import { normalizePhoneText } from '../domain/phoneText';
import { customerKeys } from './customerKeys';
import { useCustomersContext } from './customersContext';

/** How long a search index may be behind a write; theirs usually are for less than a minute. */
const lagMs = 60_000;

interface Write {
	customer: Customer;
	isNew: boolean;
	at: number;
}

/**
 * Mends pages of an index that lags: a customer that was just created or edited here is shown as it is. Other pages come back as they are.
 * New ones are added to the first page only. What a later answer says about the customer itself wins over what was written.
 */
export function useRecentWrites(): (page: CustomerPage, request: ListCustomersRequest, isFirst: boolean) => readonly Customer[] {
	const { scope, queryClient } = useCustomersContext();
	const writes = useMutationState(
		{
			filters: {
				mutationKey: customerKeys.scope(scope),
				status: 'success',
				predicate: ({ options }) => options.mutationKey?.[2] === 'create' || options.mutationKey?.[2] === 'update',
			},
			select: ({ state }): Write => {
				const { data, submittedAt: at } = state;
				const created = data as CreateResult;
				return created.customer
					? { customer: created.customer, isNew: created.outcome !== 'existing', at }
					: { customer: data as Customer, isNew: false, at };
			},
		},
		queryClient,
	);
	return useCallback(
		(page, request, isFirst) => {
			const recent = page.consistency === 'eventual' ? writes.filter(({ at }) => Date.now() - at < lagMs) : [];
			if (recent.length === 0) return page.data;
			const written = new Map<string, Customer>();
			const added = new Set<string>();
			for (const { customer, isNew } of recent) {
				written.set(customer.id, queryClient.getQueryData<Customer>(customerKeys.detail(scope, customer.id)) ?? customer);
				if (isNew && isFirst && !page.data.some(({ id }) => id === customer.id)) added.add(customer.id);
			}
			const missing = [...added].map((id) => written.get(id)!).filter((customer) => matches(customer, request));
			return [...missing.reverse(), ...page.data.map((row) => written.get(row.id) ?? row)];
		},
		[writes, queryClient, scope],
	);
}

/** Whether a search would plainly find the customer; in doubt it would not. */
function matches(customer: Customer, { query, email, country, created }: ListCustomersRequest): boolean {
	if (email && (!customer.email || emailKey(customer.email) !== emailKey(email))) return false;
	if (country?.length && !country.includes(customer.address?.country ?? '')) return false;
	if (created && !(customer.created && customer.created >= (created.gte ?? '') && (!created.lt || customer.created < created.lt)))
		return false;
	if (!query) return true;
	const fold = (text: string | null) => (text ?? '').normalize('NFC').toLowerCase();
	const needle = fold(query.trim());
	const digits = normalizePhoneText(query).replace(/[\s().-]/g, '');
	return (
		[customer.name, customer.email, customer.id].some((text) => fold(text).includes(needle)) ||
		(/^\+?\d{3,}$/.test(digits) && (customer.phone ?? '').includes(digits))
	);
}
