import { createRoot } from 'react-dom/client';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerDetail, CustomersProvider } from '../../src/index';

const backend = memoryBackend({ customers: [{ id: 'cus_1', name: 'Asha Rao', email: 'asha@example.com' }] });
createRoot(document.body.appendChild(document.createElement('main'))).render(
	<CustomersProvider backend={backend}>
		<CustomerDetail customerId="cus_1" />
	</CustomersProvider>,
);
