import { CustomerForm, CustomersProvider, CustomerTable, customerQueries } from '../../../src/index';
import '../../../src/styles.css';
import { startBench } from '../startBench';
import { firstSort, hrefOf, pageSize } from '../subject';

const state = { limit: pageSize, sort: firstSort } as const;

startBench({
	around: (queryClient, backend, content) => (
		<CustomersProvider queryClient={queryClient} backend={backend}>
			{content}
		</CustomersProvider>
	),
	pages: (selectable) => <CustomerTable initialState={state} getCustomerHref={hrefOf} selectable={selectable} />,
	list: () => <CustomerTable mode="infinite" initialState={state} getCustomerHref={hrefOf} />,
	form: () => <CustomerForm defaultCountry="IN" openAddress />,
	listKey: (backend) => customerQueries.infinite({ backend }, state).queryKey,
	prepare: async (client, backend) => {
		client.setQueryData(customerQueries.capabilities({ backend }).queryKey, await backend.capabilities());
	},
});
