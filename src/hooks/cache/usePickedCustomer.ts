'use client';
import { useState } from 'react';
import type { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { useCustomersContext } from '../context/customersContext';
import { cachedCustomer } from './cachedCustomer';
import { useCustomer } from './useCustomer';
import { useFetching } from './useFetching';

/** Somebody who was chosen by their id. */
export interface PickedCustomer {
	/** As the cache knows them; `undefined` while that is not known, and for nobody. */
	customer: Customer | undefined;
	/** Why they cannot be shown. */
	error: CustomerError | null;
	/** They are asked for. */
	isFetching: boolean;
	/** Asks again. */
	retry: () => void;
	/** Takes a row of a list for granted: it need not be asked for. */
	keep: (customer: Customer | null) => void;
}

/** Shows who was chosen; asks for nobody whom a list or a page has shown already. */
export function usePickedCustomer(id: string | null): PickedCustomer {
	const { queryClient, scope } = useCustomersContext();
	// With the scope, so that nobody is shown to another user.
	const [kept, setKept] = useState<{ scope: string; customer: Customer | null }>();
	const own = kept?.scope === scope && kept.customer?.id === id ? kept.customer : undefined;
	const known = id === null ? undefined : (cachedCustomer(queryClient, scope, id) ?? own);
	const query = useCustomer(id, { enabled: known === undefined });
	const { isFetching } = useFetching(query);
	const customer = query.data ?? known;
	return {
		customer: customer ?? undefined,
		error: id === null || customer ? null : query.error,
		isFetching,
		retry: () => void query.refetch(),
		keep: (next) => setKept({ scope, customer: next }),
	};
}
