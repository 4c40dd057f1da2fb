'use client';
import { CustomerBrowser, CustomersProvider, httpBackend } from 'proyecta-customers';

const backend = httpBackend({ url: '/api/customers' });

export default function Page() {
	return (
		<CustomersProvider backend={backend} scope="outside">
			<CustomerBrowser basePath="/customers" />
		</CustomersProvider>
	);
}
