import { CustomersPage } from '../shared/CustomersPage';
import 'proyecta-customers/styles.css';

const App = () => <CustomersPage />;

export default App;
