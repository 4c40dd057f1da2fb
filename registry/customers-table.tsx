'use client';
import { CustomerDialog, CustomersProvider, CustomerTable, httpBackend } from 'proyecta-customers';
import 'proyecta-customers/styles.css';
import 'proyecta-customers/styles/shadcn.css';
import { useState } from 'react';

const backend = httpBackend({ url: '/api/customers' });

/** Customers to find, and a dialog for a new one. `userId` is who is signed in. */
export function CustomersTable({ href, userId }: { href: (id: string) => string; userId: string }) {
	const [open, setOpen] = useState(false);
	return (
		<CustomersProvider backend={backend} scope={userId}>
			<CustomerTable getCustomerHref={({ id }) => href(id)} onCreate={() => setOpen(true)} />
			<CustomerDialog open={open} onOpenChange={setOpen} />
		</CustomersProvider>
	);
}
