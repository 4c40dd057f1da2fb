import { type Customer, type CustomerError, CustomersProvider, httpBackend, useCustomers } from 'proyecta-customers';
import { proyectaBackend } from 'proyecta-customers/backends/proyecta';
import { functionBackend } from 'proyecta-customers/client';
import { hi } from 'proyecta-customers/locales/hi';
import { backendContract } from 'proyecta-customers/testing';
import { type ComponentProps, createElement } from 'react';

function First() {
	const { data, error } = useCustomers({ limit: 1 });
	const first: Customer | undefined = data?.data[0];
	const failed: CustomerError | null = error;
	return failed ? failed.code : (first?.email ?? null);
}

const props: Omit<ComponentProps<typeof CustomersProvider>, 'children'> = { backend: httpBackend({ url: '/api/customers' }), locale: hi };
export const page = CustomersProvider({ ...props, children: createElement(First) });
export { backendContract, functionBackend, proyectaBackend };
