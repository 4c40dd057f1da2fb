'use client';
import { CustomerBrowser, CustomersProvider, httpBackend } from 'proyecta-customers';

const backend = httpBackend({ url: '/api/customers' });

interface CustomersPageProps {
	navigate?: (href: string, options?: { replace?: boolean }) => void;
}

export const CustomersPage = ({ navigate }: CustomersPageProps) => (
	<CustomersProvider backend={backend} scope="zara" {...(navigate ? { navigate } : {})}>
		<CustomerBrowser basePath="/admin/customers" />
	</CustomersProvider>
);
