'use client';
import { CustomerBrowser, CustomersProvider, type CustomersProviderProps, httpBackend } from 'proyecta-customers';

const backend = httpBackend({ url: '/api/customers' });

type CustomersPageProps = Pick<CustomersProviderProps, 'navigate' | 'Link'>;

export const CustomersPage = (routed: CustomersPageProps) => (
	<CustomersProvider backend={backend} scope="zara" {...routed}>
		<CustomerBrowser basePath="/admin/customers" />
	</CustomersProvider>
);
