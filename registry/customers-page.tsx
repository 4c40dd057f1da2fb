'use client';
import { CustomerBrowser, CustomersProvider, httpBackend } from 'proyecta-customers';
import 'proyecta-customers/styles.css';
import 'proyecta-customers/styles/shadcn.css';

const backend = httpBackend({ url: '/api/customers' });

/** All customers, each with a page of its own below `basePath`. `userId` is who is signed in. */
export function CustomersPage({ basePath = '/customers', userId }: { basePath?: string; userId: string }) {
	return (
		<CustomersProvider backend={backend} scope={userId}>
			<CustomerBrowser basePath={basePath} import />
		</CustomersProvider>
	);
}
