import { createRoot } from 'react-dom/client';
import { memoryBackend } from '../../src/backends/memory';
import { CheckoutButton, CustomerForm, CustomersProvider } from '../../src/index';

const price = { amount: 900, currency: 'EUR', interval: 'month' } as const;
const backend = memoryBackend({
	customers: [{ id: 'cus_1', name: 'Asha Rao', email: 'asha@example.com' }],
	billing: { plans: [{ variant_id: 'pro', name: 'Pro', price }], grants: {} },
});
createRoot(document.body.appendChild(document.createElement('main'))).render(
	<CustomersProvider backend={backend}>
		<CheckoutButton customerId="cus_1" lineItems={[{ variant_id: 'pro' }]} open="new-tab">
			Buy
		</CheckoutButton>
		<CustomerForm />
	</CustomersProvider>,
);
