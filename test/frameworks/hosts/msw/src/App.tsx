import { CustomerBrowser, CustomersProvider, httpBackend } from 'proyecta-customers';
import 'proyecta-customers/styles.css';

const backend = httpBackend({ url: '/api/customers' });
const billing = { lineItems: [{ variant_id: 'pro_monthly' }], featureIds: ['reports'] };

const App = () => (
	<CustomersProvider backend={backend} scope="zara">
		<CustomerBrowser basePath="/admin/customers" billing={billing} />
	</CustomersProvider>
);

export default App;
