import { CustomerBrowser } from '../../src/index';
import { useWords } from './useWords';

/** The whole of it: list, customers, forms, import, and what each of them pays for. */
export function AdminPage() {
	const words = useWords();
	return (
		<CustomerBrowser
			basePath="/admin/customers"
			billing={{ featureIds: ['reports', 'exports'], featureNames: { reports: words.reports, exports: words.exports } }}
			import
		/>
	);
}
