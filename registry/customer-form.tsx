'use client';
import { type Customer, CustomerForm, CustomersProvider, httpBackend } from 'proyecta-customers';
import 'proyecta-customers/styles.css';
import 'proyecta-customers/styles/shadcn.css';

const backend = httpBackend({ url: '/api/customers' });

/** A new customer, or an edit of one. `userId` is who is signed in. */
export function CustomersForm({
	customer,
	onSaved,
	userId,
}: {
	customer?: Customer;
	onSaved: (customer: Customer) => void;
	userId: string;
}) {
	return (
		<CustomersProvider backend={backend} scope={userId}>
			<CustomerForm customer={customer} onSaved={onSaved} />
		</CustomersProvider>
	);
}
