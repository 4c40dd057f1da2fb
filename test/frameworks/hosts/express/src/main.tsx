import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CustomersPage } from '../shared/CustomersPage';
import 'proyecta-customers/styles.css';

createRoot(document.getElementById('root')!).render(
	<StrictMode>
		<CustomersPage />
	</StrictMode>,
);
