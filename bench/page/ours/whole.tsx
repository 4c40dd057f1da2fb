export { CustomerDialog, CustomerForm, CustomersProvider, CustomerTable } from '../../../src/index';

// What docs/styling.md names for the three of them.
import '../../../src/styles/base.css';
import '../../../src/styles/table.css';
import '../../../src/styles/form.css';
import '../../../src/styles/dialog.css';
