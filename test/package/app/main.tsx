import { CustomerDetail, CustomerForm, CustomersProvider, CustomerTable, historyUrlState, httpBackend } from 'proyecta-customers';
import { memoryBackend } from 'proyecta-customers/backends/memory';
import { hi } from 'proyecta-customers/locales/hi';
import { sampleCustomers } from 'proyecta-customers/testing';
import { createRoot } from 'react-dom/client';
import 'proyecta-customers/styles.css';

const customers = sampleCustomers(30);
const urlState = historyUrlState();
const parameters = new URLSearchParams(location.search);
const backend = parameters.has('http') ? httpBackend({ url: '/api/customers' }) : memoryBackend({ customers });

// The server's door must fail loudly here: the page says how.
if (parameters.has('server')) {
	import('proyecta-customers/server').then(
		() => document.body.append('the server door opened in a browser'),
		(error: Error) => document.body.append(error.message),
	);
}

createRoot(document.getElementById('root')!).render(
	<CustomersProvider backend={backend} scope="outside" {...(parameters.has('hi') ? { locale: hi } : {})}>
		<CustomerTable urlState={urlState} />
		<CustomerDetail customerId={customers[0]!.id} />
		<CustomerForm />
	</CustomersProvider>,
);
