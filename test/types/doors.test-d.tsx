// Compiled, never run: `tsc` is the test.
import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import { QueryClient, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { expectTypeOf } from 'vitest';
import type {
	Capabilities,
	CreateResult,
	Customer,
	CustomerBackend,
	CustomerError,
	CustomerErrorCode,
	CustomerInput,
	CustomerPage,
	CustomerPatch,
	Locale,
} from '../../src/index';
import {
	CustomersProvider,
	customerQueries,
	httpBackend,
	useCapabilities,
	useCreateCustomer,
	useCustomer,
	useCustomerForm,
	useCustomers,
	useCustomerTable,
	useInfiniteCustomers,
	useUpdateCustomer,
} from '../../src/index';

import { createCustomersHandler } from '../../src/server';

declare const backend: CustomerBackend;

export function Hooks() {
	expectTypeOf(useCustomers()).toEqualTypeOf<UseQueryResult<CustomerPage, CustomerError>>();
	expectTypeOf(useCustomers({ query: 'ann', limit: 5, keepPrevious: false })).toEqualTypeOf<UseQueryResult<CustomerPage, CustomerError>>();
	expectTypeOf(useInfiniteCustomers({ limit: 5 })).toEqualTypeOf<
		UseInfiniteQueryResult<InfiniteData<CustomerPage, string | null>, CustomerError>
	>();
	// @ts-expect-error pages follow each other by themselves
	useInfiniteCustomers({ after: 'x' });
	// @ts-expect-error no such order
	useCustomers({ sort: 'phone' });

	expectTypeOf(useCustomer('cus_1')).toEqualTypeOf<UseQueryResult<Customer, CustomerError>>();
	expectTypeOf(useCustomer(undefined).error?.code).toEqualTypeOf<CustomerErrorCode | undefined>();
	expectTypeOf(useCapabilities()).toEqualTypeOf<UseQueryResult<Capabilities, CustomerError>>();

	const create = useCreateCustomer();
	expectTypeOf(create.mutateAsync).returns.resolves.toEqualTypeOf<CreateResult>();
	expectTypeOf(create.mutate).parameter(0).toEqualTypeOf<CustomerInput>();
	expectTypeOf(create.error).toEqualTypeOf<CustomerError | null>();
	const update = useUpdateCustomer();
	expectTypeOf(update.mutateAsync).returns.resolves.toEqualTypeOf<Customer>();
	update.mutate({ id: 'cus_1', patch: { phone: null }, ifVersion: '1' });
	update.mutate({ id: 'cus_1', patch: { phone: null }, ifVersion: null });
	// @ts-expect-error an email cannot be cleared
	update.mutate({ id: 'cus_1', patch: { email: null } });

	const form = useCustomerForm({ fields: ['email', 'address'], onSuccess: (customer, outcome) => [customer.id, outcome === 'existing'] });
	form.form.register('address.postal_code');
	// @ts-expect-error no such field
	form.form.register('address.zip');
	// @ts-expect-error no such field
	form.change('created', '');

	const table = useCustomerTable({ initialState: { sort: 'name', limit: 50 } });
	expectTypeOf(table.rows).toEqualTypeOf<readonly Customer[]>();
	// @ts-expect-error the kit does not sort by phone
	table.toggleSort('phone');
}

export async function Loaders() {
	const client = new QueryClient();
	expectTypeOf(await client.fetchQuery(customerQueries.list({ backend, scope: 'ann' }, { limit: 5 }))).toEqualTypeOf<CustomerPage>();
	expectTypeOf(await client.fetchQuery(customerQueries.detail({ backend }, 'cus_1'))).toEqualTypeOf<Customer>();
	expectTypeOf(await client.fetchQuery(customerQueries.capabilities({ backend }))).toEqualTypeOf<Capabilities>();
	expectTypeOf((await client.fetchInfiniteQuery(customerQueries.infinite({ backend }))).pages).toEqualTypeOf<CustomerPage[]>();
	expectTypeOf(client.getQueryData(customerQueries.detail({ backend }, 'cus_1').queryKey)).toEqualTypeOf<Customer | undefined>();
}

export function HostQueries() {
	expectTypeOf(useQuery(customerQueries.detail({ backend }, 'cus_1')).data).toEqualTypeOf<Customer | undefined>();
	expectTypeOf(useSuspenseQuery(customerQueries.detail({ backend }, 'cus_1')).data).toEqualTypeOf<Customer>();
}

export function Hosts() {
	return (
		<>
			<CustomersProvider
				backend={httpBackend({ url: '/api/customers' })}
				scope="ann"
				onError={(error) => expectTypeOf(error).toEqualTypeOf<CustomerError>()}
			/>
			{/* @ts-expect-error without a backend there is nobody to ask */}
			<CustomersProvider />
		</>
	);
}

// A language has a sentence for each way to fail, no more and no less.
expectTypeOf<keyof Locale['errors']>().toEqualTypeOf<CustomerErrorCode>();

// What an edit may change is what a customer has.
expectTypeOf<keyof CustomerPatch>().toEqualTypeOf<Exclude<keyof CustomerInput, 'id'>>();

declare const user: { isAdmin?: boolean; team: string } | undefined;

export const grants = [
	createCustomersHandler({ backend, authorize: () => user && { allow: user.isAdmin, scope: user.team } }),
	createCustomersHandler({ backend, authorize: async () => user && { allow: user.isAdmin, scope: user.team, actions: ['list', 'get'] } }),
	// @ts-expect-error no such action
	createCustomersHandler({ backend, authorize: () => ({ allow: true, scope: 'a', actions: ['read'] }) }),
];
