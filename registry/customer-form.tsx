'use client';
import { CustomerForm, type CustomerFormProps, CustomersProvider, httpBackend } from 'proyecta-customers';
import 'proyecta-customers/styles.css';
import 'proyecta-customers/styles/shadcn.css';

const backend = httpBackend({ url: '/api/customers' });

/** A new customer, or an edit of one. `userId` is who is signed in. */
export function CustomersForm({ userId, ...form }: Pick<CustomerFormProps, 'customer' | 'onSaved'> & { userId: string }) {
	return (
		<CustomersProvider backend={backend} scope={userId}>
			<CustomerForm {...form} />
		</CustomersProvider>
	);
}
