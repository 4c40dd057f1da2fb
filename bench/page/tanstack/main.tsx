import { aroundHand, handListKey } from '../hand/aroundHand';
import { AllCustomers, PagedCustomers } from '../hand/HandPages';
import '../hand/hand.css';
import { startBench } from '../startBench';
import { TanStackForm } from './TanStackForm';
import { TanStackTable } from './TanStackTable';

startBench({
	around: aroundHand,
	pages: (selectable) => <PagedCustomers Table={TanStackTable} selectable={selectable} />,
	list: () => <AllCustomers Table={TanStackTable} />,
	form: () => <TanStackForm />,
	listKey: handListKey,
});
