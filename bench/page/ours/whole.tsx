export { CustomerDialog, CustomerForm, CustomersProvider, CustomerTable } from '../../../src/index';

import '../../../src/styles.css';
